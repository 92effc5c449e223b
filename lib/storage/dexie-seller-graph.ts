import { currentName } from '../sellers/fold-seller.ts'
import {
  type ReadGraph,
  type SellerGraphReader,
  StatementCollector,
  sellerTies,
} from '../sellers/seller-graph.ts'
import type { DocketDatabase } from './database.ts'

/** Traces that are read at once. */
const step = 500

/** Reads what sellers share from their traces: those of one by index, all of them in slices. */
export function dexieSellerGraph(database: DocketDatabase): SellerGraphReader {
  const { sellers, sellerTraces } = database

  async function graphOf(collector: StatementCollector, around: string | null) {
    const ties = sellerTies(collector.stating()).filter(
      ({ stating }) => around === null || stating.some(({ sellerId }) => sellerId === around),
    )
    const ids = [...new Set(ties.flatMap(({ stating }) => stating.map(({ sellerId }) => sellerId)))]
    const rows = await sellers.bulkGet(ids)
    return {
      ties,
      names: new Map(
        ids.map((id, at) => {
          const seller = rows[at]
          return [id, seller ? currentName(seller) : null] as const
        }),
      ),
    }
  }

  async function around(sellerId: string): Promise<ReadGraph> {
    const own = await sellerTraces.where('sellerId').equals(sellerId).toArray()
    const keys = new Set(own.flatMap(({ linkKeys }) => linkKeys))
    const collector = new StatementCollector()
    // Own captures first: they are those that are named as evidence.
    for (const trace of own) collector.add(sellerId, trace.captureId, trace.linkKeys)
    await sellerTraces
      .where('linkKeys')
      .anyOf([...keys])
      .distinct()
      .each((trace) => {
        if (trace.sellerId === null) return
        const shared = trace.linkKeys.filter((key) => keys.has(key))
        collector.add(trace.sellerId, trace.captureId, shared)
      })
    return { read: own.length, of: own.length, graph: await graphOf(collector, sellerId) }
  }

  return {
    async *ties(sellerId, signal) {
      if (sellerId !== null) {
        yield await around(sellerId)
        return
      }
      const of = await sellerTraces.count()
      const collector = new StatementCollector()
      let last = ''
      for (let read = 0; !signal.aborted; ) {
        const rows = await sellerTraces.where('captureId').above(last).limit(step).toArray()
        for (const trace of rows) {
          if (trace.sellerId !== null) collector.add(trace.sellerId, trace.captureId, trace.linkKeys)
        }
        read += rows.length
        last = rows.at(-1)?.captureId ?? last
        const isEnd = rows.length < step
        yield { read, of, graph: isEnd ? await graphOf(collector, null) : null }
        if (isEnd) return
      }
    },
  }
}
