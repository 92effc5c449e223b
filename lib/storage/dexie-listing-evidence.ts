import type { ListingEvidence, ListingEvidenceReader } from '../pack/complaint-pack/packed-listing.ts'
import type { DocketDatabase } from './database.ts'

/** Reads everything captured of listings, by index and in bulk. */
export function dexieListingEvidence(database: DocketDatabase): ListingEvidenceReader {
  const { listings, captures, captureJobs, records } = database
  return {
    evidenceOf: (comIds) =>
      database.transaction('r', [listings, captures, captureJobs], async () => {
        const ids = [...comIds]
        const [summaries, allCaptures, allJobs] = await Promise.all([
          listings.bulkGet(ids),
          captures.where('comId').anyOf(ids).toArray(),
          captureJobs.where('comId').anyOf(ids).toArray(),
        ])
        const capturesOf = Map.groupBy(allCaptures, ({ comId }) => comId)
        const jobOf = new Map(allJobs.map((job) => [job.captureId, job]))
        return new Map(
          ids.map((comId, at): [string, ListingEvidence] => [
            comId,
            {
              summary: summaries[at] ?? null,
              captures: (capturesOf.get(comId) ?? [])
                .sort((one, other) => other.sighting.seenAt.wallMs - one.sighting.seenAt.wallMs)
                .map((capture) => ({ capture, job: jobOf.get(capture.captureId) ?? null })),
            },
          ]),
        )
      }),
    recordSha256: async (recordId) => (await records.get(recordId))?.sha256 ?? null,
  }
}
