import { useLiveQuery } from 'dexie-react-hooks'
import type { Complaint } from '../../../lib/complaints/complaint.ts'
import type { ReadComplaint } from '../../../lib/complaints/complaint-reader.ts'
import type { DeskMark } from '../../../lib/complaints/desk-store.ts'
import type { FollowUp } from '../../../lib/complaints/follow-up.ts'
import { type BusinessCalendar, buildCalendar } from '../../../lib/tracking/business-days.ts'
import { type Known, readKnown } from '../read-known.ts'
import type { DeskServices } from './services.ts'

export interface StoredComplaint {
  complaint: Complaint
  lines: number
}

/** What may lie on the desk, in the order in which it is offered. */
export interface DeskPile {
  ready: StoredComplaint[]
  /** Counter-notices and decisions that wait for an answer. */
  answer: Array<{ followUp: FollowUp; complaint: Complaint }>
  draft: StoredComplaint[]
  filed: StoredComplaint[]
}

export interface Desk {
  known: Known
  calendar: BusinessCalendar
  pile: DeskPile
  followUps: FollowUp[]
  /** What lies on it; null where there is nothing at all. */
  subject: { read: ReadComplaint; followUp: FollowUp | null; marks: DeskMark[] } | null
}

/** Everything that the desk shows, read again whenever something of it changes. */
export const useDesk = (services: DeskServices): Desk | undefined =>
  useLiveQuery(() => readDesk(services), [services])

async function readDesk(services: DeskServices): Promise<Desk> {
  const { reader, followUps: repo, desk, ownDays } = services
  const [known, stored, followUps, onDesk, own] = await Promise.all([
    readKnown(services),
    reader.complaints(),
    repo.all(),
    desk.onDesk(),
    ownDays.read(),
  ])
  const calendar = buildCalendar(own)
  const pile = pileOf(stored, followUps)
  const chosen = followUps.find(({ followUpId }) => followUpId === onDesk) ?? null
  const isStored = stored.some(({ complaint }) => complaint.complaintId === onDesk)
  const complaintId =
    chosen?.complaintId ?? (isStored ? onDesk : (pile.ready[0] ?? pile.draft[0])?.complaint.complaintId)
  const read = complaintId ? await reader.complaint(complaintId) : null
  const marks = read ? await desk.marks(chosen?.followUpId ?? read.complaint.complaintId) : []
  return { known, calendar, pile, followUps, subject: read && { read, followUp: chosen, marks } }
}

/** Those first that can be filed, oldest first; of the filed ones the newest first. */
export function pileOf(stored: readonly StoredComplaint[], followUps: readonly FollowUp[]): DeskPile {
  const oldestFirst = [...stored].sort(
    (one, other) => one.complaint.createdAtMs - other.complaint.createdAtMs,
  )
  const inState = (state: Complaint['state']) =>
    oldestFirst.filter(({ complaint }) => complaint.state === state)
  const complaintOf = new Map(stored.map(({ complaint }) => [complaint.complaintId, complaint]))
  return {
    ready: inState('ready'),
    answer: followUps
      .filter(({ state }) => state === 'received')
      .sort((one, other) => (one.receivedOn < other.receivedOn ? -1 : 1))
      .flatMap((followUp) => {
        const complaint = complaintOf.get(followUp.complaintId)
        return complaint ? [{ followUp, complaint }] : []
      }),
    draft: inState('draft'),
    filed: inState('filed').sort((one, other) => other.complaint.changedAtMs - one.complaint.changedAtMs),
  }
}
