import { itemEvidenceNow, type ReadItemEvidence } from '../queue/listing-state.ts'
import type { DocketDatabase } from './database.ts'

/** Reads what was gathered on the item pages of listings, in one query. */
export const dexieItemEvidence =
  ({ captureJobs }: DocketDatabase): ReadItemEvidence =>
  async (comIds) => {
    const jobs = await captureJobs.where('comId').anyOf(comIds).toArray()
    const jobsOf = Map.groupBy(jobs, ({ comId }) => comId)
    return new Map(comIds.map((comId) => [comId, itemEvidenceNow(jobsOf.get(comId) ?? [])]))
  }
