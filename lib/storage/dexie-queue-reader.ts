import { completenessOf } from '../evidence/completeness.ts'
import type { QueueEvidence, QueueReader } from '../queue/queue-entry.ts'
import type { DocketDatabase } from './database.ts'

/** Reads the queue from the database, by index and in bulk: the number of queries does not grow with it. */
export function dexieQueueReader(database: DocketDatabase): QueueReader {
  const { flags, listings, captures, captureJobs } = database

  /** Reading a whole table is several times faster than as many single rows, so long as most of it is wanted. */
  const listingsOf = async (comIds: string[], stored: number) => {
    const readsAll = comIds.length > 0 && stored <= comIds.length * 3
    const rows = readsAll ? await listings.toArray() : await listings.bulkGet(comIds)
    return new Map(rows.flatMap((row) => (row ? [[row.comId, row] as const] : [])))
  }

  return {
    async entries() {
      const [rows, stored] = await Promise.all([
        flags.where('queueGroup').above('').toArray(),
        listings.count(),
      ])
      rows.sort((a, b) => b.createdAtMs - a.createdAtMs || (a.flagId < b.flagId ? 1 : -1))
      const listingOf = await listingsOf(
        rows.map((row) => row.comId),
        stored,
      )
      return rows.map(({ queueGroup: _index, ...flag }) => ({
        flag,
        listing: listingOf.get(flag.comId) ?? null,
      }))
    },
    async captureIdsWithoutScreenshot() {
      const keys = await captureJobs
        .where('screenshot.state')
        .anyOf('pending', 'not-wanted', 'no-permission', 'failed')
        .primaryKeys()
      return new Set(keys)
    },
    async captureIdsOf(comIds) {
      const jobs = await captureJobs
        .where('comId')
        .anyOf(comIds)
        .filter((job) => !job.imported && completenessOf(job).state !== 'not-wanted')
        .toArray()
      // Ids begin with their time.
      const ids = Map.groupBy(jobs, ({ comId }) => comId)
      return comIds.flatMap((comId) => (ids.get(comId) ?? []).map(({ captureId }) => captureId).sort())
    },
    async evidence(captureIds) {
      const [captureRows, jobRows] = await Promise.all([
        captures.bulkGet(captureIds),
        captureJobs.bulkGet(captureIds),
      ])
      return new Map(
        captureIds.map((captureId, index): [string, QueueEvidence] => [
          captureId,
          { capture: captureRows[index] ?? null, job: jobRows[index] ?? null },
        ]),
      )
    },
  }
}
