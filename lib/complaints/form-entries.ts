import type { Holder, Right } from '../rights/right.ts'
import type { Complaint } from './complaint.ts'
import { complaintLinks } from './complaint-links.ts'
import { declarationText } from './declaration-text.ts'
import type { ListingFacts } from './listing-facts.ts'
import {
  type Demand,
  type FormField,
  linksPerComplaint,
  type PortalRules,
  portalOf,
  reasonOf,
} from './portal-rules.ts'

/** One thing that a form asks for, ready to be put in. */
export interface FormEntry {
  /** Stable while the complaint stays as it is cut: the field, with the part where the links are several. */
  entryId: string
  field: FormField
  /** As it is copied; empty where it is not known. */
  value: string
  /** Which part of the links, and of how many; null for everything else. */
  part: { at: number; of: number; links: number } | null
}

export interface FormSource {
  complaint: Complaint
  right: Right | null
  holder: Holder | null
  listings: ReadonlyArray<Pick<ListingFacts, 'url' | 'storeNumbers'>>
  rules: PortalRules
}

/** Fields that are asked only where the reason demands them. */
const demandedBy: Partial<Record<FormField, Demand>> = {
  statement: 'statement',
  'order-number': 'order-number',
  'source-url': 'source-page',
}

/**
 * What the portal's form asks for, in the order of its fields; nothing where the portal is not known. The place of
 * the files is among them, as an entry without value.
 * @param answer text of an answer to a counter-notice or of an appeal: the entries of that form
 */
export function formEntries(source: FormSource, answer: string | null = null): FormEntry[] {
  const { complaint, rules } = source
  const portal = portalOf(rules, complaint.portalId)
  if (!portal) return []
  const reason = reasonOf(rules, complaint.reasonId)
  const fields = answer === null ? portal.form.value : portal.answerForm.value
  return fields.flatMap((field): FormEntry[] => {
    const demand = demandedBy[field]
    if (demand && !reason?.demands.includes(demand)) return []
    if (field === 'links') {
      return linkEntries(
        complaintLinks(complaint.complaintType, source.listings),
        linksPerComplaint(portal, reason),
      )
    }
    const value = field === 'answer' ? (answer ?? '') : fieldValue(field, source)
    return [{ entryId: field, field, value: value.trim(), part: null }]
  })
}

/** One link a line, nothing else: as many at a time as the form takes. */
function linkEntries(urls: readonly string[], perForm: number): FormEntry[] {
  const of = Math.max(1, Math.ceil(urls.length / perForm))
  return Array.from({ length: of }, (_, index) => {
    const part = urls.slice(index * perForm, (index + 1) * perForm)
    return {
      entryId: of === 1 ? 'links' : `links-${index + 1}`,
      field: 'links',
      value: part.join('\n'),
      part: { at: index + 1, of, links: part.length },
    }
  })
}

const ipTypeNames = { trademark: 'Trademark', copyright: 'Copyright', patent: 'Patent' }
const typeNames = { 'product-listing': 'Product listing', 'store-front': 'Store front' }

function fieldValue(field: FormField, { complaint, right, holder, rules }: FormSource): string {
  const { answers } = complaint
  switch (field) {
    case 'complainant':
      return holder?.complainantName ?? ''
    case 'e-mail':
      return holder?.contactEmail ?? ''
    case 'role':
      return right ? { owner: 'Right holder', agent: 'Agent' }[right.role] : ''
    case 'platform':
      return rules.platforms.find(({ platformId }) => platformId === complaint.platformId)?.name ?? ''
    case 'ip-type':
      return right ? ipTypeNames[right.ipType] : ''
    case 'right-number':
      return right?.number ?? ''
    case 'right-name':
      return right ? nameOf(right) : ''
    case 'registrant':
      return right?.registrant ?? ''
    case 'jurisdiction':
      return right?.jurisdiction ?? ''
    case 'complaint-type':
      return typeNames[complaint.complaintType]
    case 'reason':
      return reasonOf(rules, complaint.reasonId)?.name.value ?? ''
    case 'explanation':
      return answers.explanation
    case 'statement':
      return answers.statement
    case 'order-number':
      return answers.testPurchase?.orderNumber ?? ''
    case 'source-url':
      return answers.sourcePage?.url ?? ''
    case 'case-number':
      return complaint.caseNumber ?? ''
    case 'declaration':
      return answers.declaration
        ? `${declarationText(answers.language, { right, holder })}\n${answers.declaration.name}, ${answers.declaration.on}`
        : ''
    case 'links':
    case 'answer':
    case 'attachments':
      return ''
  }
}

/** Mark, work or patent, as on the register. */
function nameOf(right: Right): string {
  if (right.ipType === 'trademark') return right.mark
  return right.ipType === 'copyright' ? right.workTitle : right.title
}
