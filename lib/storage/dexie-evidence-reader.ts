import type { EvidenceEntry, EvidenceReader, StoredCapture } from '../evidence/evidence-reader.ts'
import type { LedgerRow } from '../evidence/ledger.ts'
import type { DocketDatabase } from './database.ts'

/** Reads captures for the evidence pages: keys by index, rows only for what is in view. */
export function dexieEvidenceReader(database: DocketDatabase): EvidenceReader {
  const { captures, captureJobs, copies, flags, ledger } = database

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
      const oldestFirst = await captures.orderBy('createdAtMs').primaryKeys()
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
    async ledgerRows({ captureId, comId }) {
      const judgements = await flags
        .where('[comId+status]')
        .between([comId, ''], [comId, '\uffff'])
        .primaryKeys()
      return ledger
        .where('subject')
        .anyOf([captureId, ...judgements])
        .sortBy('seq')
    },
  }
}
