import { canonicalJson } from '../core/canonical-json.ts'
import { ExpectedError } from '../core/expected-error.ts'
import type { CaptureJob, SealStatus } from '../evidence/capture.ts'
import type { SealRepo } from '../evidence/seal/seal-repo.ts'
import { dueCopy } from '../pack/second-copy/second-copy.ts'
import type { DocketDatabase } from './database.ts'
import { dexieOperatorName } from './dexie-operator-name.ts'

/** Keeps sealed records in the database. */
export function dexieSealRepo(database: DocketDatabase): SealRepo {
  const { captures, captureJobs, records, ledger, blobs, copies, departures } = database

  /** Sets the seal if the stored job is still `job`; else throws and thereby undoes the transaction. */
  const setSeal = (job: CaptureJob, seal: SealStatus) =>
    captureJobs.get(job.captureId).then((stored) => {
      if (!stored || canonicalJson(stored) !== canonicalJson(job)) {
        throw new ExpectedError('capture-changed', 'The capture was changed meanwhile. Try again.')
      }
      return captureJobs.put({ ...stored, seal }).then(nothing)
    })

  /** What is sealed is due to be copied: in the same commit, or an interruption would forget it. */
  const dueForCopy = (captureId: string, seal: SealStatus) =>
    seal.state === 'sealed'
      ? copies.put(dueCopy(captureId, seal.recordId, seal.sealedAtMs)).then(nothing)
      : undefined

  return {
    unsealed: async (beforeMs) => {
      const jobs = await captureJobs
        .where('seal.state')
        .anyOf('due', 'written')
        .filter((job) => job.changedAtMs < beforeMs && job.screenshot.state !== 'pending')
        .toArray()
      return jobs.map(({ captureId }) => captureId)
    },
    capture: async (captureId) => {
      const [capture, job] = await Promise.all([captures.get(captureId), captureJobs.get(captureId)])
      return capture && job ? { capture, job } : null
    },
    record: async (recordId) => (await records.get(recordId)) ?? null,
    writeRecord: (record, row, job, seal) =>
      database.transaction('rw', [records, ledger, captureJobs], () =>
        records
          .add(record)
          .then(() => ledger.add(row))
          .then(() => setSeal(job, seal)),
      ),
    saveSeal: (job, seal) =>
      database.transaction('rw', [captureJobs, copies], () =>
        setSeal(job, seal).then(() => dueForCopy(job.captureId, seal)),
      ),
    addDeparture: (row, departure) =>
      database.transaction('rw', [ledger, departures], () =>
        ledger
          .add(row)
          .then(() => departures.add(departure))
          .then(nothing),
      ),
    readBytes: async (sha256) => (await blobs.get(sha256))?.bytes ?? null,
    operatorName: dexieOperatorName(database).read,
  }
}

const nothing = () => undefined
