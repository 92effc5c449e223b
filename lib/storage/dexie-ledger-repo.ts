import type { LedgerRepo } from '../evidence/ledger/ledger-repo.ts'
import type { DocketDatabase } from './database.ts'
import { readWaitingActs, removeWaitingActs } from './waiting-acts.ts'

/** Keeps the ledger in the database. */
export function dexieLedgerRepo(database: DocketDatabase): LedgerRepo {
  const { ledger, meta } = database
  return {
    lastRow: async () => (await ledger.orderBy('seq').last()) ?? null,
    row: async (seq) => (await ledger.get(seq)) ?? null,
    countRowsTo: (seq) => ledger.where('seq').belowOrEqual(seq).count(),
    rowsFrom: (seq, limit) => ledger.where('seq').aboveOrEqual(seq).limit(limit).toArray(),
    rowsOf: (subjects) => ledger.where('subject').anyOf(subjects).sortBy('seq'),
    addRow: async (row) => {
      await ledger.add(row)
    },
    waitingActs: (limit) => readWaitingActs(database, limit),
    enterActs: (rows, acts) =>
      database.transaction('rw', [ledger, meta], () =>
        ledger
          .bulkAdd(rows)
          .then(() => removeWaitingActs(database, acts))
          .then(() => undefined),
      ),
  }
}
