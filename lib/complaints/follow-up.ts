import type { CalendarDate } from '../rights/right.ts'
import type { DocumentRef } from '../rights/right-document.ts'
import type { ContestStep } from './contest-step.ts'

export const counterGrounds = [
  'invoice',
  'authorisation',
  'non-infringement',
  'prior-sale',
  'prior-right',
  'other',
] as const
/** What sellers put forward (PORTAL.md §4.3). */
export type CounterGround = (typeof counterGrounds)[number]

interface CommonFollowUp {
  followUpId: string
  /** The filed complaint. */
  complaintId: string
  /** Listings of it that this is about. */
  comIds: string[]
  /** Day on which the portal showed the counter-notice, or decided. */
  receivedOn: CalendarDate
  /** What the seller or the portal says, as the person noted it. */
  stated: string
  /** What the holder answers. */
  answer: string
  attachments: DocumentRef[]
  /** Day on which the person answered on the portal; null until then. */
  answeredOn: CalendarDate | null
  note: string
  /** What else happened to it; absent while nothing did. */
  steps?: ContestStep[]
  createdAtMs: number
  changedAtMs: number
}

/**
 * A seller contests. The holder accepts it, and the listing comes back, or rejects it, and the portal decides
 * (PORTAL.md §4.1).
 */
export interface CounterNotice extends CommonFollowUp {
  kind: 'counter-notice'
  state: 'received' | 'accepted' | 'rejected'
  grounds: CounterGround[]
}

/** A decision of the portal that the holder may appeal (PORTAL.md §4.6). */
export interface Appeal extends CommonFollowUp {
  kind: 'appeal'
  state: 'received' | 'appealed' | 'left'
}

/** What came after a filing and asks for an answer. */
export type FollowUp = CounterNotice | Appeal

/** How the person answered: accepted or rejected a counter-notice; appealed a decision, or left it. */
export type FollowUpAnswer = 'accepted' | 'rejected' | 'appealed' | 'left'

export const answersTo = {
  'counter-notice': ['rejected', 'accepted'],
  appeal: ['appealed', 'left'],
} as const satisfies Record<FollowUp['kind'], readonly FollowUpAnswer[]>

/** Port of the complaints room to where follow-ups are kept; each write is one strict commit. */
export interface FollowUpRepo {
  all(): Promise<FollowUp[]>
  add(followUp: FollowUp): Promise<void>
  /** Changes it as `change` says, which sees what is stored; null leaves it. Resolves to what is stored then. */
  change(followUpId: string, change: (stored: FollowUp) => FollowUp | null): Promise<FollowUp | null>
}
