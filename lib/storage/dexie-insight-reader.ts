import { filedListings } from '../insights/filed-listing.ts'
import type { InsightReader } from '../insights/insight-reader.ts'
import { judgedListings } from '../insights/judged-listing.ts'
import type { JudgedPlace } from '../insights/search-exposure.ts'
import { calendarDateOf } from '../rights/expiry.ts'
import type { CalendarDate } from '../rights/right.ts'
import { currentName, isFromCardsAlone, type Seller } from '../sellers/fold-seller.ts'
import type { LineOutcomeReader } from '../sellers/line-outcome.ts'
import type { DocketDatabase } from './database.ts'
import { dexieTrackReader } from './dexie-track-repo.ts'
import { readWhole } from './read-whole.ts'
import type { FlagRow } from './stored-rows.ts'

/** The date of a moment in the zone of this computer, by the clock of that day. */
const dayOf = (atMs: number): CalendarDate => calendarDateOf(atMs, -new Date(atMs).getTimezoneOffset())

/** Reads what insights count: flags, filed complaints and sellers whole, which are small; captures by an index alone. */
export function dexieInsightReader(database: DocketDatabase, outcomes: LineOutcomeReader): InsightReader {
  const { flags, sellers, listings } = database
  const tracks = dexieTrackReader(database)
  const tables = [
    ...[flags, sellers, database.captures, database.complaints, database.complaintLines],
    ...[database.tracks, database.followUps, database.sellerTraces],
  ]
  return {
    facts: () =>
      readWhole(tables, async () => {
        const [rows, complaints, sellerRows] = await Promise.all([
          flags.toArray(),
          tracks.filed(),
          sellers.toArray(),
        ])
        const known = await outcomes.outcomes(
          complaints.flatMap(({ complaint, lines }) => lines.map(({ line }) => ({ line, complaint }))),
        )
        const flagOf = new Map(rows.map((row) => [row.flagId, row]))
        const owners = ownersOf(sellerRows)
        const filed = filedListings(complaints, {
          outcomes: known,
          flaggedOn: (flagId) => {
            const flag = flagOf.get(flagId)
            return flag ? dayOf(flag.createdAtMs) : null
          },
          sellerOf: (comId) => owners.get(comId) ?? null,
        })
        const wanted = new Set(filed.map(({ sellerId }) => sellerId))
        return {
          judged: judgedListings(rows, dayOf),
          filed,
          places: await judgedPlaces(database, rows),
          sellers: new Map(
            sellerRows
              .filter(({ sellerId }) => wanted.has(sellerId))
              .map((seller) => [
                seller.sellerId,
                { name: currentName(seller), isFromCardsAlone: isFromCardsAlone(seller) },
              ]),
          ),
        }
      }),

    async titles(comIds) {
      const found = await listings.bulkGet([...comIds])
      return new Map(
        found.flatMap((row): Array<[string, string]> => (row?.title ? [[row.comId, row.title]] : [])),
      )
    },
  }
}

/** The account of each listing; one that two accounts are named for counts for neither. */
function ownersOf(sellers: readonly Seller[]): ReadonlyMap<string, string | null> {
  const owners = new Map<string, string | null>()
  for (const { sellerId, listings } of sellers) {
    for (const { comId } of listings) owners.set(comId, owners.has(comId) ? null : sellerId)
  }
  return owners
}

/**
 * First-page results by the captures that own judgements were made by: imported ones have none. Captures are large;
 * here only their index is read.
 */
async function judgedPlaces({ captures }: DocketDatabase, rows: readonly FlagRow[]): Promise<JudgedPlace[]> {
  // Of keys [1, keyword, time]: from the empty [1] on, and before any of another page.
  const firstPages = () =>
    captures.where('[sighting.resultsPage+sighting.keyword+createdAtMs]').between([1], [2])
  const [keys, captureIds] = await captures.db.transaction('r', captures, () =>
    Promise.all([firstPages().keys(), firstPages().primaryKeys()]),
  )
  const comIdOf = new Map(
    rows.flatMap(
      (row): Array<[string, string]> =>
        row.status === 'undone' || row.captureId === null ? [] : [[row.captureId, row.comId]],
    ),
  )
  const verdictOf = new Map(
    rows.filter(({ status }) => status === 'current').map(({ comId, verdict }) => [comId, verdict]),
  )
  return captureIds.flatMap((captureId, at): JudgedPlace[] => {
    const comId = comIdOf.get(captureId)
    const verdict = comId === undefined ? undefined : verdictOf.get(comId)
    const [, keyword, atMs] = keys[at] as unknown as [number, string, number]
    if (comId === undefined || verdict === undefined) return []
    return [{ keyword, comId, captureId, on: dayOf(atMs), verdict }]
  })
}
