import type { LedgerRepo } from '../evidence/ledger-repo.ts'
import type { DocketDatabase } from './database.ts'

/** Keeps the ledger in the database. */
export function dexieLedgerRepo({ ledger }: Pick<DocketDatabase, 'ledger'>): LedgerRepo {
  return {
    lastRow: async () => (await ledger.orderBy('seq').last()) ?? null,
    row: async (seq) => (await ledger.get(seq)) ?? null,
    countRows: () => ledger.count(),
    rowsFrom: (seq, limit) => ledger.where('seq').aboveOrEqual(seq).limit(limit).toArray(),
    addRow: async (row) => {
      await ledger.add(row)
    },
  }
}
