import type { CounterNotice } from '../complaints/follow-up.ts'
import { isQueued } from '../queue/flag.ts'
import { currentName, type Seller } from '../sellers/fold-seller.ts'
import type { FiledLine, LineOutcomeReader } from '../sellers/line-outcome.ts'
import { harmOf } from '../sellers/seller-harm.ts'
import { linkSellers, type Statement } from '../sellers/seller-links.ts'
import type { ListedSeller, SellerListingRecord, SellerReader } from '../sellers/seller-reader.ts'
import type { LinkKey } from '../sellers/seller-trace.ts'
import type { DocketDatabase } from './database.ts'
import { filedLines } from './dexie-filed-lines.ts'
import { flagOf } from './dexie-flag-repo.ts'
import { readWhole } from './read-whole.ts'
import type { TraceRow } from './stored-rows.ts'

/** Reads for pages about sellers: sellers whole, which are small; captures only by their traces, by index. */
export function dexieSellerReader(database: DocketDatabase, outcomes: LineOutcomeReader): SellerReader {
  const { sellers, sellerTraces, sellerMarks, flags, listings, complaintLines, followUps } = database

  const tables = [
    ...[sellers, sellerMarks, complaintLines, flags],
    ...[database.complaints, followUps, database.tracks, sellerTraces],
  ]

  const readFiled = filedLines(database, outcomes)

  const queuedIds = async (): Promise<ReadonlySet<string>> => {
    const rows = await flags.where('queueGroup').above('').toArray()
    return new Set(rows.filter(({ verdict }) => verdict === 'infringing').map(({ comId }) => comId))
  }

  /** Who states what these captures state: one capture of every account for every key. */
  async function statements(own: readonly TraceRow[]): Promise<Map<LinkKey, Statement[]>> {
    const keys = new Set(own.flatMap(({ linkKeys }) => linkKeys))
    const rows = await sellerTraces
      .where('linkKeys')
      .anyOf([...keys])
      .distinct()
      .toArray()
    const stated = new Map<LinkKey, Map<string, Statement>>()
    for (const { sellerId, captureId, linkKeys } of [...own, ...rows]) {
      for (const key of linkKeys) {
        if (sellerId === null || !keys.has(key)) continue
        const bySeller = stated.get(key) ?? new Map<string, Statement>()
        if (!bySeller.has(sellerId)) stated.set(key, bySeller.set(sellerId, { sellerId, captureId }))
      }
    }
    return new Map([...stated].map(([key, bySeller]) => [key, [...bySeller.values()]]))
  }

  async function listingRecords(seller: Seller, filed: readonly FiledLine[]): Promise<SellerListingRecord[]> {
    const comIds = seller.listings.map(({ comId }) => comId)
    const [summaries, current, traces] = await Promise.all([
      listings.bulkGet(comIds),
      flags
        .where('[comId+status]')
        .anyOf(comIds.map((comId) => [comId, 'current']))
        .toArray(),
      sellerTraces.where('comId').anyOf(comIds).toArray(),
    ])
    const flagByComId = new Map(current.map((row) => [row.comId, flagOf(row)]))
    const tracesOf = Map.groupBy(traces, ({ comId }) => comId)
    return seller.listings.map((listing, at) => ({
      listing,
      summary: summaries[at] ?? null,
      flag: flagByComId.get(listing.comId) ?? null,
      filed: filed.filter(({ line }) => line.comId === listing.comId),
      otherSellerIds: otherAccounts(tracesOf.get(listing.comId) ?? [], seller.sellerId),
    }))
  }

  return {
    all: () =>
      readWhole(tables, async () => {
        const [rows, marks, lines, queued] = await Promise.all([
          sellers.toArray(),
          sellerMarks.toArray(),
          complaintLines.toArray(),
          queuedIds(),
        ])
        const filedOf = Map.groupBy(await readFiled(lines), ({ line }) => line.comId)
        const markOf = new Map(marks.map((mark) => [mark.sellerId, mark]))
        const owners = new Map<string, number>()
        for (const { listings: own } of rows) {
          for (const { comId } of own) owners.set(comId, (owners.get(comId) ?? 0) + 1)
        }
        return rows.map((seller): ListedSeller => {
          const own = seller.listings.filter(({ comId }) => owners.get(comId) === 1)
          const filed = own.flatMap(({ comId }) => filedOf.get(comId) ?? [])
          return { seller, mark: markOf.get(seller.sellerId) ?? null, harm: harmOf(own, filed, queued) }
        })
      }),

    async seller(sellerId) {
      const seller = await sellers.get(sellerId)
      if (!seller) return null
      const comIds = seller.listings.map(({ comId }) => comId)
      const numbers = seller.storeNumbers.map(({ value }) => value)
      const [mark, lines, traces, loose] = await Promise.all([
        sellerMarks.get(sellerId),
        complaintLines.where('comId').anyOf(comIds).toArray(),
        sellerTraces.where('sellerId').equals(sellerId).toArray(),
        sellerTraces.where('looseStoreNumbers').anyOf(numbers).primaryKeys(),
      ])
      const allFiled = await readFiled(lines)
      const records = await listingRecords(seller, allFiled)
      const own = records.filter(({ otherSellerIds }) => otherSellerIds.length === 0)
      const filed = own.flatMap((record) => record.filed)
      const filedIds = new Set(filed.map(({ line }) => line.complaintId))
      const contests = await followUps
        .where('complaintId')
        .anyOf([...filedIds])
        .toArray()
      const linked = linkSellers(sellerId, await statements(traces))
      const others = await sellers.bulkGet(linked.map((link) => link.sellerId))
      return {
        seller,
        mark: mark ?? null,
        harm: harmOf(
          own.map(({ listing }) => listing),
          filed,
          new Set(
            own.flatMap(({ flag }) => (flag?.verdict === 'infringing' && isQueued(flag) ? [flag.comId] : [])),
          ),
        ),
        listings: records,
        filed,
        counterNotices: contests.filter(
          (contest): contest is CounterNotice =>
            contest.kind === 'counter-notice' && contest.comIds.some((comId) => comIds.includes(comId)),
        ),
        pictures: picturesOf(traces),
        links: linked.map((link, at) => {
          const other = others[at]
          return { linked: link, name: other ? currentName(other) : null }
        }),
        looseCaptureIds: [...new Set(loose)],
      }
    },
  }
}

const otherAccounts = (traces: readonly TraceRow[], sellerId: string): string[] => [
  ...new Set(
    traces.flatMap((trace) =>
      trace.sellerId === null || trace.sellerId === sellerId ? [] : [trace.sellerId],
    ),
  ),
]

function picturesOf(traces: readonly TraceRow[]) {
  const shown = new Map<string, { hash: string; captures: number; captureId: string }>()
  for (const { captureId, pictureHashes } of traces) {
    for (const hash of pictureHashes) {
      const known = shown.get(hash) ?? { hash, captures: 0, captureId }
      shown.set(hash, { ...known, captures: known.captures + 1 })
    }
  }
  return [...shown.values()].sort(
    (one, other) => other.captures - one.captures || (one.hash < other.hash ? -1 : 1),
  )
}
