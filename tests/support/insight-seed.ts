import type { Complaint, ComplaintLine } from '../../lib/complaints/complaint.ts'
import type { Capture } from '../../lib/evidence/capture.ts'
import type { Flag } from '../../lib/queue/flag.ts'
import { plainOutcome } from '../../lib/tracking/line-outcome.ts'
import { type LineTrack, newLineTrack, withLineEvent } from '../../lib/tracking/track.ts'
import { deskSeed } from './desk-seed.ts'
import type { SeedRows } from './queue-seed.ts'

const dayMs = 86_400_000
const dayBefore = (days: number): string => new Date(Date.now() - days * dayMs).toISOString().slice(0, 10)

const keywords = ['trail bottle', 'Trail  Bottle', 'velmora 750 ml', '水瓶 velmora', '=HYPERLINK("x")']

/**
 * Half a year of work: sixty listings judged, three complaints filed, of which the first (case IN-1, ten listings,
 * filed 120 days ago) has six taken down after 2 to 7 days, two rejected, one reinstated and one open.
 */
export async function insightSeed(): Promise<SeedRows> {
  const rows = await deskSeed([
    { listings: 10, state: 'filed', caseNumber: 'IN-1', filedOn: dayBefore(120) },
    {
      ...{ listings: 4, rightId: 'right-cr', reasonId: 'cr-image-theft' },
      ...{ state: 'filed' as const, caseNumber: 'IN-2', filedOn: dayBefore(50) },
    },
    { listings: 6, state: 'filed', caseNumber: 'IN-3', filedOn: dayBefore(5) },
  ])
  const flags = rows.flags as Flag[]
  const complaints = rows.complaints as Complaint[]
  const lines = rows.complaintLines as ComplaintLine[]
  const filedOn = new Map(complaints.map((one) => [one.complaintId, one.filedOn]))
  for (const line of lines) line.state = 'filed'
  for (const [at, flag] of flags.entries()) {
    const line = lines.find(({ flagId }) => flagId === flag.flagId)
    const day = line ? filedOn.get(line.complaintId) : dayBefore(170 - at * 2)
    flag.createdAtMs = Date.parse(`${day}T12:00:00Z`) - (line ? 3 : 0) * dayMs
    if (line) {
      flag.filedIn = line.complaintId
      delete (flag as { queueGroup?: string }).queueGroup
    }
    const capture = (rows.captures as Capture[]).find(({ captureId }) => captureId === flag.captureId)
    if (!capture) continue
    capture.createdAtMs = flag.createdAtMs
    capture.sighting.keyword = keywords[at % keywords.length] ?? null
    capture.sighting.resultsPage = at % 7 === 6 ? 2 : 1
  }
  const entered = (
    line: ComplaintLine | undefined,
    state: 'removed' | 'rejected',
    days: number,
    reason = '',
  ) =>
    line
      ? [
          withLineEvent(newLineTrack(line), {
            change: { kind: 'outcome', ...plainOutcome(state, reason) },
            on: new Date(Date.parse(filedOn.get(line.complaintId) ?? '') + days * dayMs)
              .toISOString()
              .slice(0, 10),
            ...{ source: 'hand', note: '', at: { wallMs: Date.now(), offsetMinutes: 0 } },
          }),
        ]
      : []
  const [back] = entered(lines[8], 'removed', 4)
  const tracks: LineTrack[] = [
    ...[2, 3, 4, 5, 6, 7].flatMap((days, at) => entered(lines[at], 'removed', days)),
    ...[6, 7].flatMap((at) => entered(lines[at], 'rejected', 9, 'No valid evidence')),
    ...(back
      ? [
          withLineEvent(back, {
            change: { kind: 'outcome', state: 'reinstated', by: 'platform', relistedAs: null, reason: '' },
            on: dayBefore(100),
            ...{ source: 'hand', note: '', at: { wallMs: Date.now(), offsetMinutes: 0 } },
          }),
        ]
      : []),
    ...[10, 11].flatMap((at) => entered(lines[at], 'removed', 3)),
    ...entered(lines[12], 'rejected', 4),
  ]
  return { ...rows, tracks }
}
