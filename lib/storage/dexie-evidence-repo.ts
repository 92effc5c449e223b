import { ExpectedError } from '../core/expected-error.ts'
import type { CaptureJob, ScreenshotStatus, SealStatus } from '../evidence/capture.ts'
import type { EvidenceRepo } from '../evidence/evidence-repo.ts'
import { gatheringOf } from '../evidence/gather/capture-part.ts'
import type { DocketDatabase } from './database.ts'
import { storing } from './storage-refusal.ts'

/** Keeps capture jobs and artefact bytes in the database. */
export function dexieEvidenceRepo(database: DocketDatabase): EvidenceRepo {
  const { captures, captureJobs, blobs } = database

  /** Changes every named job, or throws and thereby undoes the transaction. */
  const changeJobs = (captureIds: string[], changeOf: (job: CaptureJob) => Partial<CaptureJob>) =>
    captureJobs
      .where('captureId')
      .anyOf(captureIds)
      .modify((job) => {
        Object.assign(job, changeOf(job), { seal: sealAgain(job.seal) })
      })
      .then((changed) => {
        if (changed === captureIds.length) return
        throw new ExpectedError(
          'unknown-capture',
          'This capture is not stored, so nothing can be added to it.',
        )
      })

  const putStatuses = (statuses: Map<string, ScreenshotStatus>, nowMs: number) =>
    changeJobs([...statuses.keys()], ({ captureId }) => {
      const screenshot = statuses.get(captureId)
      return screenshot ? { screenshot, changedAtMs: nowMs } : {}
    })

  return {
    capture: async (captureId) => (await captures.get(captureId)) ?? null,
    jobs: async (captureIds) => {
      const rows = await captureJobs.bulkGet([...new Set(captureIds)])
      return rows.filter((job) => job !== undefined)
    },
    pendingJobs: (beforeMs) =>
      captureJobs
        .where('screenshot.state')
        .equals('pending')
        .filter((job) => job.changedAtMs < beforeMs)
        .toArray(),
    saveScreenshot: (bytes, sha256, statuses, nowMs) =>
      storing(() =>
        database.transaction('rw', [captureJobs, blobs], async () => {
          await blobs.put({ sha256, bytes })
          await putStatuses(statuses, nowMs)
        }),
      ),
    saveStatuses: (statuses, nowMs) =>
      storing(() => database.transaction('rw', [captureJobs], () => putStatuses(statuses, nowMs))),
    savePageData: (captureId, gathered, nowMs) =>
      storing(() =>
        database.transaction('rw', [captureJobs], () =>
          changeJobs([captureId], () => ({ ...gathered, changedAtMs: nowMs })),
        ),
      ),
    openCaptures: async (beforeMs) => {
      const jobs = await captureJobs
        .where('gathering')
        .equals('open')
        .filter((job) => job.changedAtMs < beforeMs)
        .toArray()
      return jobs.map(({ captureId }) => captureId)
    },
    saveParts: (captureId, changed, nowMs) =>
      storing(() =>
        database.transaction('rw', [captureJobs], () =>
          changeJobs([captureId], (job) => {
            const parts = { ...job.parts, ...changed }
            return { parts, gathering: gatheringOf(parts), changedAtMs: nowMs }
          }),
        ),
      ),
    keepArtefact: (captureId, kind, artefact, bytes, nowMs) =>
      storing(() =>
        database.transaction('rw', [captureJobs, blobs], async () => {
          await blobs.put({ sha256: artefact.sha256, bytes })
          await changeJobs([captureId], ({ parts }) => {
            const part = parts[kind]
            if (!part) return {}
            return {
              parts: { ...parts, [kind]: { ...part, artefacts: [...part.artefacts, artefact] } },
              changedAtMs: nowMs,
            }
          })
        }),
      ),
    addServerDates: (captureId, dates, nowMs) =>
      storing(() =>
        database.transaction('rw', [captureJobs], () =>
          changeJobs([captureId], (job) => ({
            serverDates: [...job.serverDates, ...dates],
            changedAtMs: nowMs,
          })),
        ),
      ),
    readBytes: async (sha256) => (await blobs.get(sha256))?.bytes ?? null,
  }
}

/** Whatever is gathered after the sealing goes into a new record that names the former. */
const sealAgain = ({ recordId }: SealStatus): SealStatus => ({
  state: 'due',
  recordId,
  tries: 0,
  failure: null,
})
