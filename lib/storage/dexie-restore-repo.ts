import { ExpectedError } from '../core/expected-error.ts'
import type { RestoredCapture, RestoreRepo } from '../pack/restore/restore-repo.ts'
import type { DocketDatabase } from './database.ts'
import { dexieImportRepo } from './dexie-import-repo.ts'
import { dexieLedgerRepo } from './dexie-ledger-repo.ts'
import { storing } from './storage-refusal.ts'

/** Puts evidence back into the database. Give it one that was opened for restoring. */
export function dexieRestoreRepo(database: DocketDatabase): RestoreRepo {
  const { captures, captureJobs, records, ledger, timeStamps, foreignKeys, copies } = database
  const { capture, record, readBytes, putBytes } = dexieImportRepo(database)

  const addMissingRecords = async (wanted: RestoredCapture['records']) => {
    for (const restored of wanted) {
      const stored = await records.get(restored.recordId)
      if (!stored) await records.add(restored)
      else if (stored.sha256 !== restored.sha256 || stored.captureId !== restored.captureId) {
        throw new ExpectedError(
          'restore-differs',
          `Record ${restored.recordId} is here with other contents, and nothing here is written over.`,
        )
      }
    }
  }

  return {
    capture,
    record,
    readBytes,
    putBytes,
    ledger: dexieLedgerRepo(database),
    addRestored: ({ capture, job, records: wanted, keys, copy }) =>
      storing(() =>
        database.transaction('rw', [captures, captureJobs, records, foreignKeys, copies], async () => {
          await addMissingRecords(wanted)
          await foreignKeys.bulkPut(keys)
          if (!(await captures.get(capture.captureId))) await captures.add(capture)
          const storedJob = await captureJobs.get(job.captureId)
          if (isOlder(storedJob?.seal.recordId, job.seal.recordId)) await captureJobs.put(job)
          const storedCopy = await copies.get(copy.captureId)
          if (isOlder(storedCopy?.recordId, copy.recordId)) await copies.put(copy)
        }),
      ),
    addRows: (rows) =>
      storing(async () => {
        await ledger.bulkAdd(rows)
      }),
    hasStamp: async (stampId) => (await timeStamps.get(stampId)) !== undefined,
    addStamps: (stamps) =>
      storing(async () => {
        await timeStamps.bulkPut(stamps)
      }),
  }
}

/** Ids of records sort by time. */
const isOlder = (stored: string | null | undefined, restored: string | null): boolean =>
  !stored || (restored !== null && stored < restored)
