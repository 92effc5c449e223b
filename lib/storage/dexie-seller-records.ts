import type { LineOutcomeReader } from '../sellers/line-outcome.ts'
import { harmOf } from '../sellers/seller-harm.ts'
import { type SellerRecord, sellerRecord } from '../sellers/seller-record.ts'
import type { DocketDatabase } from './database.ts'
import { filedLines } from './dexie-filed-lines.ts'
import { dexieSellerMarks } from './dexie-seller-marks.ts'

const nothingQueued: ReadonlySet<string> = new Set()

/**
 * What pages say of the sellers of these listings, by comId, as far as captures were read for it. A listing that is
 * known of two sellers says nothing.
 */
export const dexieSellerRecords =
  (database: DocketDatabase, outcomes: LineOutcomeReader) =>
  async (comIds: readonly string[]): Promise<Map<string, SellerRecord | null>> => {
    const { sellers, sellerTraces, complaintLines } = database
    const traces = await sellerTraces
      .where('comId')
      .anyOf([...new Set(comIds)])
      .toArray()
    const sellerOf = new Map(
      [...Map.groupBy(traces, ({ comId }) => comId)].flatMap(
        ([comId, ofListing]): Array<[string, string]> => {
          const ids = new Set(ofListing.flatMap(({ sellerId }) => sellerId ?? []))
          const [only] = ids
          return ids.size === 1 && only !== undefined ? [[comId, only]] : []
        },
      ),
    )
    const ids = [...new Set(sellerOf.values())]
    const [rows, marks] = await Promise.all([sellers.bulkGet(ids), dexieSellerMarks(database).marks(ids)])
    const known = rows.flatMap((row) => row ?? [])
    const lines = await complaintLines
      .where('comId')
      .anyOf(known.flatMap(({ listings }) => listings.map(({ comId }) => comId)))
      .toArray()
    const filedOf = Map.groupBy(await filedLines(database, outcomes)(lines), ({ line }) => line.comId)
    const saidOf = new Map(
      known.map(({ sellerId, listings }) => {
        const filed = listings.flatMap(({ comId }) => filedOf.get(comId) ?? [])
        return [sellerId, sellerRecord(marks.get(sellerId) ?? null, harmOf(listings, filed, nothingQueued))]
      }),
    )
    return new Map([...sellerOf].map(([comId, sellerId]) => [comId, saidOf.get(sellerId) ?? null]))
  }
