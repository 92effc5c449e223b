import Dexie from 'dexie'
import { sha256Hex } from '../core/digest.ts'
import { ExpectedError } from '../core/expected-error.ts'
import type { PackPapers } from '../pack/evidence-pack/carried-papers.ts'
import type { ImportRepo } from '../pack/import/import-repo.ts'
import type { DocketDatabase } from './database.ts'
import { storing } from './storage-refusal.ts'

/** Keeps in the database what evidence packs of others bring. */
export function dexieImportRepo(database: DocketDatabase): ImportRepo {
  const { captures, captureJobs, records, ledger, blobs, foreignKeys, importedPacks } = database
  return {
    capture: async (captureId) => (await captures.get(captureId)) ?? null,
    record: async (recordId) => (await records.get(recordId)) ?? null,
    readBytes: async (sha256) => (await blobs.get(sha256))?.bytes ?? null,
    putBytes: (sha256, bytes) =>
      storing(async () => {
        await blobs.put({ sha256, bytes })
      }),
    addImported: (imported, row) =>
      storing(() =>
        database
          .transaction(
            'rw',
            [captures, captureJobs, records, ledger, foreignKeys, importedPacks],
            async () => {
              await captures.bulkAdd(imported.captures)
              await captureJobs.bulkAdd(imported.jobs)
              await records.bulkAdd(imported.records)
              // Keys and papers are named by what they are: the same once more changes nothing.
              await foreignKeys.bulkPut(imported.keys)
              await importedPacks.bulkPut(imported.packs)
              await ledger.add(row)
            },
          )
          .catch(Dexie.BulkError, (error: unknown) => {
            throw new ExpectedError(
              'capture-taken',
              'Nothing was imported: a capture of the pack has come in meanwhile. Import it again to see which.',
              { cause: error },
            )
          }),
      ),
  }
}

/** Reads the papers that were kept of imported packs. */
export const dexiePapers =
  ({ importedPacks, blobs }: DocketDatabase) =>
  /** Null for packs that nothing was imported from. @throws ExpectedError `papers-damaged` */
  async (packId: string): Promise<PackPapers | null> => {
    const pack = await importedPacks.get(packId)
    if (!pack) return null
    const papers: PackPapers = {}
    for (const [path, sha256] of Object.entries(pack.papers)) {
      const bytes = (await blobs.get(sha256))?.bytes
      if (!bytes || (await sha256Hex(bytes)) !== sha256) {
        throw new ExpectedError(
          'papers-damaged',
          `What was kept of the imported pack ${packId} is damaged. Hand on the pack itself.`,
        )
      }
      papers[path] = bytes
    }
    return papers
  }
