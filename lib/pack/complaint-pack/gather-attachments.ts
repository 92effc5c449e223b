import { comparisonFacts } from '../../complaints/comparison-facts.ts'
import type { Comparison } from '../../complaints/complaint.ts'
import type { ListingPicture } from '../../complaints/complaint-reader.ts'
import type { Reason } from '../../complaints/portal-rules.ts'
import type { ComplaintToPack } from '../../complaints/read-to-pack.ts'
import { sha256Hex } from '../../core/digest.ts'
import type { Right } from '../../rights/right.ts'
import type { DocumentRef } from '../../rights/right-document.ts'
import { safeFileName } from '../pack-names.ts'
import type { Paper, WritePaper } from '../paper/paper.ts'
import type { ReadBytes } from '../queue-pack/pack-screenshot.ts'
import type { Attachment } from './attachment.ts'
import { claimChartPaper } from './claim-chart-paper.ts'
import type { ComplaintProblem } from './complaint-report.ts'

/** What is drawn as one picture: both sides, numbered, with what each number says. */
export interface ComparisonToDraw {
  genuine: { bytes: Uint8Array<ArrayBuffer>; mediaType: string }
  listing: { bytes: Uint8Array<ArrayBuffer>; mediaType: string }
  differences: Comparison['differences']
  captions: { genuine: string; listing: string }
  facts: readonly string[]
}

export interface AttachmentSource {
  readBytes: ReadBytes
  readFile: ReadBytes
  pictures(comId: string): Promise<ListingPicture[]>
  /** As PNG. */
  drawComparison(comparison: ComparisonToDraw): Promise<Uint8Array<ArrayBuffer>>
  writePaper: WritePaper
}

type PaperFrame = Pick<Paper, 'footer' | 'docketVersion' | 'madeAtMs'>

/** Every file that goes to the portal with a complaint, most telling first, as it is kept. */
export async function gatherAttachments(
  source: AttachmentSource,
  { complaint, lines, reason, right }: ComplaintToPack,
  frame: PaperFrame & { offsetMinutes: number },
): Promise<{ files: Attachment[]; problems: ComplaintProblem[] }> {
  const { answers } = complaint
  const problems: ComplaintProblem[] = []
  const files: Attachment[] = []
  const isDesign = reason.demands.includes('design-comparison')
  const factsOf = new Map(lines.map(({ facts }) => [facts.comId, facts]))

  for (const [at, comparison] of answers.comparisons.entries()) {
    const facts = factsOf.get(comparison.comId)
    const genuine = await readDocument(source.readFile, comparison.genuine)
    const picture = (await source.pictures(comparison.comId)).find(
      ({ sha256 }) => sha256 === comparison.listingSha256,
    )
    const listing = picture && (await verified(source.readBytes, picture.sha256))
    if (!facts || !genuine || !picture || !listing) {
      problems.push(missing(`A picture of the comparison of item ${comparison.comId}`, comparison.comId))
      continue
    }
    const bytes = await source.drawComparison({
      genuine: { bytes: genuine, mediaType: comparison.genuine.mediaType },
      listing: { bytes: listing, mediaType: picture.mediaType },
      differences: comparison.differences,
      ...comparisonFacts(comparison, { facts, picture, isDesign, offsetMinutes: frame.offsetMinutes }),
    })
    files.push({ name: `comparison-${at + 1}-${comparison.comId}.png`, mediaType: 'image/png', bytes })
  }
  if (answers.claimChart.length > 0) {
    const paper = claimChartPaper(answers.claimChart, { right, lines, language: answers.language })
    const bytes = await source.writePaper({ ...paper, ...frame })
    files.push({ name: 'claim-chart.pdf', mediaType: 'application/pdf', bytes })
  }
  const pictured = new Set(answers.claimChart.flatMap(({ pictureSha256 }) => pictureSha256 ?? []))
  for (const { comId } of lines.map(({ facts }) => facts)) {
    if (pictured.size === 0) break
    for (const picture of await source.pictures(comId)) {
      if (!pictured.delete(picture.sha256)) continue
      const bytes = await verified(source.readBytes, picture.sha256)
      if (bytes && (picture.mediaType === 'image/png' || picture.mediaType === 'image/jpeg')) {
        const name = `claim-chart-${picture.sha256.slice(0, 8)}-${picture.name}`
        files.push({ name, mediaType: picture.mediaType, bytes })
      }
    }
  }
  if (pictured.size > 0) problems.push(missing('A picture of the claim chart', null))
  const purchase = answers.testPurchase
  const documents: Array<[role: string, document: DocumentRef | null | undefined]> = [
    ['decision', answers.decision],
    ['test-purchase-report', purchase?.report],
    ...(purchase?.photos ?? []).map((photo, at): [string, DocumentRef] => [
      `test-purchase-photo-${at + 1}`,
      photo,
    ]),
    ...originalsOf(answers.originalWork, reason, right).map((original): [string, DocumentRef] => [
      'original-work',
      original,
    ]),
    ['source-page', answers.sourcePage?.screenshot],
    ...answers.attachments.map((document): [string, DocumentRef] => ['', document]),
  ]
  for (const [role, document] of documents) {
    if (!document) continue
    const bytes = await readDocument(source.readFile, document)
    if (bytes)
      files.push({
        name: [role, document.name].filter(Boolean).join('-'),
        mediaType: document.mediaType,
        bytes,
      })
    else problems.push(missing(document.name, null))
  }
  return { files: withNames(files), problems }
}

/** The pictures of the right serve where no original was added, as the checks have it. */
const originalsOf = (own: DocumentRef | null, { demands }: Reason, { references }: Right): DocumentRef[] =>
  own ? [own] : demands.includes('original-work') ? references : []

/** Safe names, each once. */
export function withNames<File extends { name: string }>(files: readonly File[]): File[] {
  const taken = new Set<string>()
  return files.map((file) => {
    const safe = safeFileName(file.name)
    let name = safe
    for (let number = 2; taken.has(name.toLowerCase()); number++) {
      name = safe.replace(/(\.[A-Za-z0-9]+)?$/, `-${number}$1`)
    }
    taken.add(name.toLowerCase())
    return { ...file, name }
  })
}

/** The stored bytes of a document, if they are the ones that were added. */
export const readDocument = (
  readFile: ReadBytes,
  { sha256 }: Pick<DocumentRef, 'sha256'>,
): Promise<Uint8Array<ArrayBuffer> | null> => verified(readFile, sha256)

async function verified(read: ReadBytes, sha256: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = await read(sha256)
  return bytes && (await sha256Hex(bytes)) === sha256 ? bytes : null
}

const missing = (what: string, comId: string | null): ComplaintProblem => ({
  code: 'file-missing',
  message: `${what} is not stored any more, or not as it was added, so it is left out. Add it again and make the pack anew.`,
  comId,
})
