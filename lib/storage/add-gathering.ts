import type { Transaction } from 'dexie'
import type { Artefact, Capture, CaptureJob } from '../evidence/capture.ts'
import { comparedWithCall, type OldDisagreement } from '../evidence/seal/old-disagreement.ts'
import { type CopyJob, dueCopy } from '../pack/second-copy/second-copy.ts'
import type { MetaRow } from './stored-rows.ts'

/** What artefacts of version 2 have; the rest came with version 3. */
type OldArtefact = Omit<Artefact, 'name' | 'pageUrl' | 'sourceUrl' | 'cut' | 'redacted'> & {
  pageUrl?: string | null
}

/**
 * Version 2 to 3: captures say how they came about, and their jobs what else was gathered. Nothing of an old
 * capture is gathered later by itself; its sealed records stay as they are, and their second copies are due.
 */
export async function addGathering(transaction: Transaction): Promise<void> {
  await transaction
    .table<Capture>('captures')
    .toCollection()
    .modify((capture) => {
      capture.mode = 'flagged-by-person'
      capture.tab = null
      capture.witnesses = null
      capture.sighting.canonicalUrl = null
      capture.importedFrom = null
    })
  const copies: CopyJob[] = []
  await transaction
    .table<CaptureJob>('captureJobs')
    .toCollection()
    .modify((job) => {
      if (job.seal.state === 'sealed') {
        copies.push(dueCopy(job.captureId, job.seal.recordId, job.seal.sealedAtMs))
      }
      job.imported = false
      job.parts = {}
      job.gathering = 'none'
      job.serverDates = []
      job.disagreements = (job.disagreements as unknown as OldDisagreement[]).map(comparedWithCall)
      if (job.screenshot.state === 'saved') job.screenshot.artefact = named(job.screenshot.artefact)
    })
  await transaction.table<CopyJob>('copies').bulkAdd(copies)
  await transaction.table<MetaRow>('meta').put({ key: 'schema', version: 3 })
}

const named = (old: OldArtefact): Artefact => ({
  ...old,
  name: 'viewport-screenshot.png',
  pageUrl: old.pageUrl ?? null,
  sourceUrl: null,
  cut: null,
  redacted: [],
})
