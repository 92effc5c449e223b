import type { Capture } from '../evidence/capture.ts'
import { type FiledListing, filedListing } from '../tracking/filed-listing.ts'
import { newComplaintTrack } from '../tracking/track.ts'
import type { FiledComplaint } from '../tracking/track-repo.ts'
import type { DocketDatabase } from './database.ts'
import { trackOfLine } from './dexie-track-repo.ts'

/** Reads how filed listings stand, for pages that show them. */
export function dexieFiledListings(database: DocketDatabase) {
  const { complaints, complaintLines, tracks, followUps, captures } = database
  return {
    /** By comId; listings that are in no filed complaint are missing. */
    states: (comIds: readonly string[]): Promise<Map<string, FiledListing>> =>
      database.transaction('r', [complaints, complaintLines, tracks, followUps], async () => {
        const lines = await complaintLines
          .where('comId')
          .anyOf([...new Set(comIds)])
          .and(({ state }) => state === 'filed')
          .toArray()
        if (lines.length === 0) return new Map()
        const ids = [...new Set(lines.map(({ complaintId }) => complaintId))]
        const [wholes, known, answers] = await Promise.all([
          complaints.bulkGet(ids),
          tracks.bulkGet([...ids, ...lines.map(({ lineId }) => lineId)]),
          followUps.where('complaintId').anyOf(ids).toArray(),
        ])
        const trackOf = new Map(known.flatMap((track) => (track ? [[track.subjectId, track] as const] : [])))
        const filed = wholes.flatMap((complaint): FiledComplaint[] => {
          if (complaint?.state !== 'filed') return []
          const { complaintId } = complaint
          const track = trackOf.get(complaintId)
          const own = lines.filter((line) => line.complaintId === complaintId)
          return [
            {
              complaint,
              track: track?.kind === 'complaint' ? track : newComplaintTrack(complaintId),
              lines: own.map((line) => ({ line, track: trackOfLine(line, trackOf) })),
            },
          ]
        })
        return new Map(
          lines.flatMap(({ comId }) => {
            const one = filedListing(comId, filed, answers)
            return one ? [[comId, one] as const] : []
          }),
        )
      }),
    captures: (comId: string): Promise<Capture[]> => captures.where('comId').equals(comId).toArray(),
  }
}
