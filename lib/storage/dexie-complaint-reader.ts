import type { ComplaintReader, QueuedListing } from '../complaints/complaint-reader.ts'
import type { ListingFacts } from '../complaints/listing-facts.ts'
import { readListingFacts } from '../complaints/read-listing-facts.ts'
import { wasTakenDown } from '../tracking/track.ts'
import type { DocketDatabase } from './database.ts'
import { readWhole } from './read-whole.ts'

/** Reads for pages about complaints. */
export function dexieComplaintReader(database: DocketDatabase): ComplaintReader {
  const { flags, listings, captures, captureJobs, complaints, complaintLines, tracks } = database
  const allTables = [flags, listings, captures, captureJobs, complaints, complaintLines, tracks]

  async function factsByComId(comIds: readonly string[]): Promise<Map<string, ListingFacts>> {
    const ids = [...new Set(comIds)]
    const [summaries, currentFlags, allCaptures, allJobs, allLines] = await Promise.all([
      listings.bulkGet(ids),
      flags
        .where('[comId+status]')
        .anyOf(ids.map((comId) => [comId, 'current']))
        .toArray(),
      captures.where('comId').anyOf(ids).toArray(),
      captureJobs.where('comId').anyOf(ids).toArray(),
      complaintLines.where('comId').anyOf(ids).toArray(),
    ])
    const named = [...new Set(allLines.map(({ complaintId }) => complaintId))]
    const complaintOf = new Map(
      (await complaints.bulkGet(named)).flatMap((row) => (row ? [[row.complaintId, row] as const] : [])),
    )
    const lineTracks = await tracks.bulkGet(allLines.map(({ lineId }) => lineId))
    const removedLines = new Set(
      lineTracks.flatMap((track) => (track?.kind === 'line' && wasTakenDown(track) ? [track.subjectId] : [])),
    )
    const flagOf = new Map(currentFlags.map((flag) => [flag.comId, flag]))
    const capturesOf = Map.groupBy(allCaptures, ({ comId }) => comId)
    const jobsOf = Map.groupBy(allJobs, ({ comId }) => comId)
    const linesOf = Map.groupBy(allLines, ({ comId }) => comId)
    return new Map(
      summaries.flatMap((summary) => {
        if (!summary) return []
        const { comId } = summary
        const facts = readListingFacts({
          summary,
          flag: flagOf.get(comId) ?? null,
          captures: capturesOf.get(comId) ?? [],
          jobs: jobsOf.get(comId) ?? [],
          lines: (linesOf.get(comId) ?? []).flatMap((line) => {
            const complaint = complaintOf.get(line.complaintId)
            return complaint ? [{ line, complaint, wasRemoved: removedLines.has(line.lineId) }] : []
          }),
        })
        return [[comId, facts] as const]
      }),
    )
  }

  return {
    queued: () =>
      database.transaction('r', allTables, async () => {
        const rows = (await flags.where('queueGroup').above('').toArray()).sort(
          (one, other) => other.createdAtMs - one.createdAtMs || (one.flagId < other.flagId ? 1 : -1),
        )
        const facts = await factsByComId(rows.map(({ comId }) => comId))
        return rows.flatMap(({ flagId, comId, ipType, rightId, reasonId }): QueuedListing[] => {
          const known = facts.get(comId)
          if (!known) return []
          // By listing and right, not by flag: judged anew it stands where it stood.
          const complaintId =
            known.elsewhere.find((line) => line.state === 'queued' && line.rightId === rightId)
              ?.complaintId ?? null
          return [{ flagId, comId, ipType, rightId, reasonId, complaintId, facts: known }]
        })
      }),
    complaint: (complaintId) =>
      database.transaction('r', allTables, async () => {
        const complaint = await complaints.get(complaintId)
        if (!complaint) return null
        const lines = await complaintLines.where('complaintId').equals(complaintId).toArray()
        const known = await factsByComId(lines.map(({ comId }) => comId))
        return {
          complaint,
          lines: lines
            .sort((one, other) => one.position - other.position)
            .flatMap((line) => {
              const facts = known.get(line.comId)
              return facts ? [{ line, facts }] : []
            }),
        }
      }),
    async pictures(comId) {
      const jobs = await captureJobs.where('comId').equals(comId).toArray()
      const artefacts = jobs
        .flatMap(({ screenshot, parts }) => [
          ...(parts['product-images']?.artefacts ?? []),
          ...(parts['full-page-screenshot']?.artefacts ?? []),
          ...(screenshot.state === 'saved' ? [screenshot.artefact] : []),
        ])
        .filter(({ mediaType }) => mediaType.startsWith('image/'))
        .sort(
          (one, other) =>
            Number(other.kind === 'product-image') - Number(one.kind === 'product-image') ||
            other.takenAtMs - one.takenAtMs,
        )
      const bySha = new Map(artefacts.map((artefact) => [artefact.sha256, artefact]))
      return [...bySha.values()].map(({ sha256, kind, name, mediaType, takenAtMs }) => ({
        ...{ sha256, kind, name, mediaType, takenAtMs },
      }))
    },
    complaints: () =>
      database.transaction('r', [complaints, complaintLines], async () => {
        const rows = await complaints.toArray()
        const counts = await Promise.all(
          rows.map(({ complaintId }) => complaintLines.where('complaintId').equals(complaintId).count()),
        )
        return rows.map((complaint, at) => ({ complaint, lines: counts[at] ?? 0 }))
      }),
    withoutScreenshot: (comIds) =>
      readWhole([captureJobs, listings], () =>
        database.transaction('r', [captureJobs, listings], async () => {
          const kept = new Set(await captureJobs.where('screenshot.state').equals('saved').primaryKeys())
          const ids = [...new Set(comIds)]
          const jobs = await Promise.all(
            ids.map((comId) => captureJobs.where('comId').equals(comId).primaryKeys()),
          )
          const bare = ids.filter((_, at) => !jobs[at]?.some((captureId) => kept.has(captureId)))
          const known = await listings.bulkGet(bare)
          return known.flatMap((row) => (row ? [row.comId] : []))
        }),
      ),
    facts: (comIds) =>
      database.transaction('r', allTables, async () => {
        const known = await factsByComId(comIds)
        return comIds.flatMap((comId) => known.get(comId) ?? [])
      }),
  }
}
