import type { CalendarDate } from '../rights/right.ts'
import type { DocumentRef } from '../rights/right-document.ts'
import type { ComplaintType } from './portal-rules.ts'

/** What makes one complaint: everything in it shares these. */
export interface ComplaintKey {
  portalId: string
  platformId: string
  rightId: string
  complaintType: ComplaintType
  reasonId: string
}

export type Language = 'en' | 'zh'

/** Where a mark stands. */
export const markPlaces = ['product', 'packaging', 'picture', 'title', 'store'] as const
export type MarkPlace = (typeof markPlaces)[number]

/** What was copied of a work (PORTAL.md §3.4, AliExpress' own classes). */
export const copiedParts = ['product', 'packaging', 'page'] as const
export type CopiedPart = (typeof copiedParts)[number]

/** A genuine picture (or design view) beside a picture of the listing, with numbered differences. */
export interface Comparison {
  comparisonId: string
  comId: string
  genuine: DocumentRef
  /** The listing's picture: an artefact of a capture, by hash. */
  listingSha256: string
  /** For designs: which view both show, e.g. "front". */
  view: string
  differences: Array<{
    /** Place in the listing's picture, 0 to 1 of width and height. */
    x: number
    y: number
    text: string
  }>
}

/** One row of an infringement analysis. */
export interface ClaimChartRow {
  /** Number of the claim. */
  claim: number
  feature: string
  /** Where the product shows it. */
  seen: string
  /** Picture that shows it; null where words do. */
  pictureSha256: string | null
}

export interface TestPurchase {
  orderNumber: string
  orderedOn: CalendarDate | null
  receivedOn: CalendarDate | null
  /** What was examined, and why the goods are not genuine. */
  findings: string
  photos: DocumentRef[]
  /** Signed report. */
  report: DocumentRef | null
}

/** What a person adds for the portal. */
export interface ComplaintAnswers {
  language: Language
  explanation: string
  markPlaces: MarkPlace[]
  /** The mark is shown as registered; needed for "unfair use". */
  isMarkIdentical: boolean
  /** The goods are in a class of the mark; null where nobody said. */
  areGoodsInClass: boolean | null
  copiedPart: CopiedPart | null
  /** "Neither we nor a licensed maker ever made this model." */
  statement: string
  comparisons: Comparison[]
  claimChart: ClaimChartRow[]
  testPurchase: TestPurchase | null
  /** The work as its owner made it. */
  originalWork: DocumentRef | null
  /** The owner's own page with the picture, address in view. */
  sourcePage: { screenshot: DocumentRef; url: string } | null
  decision: DocumentRef | null
  attachments: DocumentRef[]
  /** The person looked: these are not genuine or licensed goods. */
  isConfirmedNotGenuine: boolean
  declaration: { name: string; on: CalendarDate } | null
}

export const complaintStates = ['draft', 'ready', 'filed'] as const
export type ComplaintState = (typeof complaintStates)[number]

/** A pack that was made of a complaint. It says nothing of filing. */
export interface PackAct {
  packId: string
  /** Of the file. */
  name: string
  /** Of the whole file, 64 hexadecimal digits. */
  sha256: string
  packedAtMs: number
}

export interface Complaint extends ComplaintKey {
  complaintId: string
  state: ComplaintState
  answers: ComplaintAnswers
  /** As the portal numbered it; null until it is filed. */
  caseNumber: string | null
  filedOn: CalendarDate | null
  note: string
  createdAtMs: number
  changedAtMs: number
  /** The newest pack made of it; absent while there is none. */
  lastPack?: PackAct
}

/** One listing in one complaint. */
export interface ComplaintLine {
  lineId: string
  complaintId: string
  comId: string
  rightId: string
  /** Place in the complaint, from 0. */
  position: number
  /** The flag that brought it here. */
  flagId: string
  state: 'queued' | 'filed'
  changedAtMs: number
}

export const noAnswers = (language: Language): ComplaintAnswers => ({
  language,
  explanation: '',
  markPlaces: [],
  isMarkIdentical: false,
  areGoodsInClass: null,
  copiedPart: null,
  statement: '',
  comparisons: [],
  claimChart: [],
  testPurchase: null,
  originalWork: null,
  sourcePage: null,
  decision: null,
  attachments: [],
  isConfirmedNotGenuine: false,
  declaration: null,
})
