import * as z from 'zod'
import { ipTypes } from '../queue/flag.ts'
import { documentTypes } from '../rights/right-document.ts'

z.config({ jitless: true })

/**
 * What portals ask, as dated data that a person can edit: portals change, and most of what is public describes
 * older forms. Nothing of it stands in code elsewhere.
 */

/**
 * How sure a rule is: `official` since 2023; `official-old` before or undated; `third-party`; `default`: a
 * cautious choice of ours where no figure was found.
 */
const certainty = z.enum(['official', 'official-old', 'third-party', 'default', 'edited'])
export type Certainty = z.infer<typeof certainty>

const stated = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ value, source: z.string().max(500), certainty })

const count = z.number().int().positive().max(1_000_000)
const line = z.string().min(1).max(300)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

export const complaintTypes = ['product-listing', 'store-front'] as const
export type ComplaintType = (typeof complaintTypes)[number]

export const demands = [
  'comparison',
  'statement',
  'order-number',
  'purchase-photos',
  'test-purchase-report',
  'mark-on-page',
  'original-work',
  'source-page',
  'claim-chart',
  'design-comparison',
  'decision',
] as const
/** What a reason asks for beside the explanation (PORTAL.md §3.4, §8.2–8.4). */
export type Demand = (typeof demands)[number]

export const formFields = [
  'complainant',
  'e-mail',
  'role',
  'platform',
  'ip-type',
  'right-number',
  'right-name',
  'registrant',
  'jurisdiction',
  'complaint-type',
  'reason',
  'links',
  'explanation',
  'statement',
  'order-number',
  'source-url',
  'case-number',
  'answer',
  'attachments',
  'declaration',
] as const
/** What a portal's form asks for, each as the filing desk offers it. */
export type FormField = (typeof formFields)[number]

const fieldsInOrder = z.array(z.enum(formFields)).min(1).max(formFields.length)

const portalSchema = z.strictObject({
  portalId: slug,
  name: line,
  kind: z.enum(['portal', 'form', 'e-mail']),
  /** Address of the form; an e-mail address where kind is "e-mail". */
  address: stated(line),
  needsAccount: z.boolean(),
  platforms: z.array(slug).min(1).max(20),
  complaintTypes: z.array(z.enum(complaintTypes)).min(1),
  linksPerComplaint: stated(count),
  explanation: z.strictObject({ minChars: stated(z.number().int().nonnegative()), maxChars: stated(count) }),
  attachments: z.strictObject({
    maxCount: stated(count),
    maxBytes: stated(z.number().int().positive().max(1_000_000_000)),
    types: stated(z.array(z.enum(documentTypes)).min(1)),
  }),
  languages: z.array(z.enum(['en', 'zh'])).min(1),
  /** The fields of its form, from top to bottom. */
  form: stated(fieldsInOrder),
  /** The same where a counter-notice is answered or a decision appealed. */
  answerForm: stated(fieldsInOrder),
  /** Business days until a decision is to be expected. */
  reviewBusinessDays: stated(count),
  /** Business days after filing at which to ask again. */
  reminderBusinessDays: stated(z.array(count).max(5)),
  counterNoticeBusinessDays: stated(count),
  /** Business days in which the holder answers a counter-notice. */
  answerBusinessDays: stated(count),
})

const reasonSchema = z.strictObject({
  reasonId: slug,
  ipType: z.enum(ipTypes),
  name: stated(line),
  /** One sentence for the person: when this reason fits. */
  when: line.max(500),
  demands: z.array(z.enum(demands)),
  complaintTypes: z.array(z.enum(complaintTypes)).min(1),
  /** A complaint for this reason takes one listing only. */
  isSingle: z.boolean(),
  /** Kinds of patent that it is for; all where empty. */
  patentKinds: z.array(z.enum(['invention', 'utility-model', 'design'])),
})

export const portalRulesSchema = z
  .strictObject({
    /** Date of the data, "2026-11-23"; with "+edited" where a person changed it. */
    version: z.string().regex(/^\d{4}-\d{2}-\d{2}(\+edited)?$/),
    platforms: z.array(z.strictObject({ platformId: slug, name: line })).min(1),
    portals: z.array(portalSchema).min(1).max(50),
    defaultPortalId: slug,
    reasons: z.array(reasonSchema).min(1).max(200),
    goodFaith: z.strictObject({
      minSuccessShare: stated(z.number().min(0).max(1)),
      maxCounteredShare: stated(z.number().min(0).max(1)),
      windowMonths: stated(count),
    }),
    /** Calendar days in which a holder must show a court or agency complaint after a seller's declaration. */
    legalWindowDays: stated(count),
    /** Months in which a notifier may appeal in the EU. */
    appealMonths: stated(count),
    lastSeenMaxHours: stated(count),
    /** A single claim chart or comparison is doubted beyond this many listings. */
    oneAnalysisMaxListings: stated(count),
  })
  .superRefine((rules, context) => {
    const doubled = (ids: string[]) => ids.find((one, at) => ids.indexOf(one) !== at)
    const twice =
      doubled(rules.portals.map(({ portalId }) => portalId)) ??
      doubled(rules.reasons.map(({ reasonId }) => reasonId)) ??
      doubled(rules.platforms.map(({ platformId }) => platformId))
    if (twice) context.addIssue({ code: 'custom', message: `"${twice}" stands there twice` })
    if (!rules.portals.some(({ portalId }) => portalId === rules.defaultPortalId)) {
      context.addIssue({ code: 'custom', path: ['defaultPortalId'], message: 'is no portal of the list' })
    }
    const known = new Set(rules.platforms.map(({ platformId }) => platformId))
    for (const [at, { platforms }] of rules.portals.entries()) {
      const unknown = platforms.find((platformId) => !known.has(platformId))
      if (unknown) {
        context.addIssue({
          code: 'custom',
          path: ['portals', at, 'platforms'],
          message: `"${unknown}" is no platform`,
        })
      }
    }
  })

export type PortalRules = z.infer<typeof portalRulesSchema>
export type Portal = PortalRules['portals'][number]
export type Reason = PortalRules['reasons'][number]

export const portalOf = (rules: PortalRules, portalId: string): Portal | null =>
  rules.portals.find((portal) => portal.portalId === portalId) ?? null

export const reasonOf = (rules: PortalRules, reasonId: string): Reason | null =>
  rules.reasons.find((reason) => reason.reasonId === reasonId) ?? null

/** Links that one complaint takes: the portal's number, or one where the reason stands alone. */
export const linksPerComplaint = (portal: Portal, reason: Reason | null): number =>
  reason?.isSingle ? 1 : portal.linksPerComplaint.value
