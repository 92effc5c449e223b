import type { TimeStampRepo } from '../evidence/time-stamp/time-stamp-repo.ts'
import type { DocketDatabase } from './database.ts'
import { storing } from './storage-refusal.ts'

/** Keeps time stamps in the database. */
export function dexieTimeStampRepo(database: DocketDatabase): TimeStampRepo {
  const { ledger, timeStamps } = database
  return {
    add: (stamp, row) =>
      storing(() =>
        database.transaction('rw', [timeStamps, ledger], () =>
          timeStamps
            .add(stamp)
            .then(() => ledger.add(row))
            .then(nothing),
        ),
      ),
    stamp: async (stampId) => (await timeStamps.get(stampId)) ?? null,
    last: async () => (await timeStamps.orderBy('ledgerSeq').last()) ?? null,
    firstFrom: async (ledgerSeq) =>
      (await timeStamps.where('ledgerSeq').aboveOrEqual(ledgerSeq).first()) ?? null,
  }
}

const nothing = () => undefined
