import type { JudgedListing, JudgedListingReader } from '../queue/listing-state.ts'
import type { DocketDatabase } from './database.ts'
import { flagOf } from './dexie-flag-repo.ts'

/** Reads how listings stand, for pages that show them. */
export function dexieJudgedListings(database: DocketDatabase): JudgedListingReader {
  const { flags, listings, captureJobs, meta } = database
  return {
    judged: (comIds) =>
      database.transaction('r', [flags, listings, captureJobs], async () => {
        const rows = await flags
          .where('[comId+status]')
          .anyOf(comIds.map((comId) => [comId, 'current']))
          .toArray()
        const [summaries, jobs] = await Promise.all([
          listings.bulkGet(rows.map((row) => row.comId)),
          captureJobs.bulkGet(rows.map((row) => row.captureId)),
        ])
        return rows.flatMap((row, index): JudgedListing[] => {
          const listing = summaries[index]
          const job = jobs[index]
          return listing && job ? [{ flag: flagOf(row), listing, job }] : []
        })
      }),
    lastIpType: async () => {
      const row = await meta.get('lastIpType')
      return row?.key === 'lastIpType' ? row.ipType : null
    },
  }
}
