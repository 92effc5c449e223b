import {
  type LineOutcome,
  type LineOutcomeReader,
  seenOutcome,
  withEntered,
} from '../sellers/line-outcome.ts'
import { type LineTrack, standingEvents } from '../tracking/track.ts'
import type { DocketDatabase } from './database.ts'
import { rowsOfEach } from './read-whole.ts'

/** So many lines are looked up one by one; for more, all that was entered is read at once. */
const mostFew = 200

/**
 * What became of filed lines: what a person entered of them under Follow up, and what captures and counter-notices
 * say besides, gone and back as the pages showed it, and that the seller contested.
 */
export function dexieLineOutcomes(database: DocketDatabase): LineOutcomeReader {
  const { sellerTraces, followUps, tracks } = database
  return {
    async outcomes(filed) {
      const comIds = new Set(filed.map(({ line }) => line.comId))
      const isFew = filed.length <= mostFew
      const [gone, contests, entered] = await Promise.all([
        isFew
          ? sellerTraces
              .where('removedComId')
              .anyOf([...comIds])
              .toArray()
          : sellerTraces.where('removedComId').above('').toArray(),
        isFew
          ? followUps
              .where('complaintId')
              .anyOf([...new Set(filed.map(({ line }) => line.complaintId))])
              .toArray()
          : followUps.toArray(),
        isFew ? tracks.bulkGet(filed.map(({ line }) => line.lineId)) : tracks.toArray(),
      ])
      const goneIds = [...new Set(gone.flatMap(({ comId }) => (comIds.has(comId) ? [comId] : [])))]
      const seen = await rowsOfEach(sellerTraces, 'comId', goneIds)
      const seenOf = Map.groupBy(
        seen.filter(({ isOwn }) => isOwn),
        ({ comId }) => comId,
      )
      const contestsOf = Map.groupBy(
        contests.filter(({ kind }) => kind === 'counter-notice'),
        ({ complaintId }) => complaintId,
      )
      const trackOf = new Map(
        entered.flatMap(
          (track): Array<[string, LineTrack]> => (track?.kind === 'line' ? [[track.subjectId, track]] : []),
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
