import { ExpectedError } from '../core/expected-error.ts'
import type { CaptureJob, ScreenshotStatus } from '../evidence/capture.ts'
import type { EvidenceRepo } from '../evidence/evidence-repo.ts'
import type { DocketDatabase } from './database.ts'

/** Keeps capture jobs and artefact bytes in the database. */
export function dexieEvidenceRepo(database: DocketDatabase): EvidenceRepo {
  const { captureJobs, blobs } = database

  const update = async (captureId: string, change: Partial<CaptureJob>) => {
    const changed = await captureJobs.update(captureId, change)
    if (changed === 0 && !(await captureJobs.get(captureId))) {
      throw new ExpectedError('unknown-capture', 'This capture is not stored, so nothing can be added to it.')
    }
  }
  const putStatuses = async (statuses: Map<string, ScreenshotStatus>, nowMs: number) => {
    for (const [captureId, screenshot] of statuses)
      await update(captureId, { screenshot, changedAtMs: nowMs })
  }

  return {
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
      database.transaction('rw', [captureJobs, blobs], async () => {
        await blobs.put({ sha256, bytes })
        await putStatuses(statuses, nowMs)
      }),
    saveStatuses: (statuses, nowMs) =>
      database.transaction('rw', [captureJobs], () => putStatuses(statuses, nowMs)),
    savePageData: (captureId, gathered, nowMs) =>
      database.transaction('rw', [captureJobs], () => update(captureId, { ...gathered, changedAtMs: nowMs })),
    readBytes: async (sha256) => (await blobs.get(sha256))?.bytes ?? null,
  }
}
