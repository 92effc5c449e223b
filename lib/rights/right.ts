import type { IpType } from '../queue/flag.ts'
import type { DocumentRef, RightDocument } from './right-document.ts'

/** Calendar date without time or zone, "2027-03-31". */
export type CalendarDate = string

/** Who owns rights. */
export interface Holder {
  holderId: string
  kind: 'company' | 'person'
  /** As on the identity document. */
  name: string
  /** As the IPP account states it; complaints must carry exactly this (PORTAL.md §1). */
  complainantName: string
  /** ISO 3166 alpha-2. */
  country: string | null
  contactName: string
  /** Sellers may see it: a role mailbox is best (PORTAL.md §1). */
  contactEmail: string
  identityDocuments: DocumentRef[]
  changedAtMs: number
}

export const portalStates = ['not-recorded', 'pending', 'verified', 'refused'] as const
/** How the portal stands to a right, as the person read it there. */
export interface PortalStatus {
  state: (typeof portalStates)[number]
  /** Since when, by the portal. */
  since: CalendarDate | null
  note: string
}

/** A seller who may sell the goods: listings of theirs are no infringement while it lasts. */
export interface AllowedSeller {
  /** Key of the seller; null where only a store is known. */
  sellerId: string | null
  storeNumber: string | null
  name: string
  /** Last day; null without end. */
  until: CalendarDate | null
  note: string
}

/** Words by which goods of a right are found in titles, specifications and store names. */
export interface Vocabulary {
  /** The mark, its spellings and transliterations. */
  names: string[]
  products: string[]
  /** Kinds of goods that the right covers, e.g. "water bottle". */
  goods: string[]
}

interface CommonRight {
  rightId: string
  holderId: string
  /** What it is called in lists, e.g. "VELMORA word mark, EU". */
  label: string
  /** Number as on the register or certificate. */
  number: string
  /** Registrant or owner, as on the register today. */
  registrant: string
  /** Office or country of registration, as shown to the portal, e.g. "EUIPO". */
  jurisdiction: string
  /** Where it applies: ISO 3166 alpha-2, or a region of `territory.ts` such as "EU". */
  territory: string[]
  /** Last day in force; null where it is not known or does not end. */
  validUntil: CalendarDate | null
  portal: PortalStatus
  role: 'owner' | 'agent'
  powerOfAttorney: DocumentRef | null
  powerOfAttorneyUntil: CalendarDate | null
  documents: RightDocument[]
  vocabulary: Vocabulary
  allowedSellers: AllowedSeller[]
  /** Pictures of genuine goods, of the work, or views of the design. */
  references: DocumentRef[]
  changedAtMs: number
}

export interface TrademarkRight extends CommonRight {
  ipType: 'trademark'
  kind: 'word' | 'figurative' | 'combined'
  /** The word, or a short description of the device; both where combined. */
  mark: string
  /** Nice classes, 1 to 45. */
  niceClasses: number[]
  /** An international registration (WIPO). */
  isInternational: boolean
  /** Certificate of territorial extension to China (PORTAL.md §2.2). */
  extensionToChina: DocumentRef | null
}

export interface CopyrightRight extends CommonRight {
  ipType: 'copyright'
  workTitle: string
  work: 'art' | 'photo' | 'text' | 'software' | 'other'
  isRegistered: boolean
  /** Signed Copyright Claim Statement, where it is not registered. */
  claimStatement: DocumentRef | null
  author: string
  firstPublished: CalendarDate | null
  firstPublishedUrl: string | null
}

export interface PatentRight extends CommonRight {
  ipType: 'patent'
  kind: 'invention' | 'utility-model' | 'design'
  title: string
  /** Filing or priority date. */
  filedOn: CalendarDate | null
  /** Claims (invention, utility model), numbered from 1. */
  claims: string[]
  /** Report of the Chinese office on a utility model or design (PORTAL.md §2.2). */
  evaluationReport: DocumentRef | null
}

export type Right = TrademarkRight | CopyrightRight | PatentRight

export type RightOf<Type extends IpType> = Extract<Right, { ipType: Type }>

/** Every file that a right names. */
export const documentsOf = (right: Right): DocumentRef[] => [
  ...right.documents,
  ...right.references,
  ...[
    right.powerOfAttorney,
    right.ipType === 'trademark' ? right.extensionToChina : null,
    right.ipType === 'copyright' ? right.claimStatement : null,
    right.ipType === 'patent' ? right.evaluationReport : null,
  ].filter((document) => document !== null),
]
