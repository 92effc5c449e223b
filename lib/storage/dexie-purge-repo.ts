import Dexie from 'dexie'
import { ExpectedError } from '../core/expected-error.ts'
import type { CaptureJob } from '../evidence/capture.ts'
import type { PurgeRepo, SharedFiles } from '../evidence/purge-repo.ts'
import { artefactsOf } from '../evidence/seal/evidence-record.ts'
import type { DocketDatabase } from './database.ts'
import { namedByRights, tablesOfFiles } from './named-files.ts'
import { storing } from './storage-refusal.ts'

/** Jobs in memory at once. */
const atOnce = 200

/** Deletes bytes of captures in the database, and nothing else of them. */
export function dexiePurgeRepo(database: DocketDatabase): PurgeRepo {
  const { captureJobs, ledger, blobs } = database

  const purgedAmong = (captureIds: string[]) =>
    ledger
      .where('subject')
      .anyOf(captureIds)
      .toArray()
      .then(
        (rows) => new Set(rows.filter(({ action }) => action === 'deleted').map(({ subject }) => subject)),
      )

  /** Those of these captures that name one of the files and are not purged themselves. */
  const holdersOf = (captureIds: string[], sha256s: ReadonlySet<string>) =>
    captureJobs.bulkGet(captureIds).then((rows) => {
      const holders = rows
        .filter((job) => job !== undefined)
        .filter((job) => namedBy(job, sha256s).length > 0)
      return purgedAmong(holders.map(({ captureId }) => captureId)).then((purged) =>
        holders.filter(({ captureId }) => !purged.has(captureId)),
      )
    })

  /**
   * Captures that changed since: every change makes the seal due, and sealing leaves a row. None may have come,
   * and the one that is purged must be as it was.
   */
  const changedSince = (captureId: string, { captures, ledgerSeq }: SharedFiles) =>
    Dexie.Promise.all([
      ledger.where('seq').above(ledgerSeq).toArray(),
      captureJobs.where('seal.state').anyOf('due', 'written').primaryKeys(),
      captureJobs.where('seal.state').equals('failed').primaryKeys(),
      captureJobs.count(),
    ]).then(([rows, due, failed, count]) => {
      const sealed = rows
        .filter(({ action }) => action === 'capture-sealed' || action === 'imported')
        .map(({ subject }) => subject)
      const changed = new Set([...due, ...sealed])
      if (count !== captures || changed.has(captureId)) throw changedMeanwhile()
      return [...new Set([...changed, ...failed])].filter((id) => id !== captureId)
    })

  return {
    async sharedFiles(captureId, sha256s) {
      const wanted = new Set(sha256s)
      // Before anything else is read: what changes from here on is found by its row.
      const last = await ledger.orderBy('seq').last()
      const keys = await captureJobs.toCollection().primaryKeys()
      // A comparison shows a capture's picture, and a picture may be kept for a right as well.
      const shared = await namedByRights(database, wanted)
      for (let from = 0; from < keys.length; from += atOnce) {
        const ids = keys.slice(from, from + atOnce).filter((key) => key !== captureId)
        for (const job of await holdersOf(ids, wanted)) {
          for (const sha256 of namedBy(job, wanted)) shared.add(sha256)
        }
      }
      return { sha256s: shared, captures: keys.length, ledgerSeq: last?.seq ?? 0 }
    },
    purge: (row, sha256s, shared) =>
      storing(() =>
        database.transaction('rw', [ledger, captureJobs, blobs, ...tablesOfFiles(database)], () =>
          changedSince(row.subject, shared)
            .then((changed) => holdersOf(changed, new Set(sha256s)))
            .then((holders) => {
              if (holders.length > 0) throw changedMeanwhile()
            })
            .then(() => namedByRights(database, sha256s))
            .then((named) => {
              if (named.size > 0) throw changedMeanwhile()
            })
            .then(() => ledger.add(row))
            .then(() => blobs.bulkDelete(sha256s)),
        ),
      ),
  }
}

/** Which of these files the job names. */
const namedBy = (job: CaptureJob, sha256s: ReadonlySet<string>): string[] =>
  artefactsOf(job).flatMap(({ sha256 }) => (sha256s.has(sha256) ? [sha256] : []))

const changedMeanwhile = () =>
  new ExpectedError('capture-changed', 'Evidence changed meanwhile. Look again and decide again.')
