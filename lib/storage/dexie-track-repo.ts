import type { ComplaintLine } from '../complaints/complaint.ts'
import { newComplaintTrack, newLineTrack, type Track } from '../tracking/track.ts'
import type { TrackReader, TrackRepo, TrackTransaction } from '../tracking/track-repo.ts'
import { actEntry } from './act-entry.ts'
import type { DocketDatabase } from './database.ts'
import { readWhole, rowsOfEach } from './read-whole.ts'
import { storing } from './storage-refusal.ts'

/** Keeps what happened to filed complaints in the database. */
export function dexieTrackRepo(database: DocketDatabase): TrackRepo {
  const { complaints, complaintLines, tracks, meta } = database
  // Plain Dexie promises: an async wrapper around each call adds turns in which the transaction may commit too soon.
  const calls: Omit<TrackTransaction, 'enterActs'> = {
    complaints: (complaintIds) => complaints.bulkGet([...complaintIds]).then(present),
    lines: (lineIds) => complaintLines.bulkGet([...lineIds]).then(present),
    linesOf: (complaintId) => complaintLines.where('complaintId').equals(complaintId).toArray(),
    linesOfListing: (comId) => complaintLines.where('comId').equals(comId).toArray(),
    tracks: (subjectIds) => tracks.bulkGet([...subjectIds]).then(present),
    putTracks: (many) => tracks.bulkPut([...many]).then(() => undefined),
  }
  return {
    transact: (work) =>
      storing(() =>
        database.transaction('rw', [complaints, complaintLines, tracks, meta], () =>
          work({ ...calls, enterActs: actEntry(database) }),
        ),
      ),
  }
}

/** Reads for pages about filed complaints. */
export function dexieTrackReader(database: DocketDatabase): TrackReader {
  const { complaints, complaintLines, tracks } = database
  const tables = [complaints, complaintLines, tracks]
  return {
    filed: () =>
      readWhole(tables, () =>
        database.transaction('r', tables, async () => {
          const filed = await complaints.where('state').equals('filed').toArray()
          const ids = filed.map(({ complaintId }) => complaintId)
          const [lines, stored] = await Promise.all([
            rowsOfEach(complaintLines, 'complaintId', ids),
            rowsOfEach(tracks, 'complaintId', ids),
          ])
          const trackOf = new Map(stored.map((track) => [track.subjectId, track]))
          const linesOf = Map.groupBy(lines, ({ complaintId }) => complaintId)
          return filed.sort(newestFirst).map((complaint) => {
            const own = trackOf.get(complaint.complaintId)
            return {
              complaint,
              track: own?.kind === 'complaint' ? own : newComplaintTrack(complaint.complaintId),
              lines: (linesOf.get(complaint.complaintId) ?? [])
                .sort((one, other) => one.position - other.position)
                .map((line) => ({ line, track: trackOfLine(line, trackOf) })),
            }
          })
        }),
      ),
  }
}

export function trackOfLine(line: ComplaintLine, trackOf: ReadonlyMap<string, Track>) {
  const track = trackOf.get(line.lineId)
  return track?.kind === 'line' ? track : newLineTrack(line)
}

const newestFirst = (one: { filedOn: string | null }, other: { filedOn: string | null }): number =>
  (other.filedOn ?? '').localeCompare(one.filedOn ?? '')

const present = <Row>(rows: ReadonlyArray<Row | undefined>): Row[] =>
  rows.flatMap((row) => (row === undefined ? [] : [row]))
