import type { ComplaintReader, QueuedListing } from '../complaints/complaint-reader.ts'
import type { ListingFacts } from '../complaints/listing-facts.ts'
import { readListingFacts } from '../complaints/read-listing-facts.ts'
import type { DocketDatabase } from './database.ts'

/** Reads for pages about complaints. */
export function dexieComplaintReader(database: DocketDatabase): ComplaintReader {
  const { flags, listings, captures, captureJobs, complaints, complaintLines } = database

  async function factsByComId(comIds: readonly string[]): Promise<Map<string, ListingFacts>> {
    const ids = [...new Set(comIds)]
    const [summaries, allCaptures, allJobs, allLines] = await Promise.all([
      listings.bulkGet(ids),
      captures.where('comId').anyOf(ids).toArray(),
      captureJobs.where('comId').anyOf(ids).toArray(),
      complaintLines.where('comId').anyOf(ids).toArray(),
    ])
    const named = [...new Set(allLines.map(({ complaintId }) => complaintId))]
    const complaintOf = new Map(
      (await complaints.bulkGet(named)).flatMap((row) => (row ? [[row.complaintId, row] as const] : [])),
    )
    const capturesOf = Map.groupBy(allCaptures, ({ comId }) => comId)
    const jobsOf = Map.groupBy(allJobs, ({ comId }) => comId)
    const linesOf = Map.groupBy(allLines, ({ comId }) => comId)
    return new Map(
      summaries.flatMap((summary) => {
        if (!summary) return []
        const { comId } = summary
        const facts = readListingFacts({
          summary,
          captures: capturesOf.get(comId) ?? [],
          jobs: jobsOf.get(comId) ?? [],
          lines: (linesOf.get(comId) ?? []).flatMap((line) => {
            const complaint = complaintOf.get(line.complaintId)
            return complaint ? [{ line, complaint }] : []
          }),
        })
        return [[comId, facts] as const]
      }),
    )
  }

  return {
    queued: () =>
      database.transaction(
        'r',
        [flags, listings, captures, captureJobs, complaints, complaintLines],
        async () => {
          const rows = (await flags.where('queueGroup').above('').toArray()).sort(
            (one, other) => other.createdAtMs - one.createdAtMs,
          )
          const [facts, lines] = await Promise.all([
            factsByComId(rows.map(({ comId }) => comId)),
            complaintLines
              .where('flagId')
              .anyOf(rows.map(({ flagId }) => flagId))
              .toArray(),
          ])
          const complaintOfFlag = new Map(lines.map(({ flagId, complaintId }) => [flagId, complaintId]))
          return rows.flatMap(({ flagId, comId, ipType, rightId, reasonId }): QueuedListing[] => {
            const known = facts.get(comId)
            if (!known) return []
            const complaintId = complaintOfFlag.get(flagId) ?? null
            return [{ flagId, comId, ipType, rightId, reasonId, complaintId, facts: known }]
          })
        },
      ),
    complaints: () =>
      database.transaction('r', [complaints, complaintLines], async () => {
        const rows = await complaints.toArray()
        const counts = await Promise.all(
          rows.map(({ complaintId }) => complaintLines.where('complaintId').equals(complaintId).count()),
        )
        return rows.map((complaint, at) => ({ complaint, lines: counts[at] ?? 0 }))
      }),
    facts: (comIds) =>
      database.transaction('r', [listings, captures, captureJobs, complaints, complaintLines], async () => {
        const known = await factsByComId(comIds)
        return comIds.flatMap((comId) => known.get(comId) ?? [])
      }),
  }
}
