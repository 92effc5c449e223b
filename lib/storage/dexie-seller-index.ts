import { addTraces, foldSeller, type Seller } from '../sellers/fold-seller.ts'
import { linkKeysOf } from '../sellers/read-trace.ts'
import type { SellerIndex } from '../sellers/seller-index.ts'
import type { SellerTrace } from '../sellers/seller-trace.ts'
import type { DocketDatabase } from './database.ts'
import { storing } from './storage-refusal.ts'
import type { TraceRow } from './stored-rows.ts'

/** Keeps traces and sellers in the database. */
export function dexieSellerIndex(database: DocketDatabase): SellerIndex {
  const { captures, captureJobs, sellers, sellerTraces } = database

  /** Anew from all its traces: something that was read before has changed. */
  async function refold(sellerId: string): Promise<void> {
    const seller = foldSeller(await sellerTraces.where('sellerId').equals(sellerId).toArray())
    if (seller) await sellers.put(seller)
    else await sellers.delete(sellerId)
  }

  return {
    unreadIds: async () => {
      const [all, traced, open] = await Promise.all([
        captures.count(),
        sellerTraces.count(),
        sellerTraces.where('reading').equals('open').primaryKeys(),
      ])
      // No capture is ever removed, so the numbers are equal exactly where each has its trace.
      if (all === traced) return open
      const known = new Set(await sellerTraces.toCollection().primaryKeys())
      return [...(await captures.toCollection().primaryKeys()).filter((id) => !known.has(id)), ...open]
    },
    unreadIdsOf: async (comId) => {
      const [all, traces] = await Promise.all([
        captures.where('comId').equals(comId).primaryKeys(),
        sellerTraces.where('comId').equals(comId).toArray(),
      ])
      const read = new Set(
        traces.flatMap(({ captureId, reading }) => (reading === 'open' ? [] : [captureId])),
      )
      return all.filter((captureId) => !read.has(captureId))
    },
    isBehind: async () => {
      const [all, traced] = await Promise.all([captures.count(), sellerTraces.count()])
      return traced < all
    },
    captures: async (captureIds) => {
      const ids = [...captureIds]
      const [rows, jobs] = await Promise.all([captures.bulkGet(ids), captureJobs.bulkGet(ids)])
      return rows.flatMap((capture, at) => (capture ? [{ capture, job: jobs[at] ?? null }] : []))
    },
    keep: (traces) =>
      storing(() =>
        database.transaction('rw', [sellers, sellerTraces], async () => {
          const before = await sellerTraces.bulkGet(traces.map(({ captureId }) => captureId))
          await sellerTraces.bulkPut(traces.map(rowOf))
          const changed = new Set(
            traces.flatMap(({ sellerId }, at) => (before[at] ? [sellerId, before[at].sellerId] : [])),
          )
          changed.delete(null)
          const added = Map.groupBy(
            traces.filter(({ sellerId }) => sellerId !== null && !changed.has(sellerId)),
            ({ sellerId }) => sellerId ?? '',
          )
          const ids = [...added.keys()]
          const known = await sellers.bulkGet(ids)
          await sellers.bulkPut(
            ids.map(
              (sellerId, at): Seller => addTraces(known[at] ?? null, sellerId, added.get(sellerId) ?? []),
            ),
          )
          for (const sellerId of changed) if (sellerId !== null) await refold(sellerId)
        }),
      ),
  }
}

function rowOf(trace: SellerTrace): TraceRow {
  const row: TraceRow = { ...trace, linkKeys: linkKeysOf(trace) }
  if (trace.isOwn && trace.pageState === 'removed') row.removedComId = trace.comId
  if (trace.storeNumbers.length > 0) {
    row.statedStoreNumbers = trace.storeNumbers.map(({ value }) => value)
    if (trace.sellerId === null) row.looseStoreNumbers = row.statedStoreNumbers
  }
  return row
}
