import { documentsOf, type Holder, type Right } from '../rights/right.ts'
import type { DocumentRef } from '../rights/right-document.ts'
import type { Comparison, Complaint } from './complaint.ts'
import { type PortalRules, portalOf, reasonOf } from './portal-rules.ts'

/** A file for the form: stored as it is, or a comparison that is drawn when it is wanted. */
export type FormFile =
  | { fileId: string; kind: FileKind; document: DocumentRef }
  | { fileId: string; kind: 'comparison'; comparison: Comparison }

export const fileKinds = [
  'comparison',
  'test-purchase',
  'decision',
  'original-work',
  'source-page',
  'attachment',
  'right',
  'identity',
] as const
export type FileKind = Exclude<(typeof fileKinds)[number], 'comparison'>

/**
 * The files of a complaint, those first that its reason asks for. Documents of right and holder follow only where
 * the portal has no account that holds them.
 */
export function formFiles(
  complaint: Pick<Complaint, 'answers' | 'portalId' | 'reasonId'>,
  { right, holder, rules }: { right: Right | null; holder: Holder | null; rules: PortalRules },
): FormFile[] {
  const { answers } = complaint
  const demands = reasonOf(rules, complaint.reasonId)?.demands ?? []
  const takesDocuments = portalOf(rules, complaint.portalId)?.needsAccount === false
  const stored = (kind: FileKind, documents: ReadonlyArray<DocumentRef | null | undefined>): FormFile[] =>
    documents.flatMap((document) => (document ? [{ fileId: document.sha256, kind, document }] : []))
  const isCompared = demands.includes('comparison') || demands.includes('design-comparison')
  const files: FormFile[] = [
    ...(isCompared
      ? answers.comparisons.map((comparison) => ({
          fileId: comparison.comparisonId,
          kind: 'comparison' as const,
          comparison,
        }))
      : []),
    ...(demands.includes('order-number')
      ? stored('test-purchase', [answers.testPurchase?.report, ...(answers.testPurchase?.photos ?? [])])
      : []),
    ...(demands.includes('decision') ? stored('decision', [answers.decision]) : []),
    ...(demands.includes('original-work') ? stored('original-work', originalsOf(complaint, right)) : []),
    ...(demands.includes('source-page') ? stored('source-page', [answers.sourcePage?.screenshot]) : []),
    ...stored('attachment', answers.attachments),
    ...(takesDocuments && right ? stored('right', documentsOf(right)) : []),
    ...(takesDocuments ? stored('identity', holder?.identityDocuments ?? []) : []),
  ]
  return files.filter(({ fileId }, at) => files.findIndex((one) => one.fileId === fileId) === at)
}

/** The pictures of the right serve where no original was added. */
const originalsOf = ({ answers }: Pick<Complaint, 'answers'>, right: Right | null) =>
  answers.originalWork ? [answers.originalWork] : (right?.references ?? [])
