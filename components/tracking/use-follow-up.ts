import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import type { FollowUp } from '../../lib/complaints/follow-up.ts'
import { type BusinessCalendar, buildCalendar, type OwnDay } from '../../lib/tracking/business-days.ts'
import { type Deadline, deadlinesOf } from '../../lib/tracking/deadlines.ts'
import { type TodayList, todayList } from '../../lib/tracking/today-list.ts'
import type { FiledComplaint } from '../../lib/tracking/track-repo.ts'
import { type Known, readKnown } from '../complaints/read-known.ts'
import type { FollowUpServices } from './services.ts'

/** Everything that the pages about filed complaints show. */
export interface FollowUpState {
  known: Known
  filed: FiledComplaint[]
  followUps: FollowUp[]
  deadlines: Deadline[]
  today: TodayList
  /** Whether `today` knows already of which listings no screenshot is kept: that takes longest. */
  isEvidenceKnown: boolean
  ownDays: OwnDay[]
  calendar: BusinessCalendar
}

/** Read again whenever something of it changes. */
export function useFollowUp(services: FollowUpServices): FollowUpState | undefined {
  const read = useLiveQuery(() => readFollowUp(services), [services])
  const looked = useLiveQuery(
    async () => (read ? { read, missing: await withoutPictures(services, read) } : undefined),
    [services, read],
  )
  return useMemo(() => {
    if (!read) return undefined
    const { ready, ...state } = read
    const today = todayList({ ...read, evidenceMissing: looked?.missing ?? [] }, read.known.today)
    return { ...state, today, isEvidenceKnown: looked !== undefined }
  }, [read, looked])
}

type ReadFollowUp = Omit<FollowUpState, 'today' | 'isEvidenceKnown'> & { ready: TodayList['toFile'] }

async function readFollowUp(services: FollowUpServices): Promise<ReadFollowUp> {
  const { reader, tracks, followUps: repo, ownDays: store } = services
  const [known, filed, followUps, stored, ownDays] = await Promise.all([
    readKnown(services),
    tracks.filed(),
    repo.all(),
    reader.complaints(),
    store.read(),
  ])
  const calendar = buildCalendar(ownDays)
  const { rules } = known
  const deadlines = filed.flatMap((one) => deadlinesOf(one, { followUps, rules, calendar }))
  const ready = stored.filter(({ complaint }) => complaint.state === 'ready')
  return { known, filed, followUps, deadlines, ready, ownDays, calendar }
}

/** Complaints that wait for a decision, or are to be filed, with listings of which no screenshot is kept. */
async function withoutPictures(
  { reader }: Pick<FollowUpServices, 'reader'>,
  { filed, ready }: Pick<ReadFollowUp, 'filed' | 'ready'>,
): Promise<TodayList['evidenceMissing']> {
  const waiting = filed.filter(({ track }) => track.state === 'filed')
  const [drafts, withoutScreenshot] = await Promise.all([
    Promise.all(ready.map(({ complaint }) => reader.complaint(complaint.complaintId))),
    reader.withoutScreenshot(waiting.flatMap(({ lines }) => lines.map(({ line }) => line.comId))),
  ])
  const bare = new Set(withoutScreenshot)
  const all = [
    ...waiting.map(({ complaint, lines }) => ({
      complaint,
      comIds: lines.map(({ line }) => line.comId).filter((comId) => bare.has(comId)),
    })),
    ...drafts.flatMap((draft) =>
      draft
        ? [
            {
              complaint: draft.complaint,
              comIds: draft.lines.flatMap(({ line, facts: { screenshots } }) =>
                screenshots === 0 ? [line.comId] : [],
              ),
            },
          ]
        : [],
    ),
  ]
  return all.filter(({ comIds }) => comIds.length > 0)
}
