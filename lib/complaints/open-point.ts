const fields = [
  'portal',
  'right',
  'right.number',
  'right.mark',
  'right.registrant',
  'right.classes',
  'right.jurisdiction',
  'right.territory',
  'right.validity',
  'right.portal-status',
  'right.extension',
  'right.work',
  'right.certificate',
  'right.patent',
  'right.evaluation-report',
  'holder',
  'authority',
  'complaint-type',
  'reason',
  'lines',
  'explanation',
  'mark-places',
  'goods-class',
  'copied-part',
  'comparison',
  'statement',
  'test-purchase',
  'original-work',
  'source-page',
  'claim-chart',
  'decision',
  'attachments',
  'genuine',
  'declaration',
] as const
/** Parts of a complaint, or of what it rests on, that a person can go to and mend. */
export type Field = (typeof fields)[number]

export const isField = (text: string | null): text is Field => fields.some((field) => field === text)

/** What the sentence of a point names, for those who say it in another language; which of them is the code's matter. */
export interface PointFacts {
  /** Links, listings, files or characters that there are. */
  many?: number
  /** How many there may or must be. */
  limit?: number
  days?: number
  on?: string | null
  /** Of a seller, a right or a file. */
  name?: string
  /** Code of the country that the listing was captured for. */
  country?: string
  classes?: readonly number[]
  url?: string
  /** Open fields of the explanation, as its text shows them. */
  fields?: readonly string[]
  megabytes?: number
  isStoreFront?: boolean
  isSellerHidden?: boolean
  isPatent?: boolean
}

/** Something that stands between a complaint and its filing. */
export interface OpenPoint {
  /** Stable and kebab-case. */
  code: string
  /** `blocking`: no pack is made. `warning`: the person decides. */
  severity: 'blocking' | 'warning'
  /** One sentence that says what to do. */
  message: string
  /** Where it is mended. */
  field: Field
  /** The listing it is about; null where it is about the whole complaint. */
  comId: string | null
  facts: PointFacts
}

type Make = (
  code: string,
  field: Field,
  message: string,
  comId?: string | null,
  facts?: PointFacts,
) => OpenPoint

export const blocking: Make = (code, field, message, comId = null, facts = {}) => ({
  code,
  severity: 'blocking',
  message,
  field,
  comId,
  facts,
})

export const warning: Make = (code, field, message, comId = null, facts = {}) => ({
  code,
  severity: 'warning',
  message,
  field,
  comId,
  facts,
})

/** Blocking ones first, those of the whole complaint before those of single listings; the order stays otherwise. */
export const sortedPoints = (points: readonly OpenPoint[]): OpenPoint[] =>
  [...points].sort((one, other) => rankOf(one) - rankOf(other))

const rankOf = ({ severity, comId }: OpenPoint): number =>
  (severity === 'blocking' ? 0 : 2) + (comId === null ? 0 : 1)
