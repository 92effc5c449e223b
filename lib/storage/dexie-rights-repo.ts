import { ExpectedError } from '../core/expected-error.ts'
import type { RightsRepo, SeenVersion } from '../rights/rights-repo.ts'
import type { DocketDatabase } from './database.ts'
import { namedByRights, namedIn, tablesOfFiles } from './named-files.ts'
import { storing } from './storage-refusal.ts'

/** Jobs in memory at once while they are looked through. */
const atOnce = 200

/** Keeps holders, rights and their files in the database. */
export function dexieRightsRepo(database: DocketDatabase): RightsRepo {
  const { holders, rights, complaints, captureJobs, blobs } = database

  /** Those of the files that no capture names. */
  async function unnamedByCaptures(sha256s: readonly string[]): Promise<string[]> {
    const left = new Set(sha256s)
    const keys = left.size === 0 ? [] : await captureJobs.toCollection().primaryKeys()
    for (let from = 0; from < keys.length && left.size > 0; from += atOnce) {
      for (const job of await captureJobs.bulkGet(keys.slice(from, from + atOnce))) {
        for (const sha256 of namedIn(job, left)) left.delete(sha256)
      }
    }
    return [...left]
  }

  const repo: RightsRepo = {
    holders: () => holders.toArray(),
    rights: () => rights.toArray(),
    right: async (rightId) => (await rights.get(rightId)) ?? null,
    holder: async (holderId) => (await holders.get(holderId)) ?? null,
    saveHolder: (holder, seen) => repo.saveAll({ holders: [{ holder, seen }], rights: [] }),
    saveRight: (right, seen) => repo.saveAll({ holders: [], rights: [{ right, seen }] }),
    saveAll: (change) =>
      storing(() =>
        database.transaction('rw', [holders, rights], async () => {
          for (const { holder, seen } of change.holders) {
            const stored = await holders.get(holder.holderId)
            if (isOther(stored, seen)) throw changedElsewhere('holder')
          }
          for (const { right, seen } of change.rights) {
            const stored = await rights.get(right.rightId)
            if (isOther(stored, seen)) throw changedElsewhere('right')
          }
          await holders.bulkPut(change.holders.map(({ holder }) => holder))
          await rights.bulkPut(change.rights.map(({ right }) => right))
        }),
      ),
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
    async dropFiles(sha256s) {
      const unnamed = await unnamedByCaptures(sha256s)
      if (unnamed.length === 0) return
      await storing(() =>
        database.transaction('rw', [...tablesOfFiles(database), blobs], async () => {
          const named = await namedByRights(database, unnamed)
          await blobs.bulkDelete(unnamed.filter((sha256) => !named.has(sha256)))
        }),
      )
    },
  }
  return repo
}

const isOther = (stored: { changedAtMs: number } | undefined, seen: SeenVersion): boolean =>
  seen !== undefined && (stored?.changedAtMs ?? null) !== seen

const changedElsewhere = (what: 'right' | 'holder') =>
  new ExpectedError(
    `${what}-changed`,
    `This ${what} was changed elsewhere meanwhile, so nothing was saved. Reload the page: what you typed stays, and you can save it over the other change.`,
  )
