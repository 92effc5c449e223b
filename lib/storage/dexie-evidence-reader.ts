import { isDepartureOf } from '../evidence/departure.ts'
import type { EvidenceEntry, EvidenceReader, StoredCapture } from '../evidence/evidence-reader.ts'
import type { LedgerRow } from '../evidence/ledger/ledger.ts'
import type { DocketDatabase } from './database.ts'
import { readWhole } from './read-whole.ts'

/** Reads captures for the evidence pages: keys by index, rows only for what is in view. */
export function dexieEvidenceReader(database: DocketDatabase): EvidenceReader {
  const { captures, captureJobs, copies, departures, flags, ledger } = database

  const stored = async (captureIds: string[]): Promise<Map<string, StoredCapture>> => {
    const [rows, jobs] = await Promise.all([captures.bulkGet(captureIds), captureJobs.bulkGet(captureIds)])
    return new Map(
      rows.flatMap(
        (capture, index): Array<[string, StoredCapture]> =>
          capture ? [[capture.captureId, { capture, job: jobs[index] ?? null }]] : [],
      ),
    )
  }

  const tombstones = async (captureIds: string[]): Promise<Map<string, LedgerRow>> => {
    const rows = await ledger.where('subject').anyOf(captureIds).toArray()
    return new Map(rows.filter(({ action }) => action === 'deleted').map((row) => [row.subject, row]))
  }

  return {
    async captureIds() {
      // Forwards and turned round: backwards the browser hands out one key at a time.
      const oldestFirst = await readWhole([captures], () => captures.orderBy('createdAtMs').primaryKeys())
      return oldestFirst.reverse()
    },
    newestIds: (limit) => captures.orderBy('createdAtMs').reverse().limit(limit).primaryKeys(),
    async unsealedIds() {
      return new Set(await captureJobs.where('seal.state').anyOf('due', 'written', 'failed').primaryKeys())
    },
    async captureIdsOfItem(comId) {
      const rows = await captures.where('comId').equals(comId).sortBy('createdAtMs')
      return rows.map(({ captureId }) => captureId).reverse()
    },
    stored,
    async entries(captureIds) {
      const [rows, purges, copyRows] = await Promise.all([
        stored(captureIds),
        tombstones(captureIds),
        copies.bulkGet(captureIds),
      ])
      return new Map(
        captureIds.flatMap((captureId, index): Array<[string, EvidenceEntry]> => {
          const row = rows.get(captureId)
          if (!row) return []
          const purge = purges.get(captureId) ?? null
          return [[captureId, { ...row, purge, copyState: copyRows[index]?.state ?? null }]]
        }),
      )
    },
    async ledgerRows({ captureId, comId, importedFrom }) {
      const judgements = await flags
        .where('[comId+status]')
        .between([comId, ''], [comId, '\uffff'])
        .primaryKeys()
      const [own, left] = await Promise.all([
        ledger
          .where('subject')
          .anyOf([captureId, ...judgements, ...(importedFrom ? [importedFrom.packId] : [])])
          .toArray(),
        departures.where('captureIds').equals(captureId).toArray(),
      ])
      const exits = await ledger.bulkGet(left.map(({ ledgerSeq }) => ledgerSeq))
      const isProved = await Promise.all(
        left.map((departure, index) => exits[index] && isDepartureOf(departure, exits[index])),
      )
      const rows = [...own, ...exits.filter((row, index) => row !== undefined && isProved[index])]
      return rows.flatMap((row) => row ?? []).sort((one, other) => one.seq - other.seq)
    },
  }
}
