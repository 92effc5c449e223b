import {
  type LineOutcome,
  type LineOutcomeReader,
  seenOutcome,
  withEntered,
} from '../sellers/line-outcome.ts'
import { type LineTrack, standingEvents } from '../tracking/track.ts'
import type { DocketDatabase } from './database.ts'

/**
 * What became of filed lines: what a person entered of them under Follow up, and what captures and counter-notices
 * say besides, gone and back as the pages showed it, and that the seller contested.
 */
export function dexieLineOutcomes(database: DocketDatabase): LineOutcomeReader {
  const { sellerTraces, followUps, tracks } = database
  return {
    async outcomes(filed) {
      const comIds = new Set(filed.map(({ line }) => line.comId))
      const gone = (await sellerTraces.where('removedComId').above('').toArray()).filter(({ comId }) =>
        comIds.has(comId),
      )
      const goneIds = [...new Set(gone.map(({ comId }) => comId))]
      const [seen, contests, entered] = await Promise.all([
        // Each by itself: for thousands of keys a query of many walks the index step by step, which takes seconds.
        database.transaction('r', sellerTraces, () =>
          Promise.all(goneIds.map((comId) => sellerTraces.where('comId').equals(comId).toArray())),
        ),
        followUps.toArray(),
        tracks.toArray(),
      ])
      const seenOf = Map.groupBy(
        seen.flat().filter(({ isOwn }) => isOwn),
        ({ comId }) => comId,
      )
      const contestsOf = Map.groupBy(
        contests.filter(({ kind }) => kind === 'counter-notice'),
        ({ complaintId }) => complaintId,
      )
      const trackOf = new Map(
        entered.flatMap(
          (track): Array<[string, LineTrack]> => (track.kind === 'line' ? [[track.subjectId, track]] : []),
        ),
      )
      return new Map(
        filed.map(({ line, complaint }): [string, LineOutcome] => {
          const countered = (contestsOf.get(line.complaintId) ?? [])
            .filter((contest) => contest.comIds.includes(line.comId))
            .map(({ receivedOn }) => receivedOn)
            .sort()
          const outcome = seenOutcome(line.lineId, complaint.filedOn, seenOf.get(line.comId) ?? [])
          const known = { ...outcome, counteredOn: countered[0] ?? null }
          const track = trackOf.get(line.lineId)
          return [line.lineId, track ? withEntered(known, standingEvents(track)) : known]
        }),
      )
    },
  }
}
