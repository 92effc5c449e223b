import { noRounds, type RoundRepo } from '../evidence/rounds/rounds.ts'
import type { DocketDatabase } from './database.ts'
import { storing } from './storage-refusal.ts'

/** Keeps in the database how far looking through the evidence has come. */
export function dexieRoundRepo(database: DocketDatabase): RoundRepo {
  const { captures, ledger, meta } = database
  return {
    async read() {
      const stored = await meta.get('rounds')
      return stored?.key === 'rounds' ? stored.rounds : noRounds
    },
    captureIdsAfter: (captureId, limit) =>
      captures
        .where(':id')
        .above(captureId ?? '')
        .limit(limit)
        .primaryKeys(),
    save: (rounds) => storing(async () => void (await meta.put({ key: 'rounds', rounds }))),
    saveFound: (rounds, row) =>
      storing(() =>
        database.transaction('rw', [ledger, meta], () =>
          ledger
            .add(row)
            .then(() => meta.put({ key: 'rounds', rounds }))
            .then(() => undefined),
        ),
      ),
  }
}

/** In how many captures something stands that is not as it was sealed; the ledger counts as one. */
export async function countDamaged(database: DocketDatabase): Promise<number> {
  const { flaws } = await dexieRoundRepo(database).read()
  return new Set(flaws.map(({ captureId }) => captureId)).size
}
