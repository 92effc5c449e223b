import { itemEvidenceOf, type JudgedListing, type JudgedListingReader } from '../queue/listing-state.ts'
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
        const flagged = rows.map((row) => row.comId)
        const [summaries, allJobs] = await Promise.all([
          listings.bulkGet(flagged),
          captureJobs.where('comId').anyOf(flagged).toArray(),
        ])
        const ownJobs = allJobs.filter(({ imported }) => !imported)
        const jobsOf = Map.groupBy(ownJobs, ({ comId }) => comId)
        return rows.flatMap((row, index): JudgedListing[] => {
          const listing = summaries[index]
          const jobs = jobsOf.get(row.comId) ?? []
          const job = jobs.find(({ captureId }) => captureId === row.captureId) ?? null
          // A capture that is named but not stored: the row is damaged, and the page must not say otherwise.
          if (!listing || (!job && row.captureId !== null)) return []
          return [{ flag: flagOf(row), listing, job, itemEvidence: itemEvidenceOf(jobs) }]
        })
      }),
    lastIpType: async () => {
      const row = await meta.get('lastIpType')
      return row?.key === 'lastIpType' ? row.ipType : null
    },
  }
}
