import { ExpectedError } from '../core/expected-error.ts'
import type { RightsRepo } from '../rights/rights-repo.ts'
import type { DocketDatabase } from './database.ts'
import { storing } from './storage-refusal.ts'

/** Keeps holders, rights and their files in the database. */
export function dexieRightsRepo(database: DocketDatabase): RightsRepo {
  const { holders, rights, complaints, blobs } = database
  return {
    holders: () => holders.toArray(),
    rights: () => rights.toArray(),
    right: async (rightId) => (await rights.get(rightId)) ?? null,
    saveHolder: (holder) => storing(async () => void (await holders.put(holder))),
    saveRight: (right) => storing(async () => void (await rights.put(right))),
    removeRight: (rightId) =>
      storing(() =>
        database.transaction('rw', [rights, complaints], async () => {
          if ((await complaints.where('rightId').equals(rightId).count()) > 0) {
            throw new ExpectedError(
              'right-in-use',
              'A complaint rests on this right, so it stays. Set it to "refused" or ended to take it out of use.',
            )
          }
          await rights.delete(rightId)
        }),
      ),
    removeHolder: (holderId) =>
      storing(() =>
        database.transaction('rw', [holders, rights], async () => {
          if ((await rights.where('holderId').equals(holderId).count()) > 0) {
            throw new ExpectedError('holder-in-use', 'Rights belong to this holder. Remove them first.')
          }
          await holders.delete(holderId)
        }),
      ),
    keepFile: (sha256, bytes) => storing(async () => void (await blobs.put({ sha256, bytes }))),
    readFile: async (sha256) => (await blobs.get(sha256))?.bytes ?? null,
  }
}
