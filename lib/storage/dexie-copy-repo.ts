import Dexie from 'dexie'
import type { CopyJob, CopyRepo } from '../pack/second-copy/second-copy.ts'
import type { DocketDatabase } from './database.ts'
import type { CopyPlaceChoice } from './stored-rows.ts'

const openStates: Array<CopyJob['state']> = ['due', 'writing']
const waitingStates: Array<CopyJob['state']> = [...openStates, 'failed']

/** Keeps in the database how far second copies are, and where they go. */
export function dexieCopyRepo(database: DocketDatabase): CopyRepo & {
  /** Null where the person chose none yet. */
  place(): Promise<CopyPlaceChoice | null>
  /** Another place begins empty: everything is due again, for what is elsewhere may be gone. */
  choosePlace(choice: CopyPlaceChoice, nowMs: number): Promise<void>
  /** Lets the browser's object stand for the same folder as before; nothing is due by it. */
  renewHandle(choice: CopyPlaceChoice): Promise<void>
} {
  const { copies, captureJobs, meta } = database

  const inState = (state: CopyJob['state']) =>
    copies.where('[state+dueSinceMs]').between([state, Dexie.minKey], [state, Dexie.maxKey])

  return {
    open: async (settledBeforeMs) => {
      const jobs = (await Promise.all(openStates.map((state) => inState(state).toArray()))).flat()
      jobs.sort((a, b) => a.dueSinceMs - b.dueSinceMs || (a.captureId < b.captureId ? -1 : 1))
      const captureIds = jobs.map(({ captureId }) => captureId)
      const captures = await captureJobs.bulkGet(captureIds)
      return captureIds.filter((_, index) => {
        const capture = captures[index]
        return capture?.gathering !== 'open' || capture.changedAtMs < settledBeforeMs
      })
    },
    job: async (captureId) => (await copies.get(captureId)) ?? null,
    save: (job) =>
      database.transaction('rw', [copies], () =>
        copies.get(job.captureId).then((stored) => {
          if (stored?.recordId !== job.recordId) return false
          return copies.put(job).then(() => true)
        }),
      ),
    backlog: async () => {
      const counts = await Promise.all(waitingStates.map((state) => inState(state).count()))
      const oldest = (await Promise.all(waitingStates.map((state) => inState(state).first())))
        .filter((job) => job !== undefined)
        .reduce<CopyJob | null>((a, b) => (a === null || b.dueSinceMs < a.dueSinceMs ? b : a), null)
      return {
        captures: counts.reduce((sum, count) => sum + count, 0),
        failed: counts.at(-1) ?? 0,
        copied: await inState('copied').count(),
        oldestDueMs: oldest?.dueSinceMs ?? null,
        failure: (await inState('failed').first())?.failure ?? oldest?.failure ?? null,
      }
    },
    copiedLedgerSeq: async () => {
      const row = await meta.get('copiedLedger')
      return row?.key === 'copiedLedger' ? row.seq : 0
    },
    saveCopiedLedgerSeq: async (seq) => {
      await meta.put({ key: 'copiedLedger', seq })
    },
    retryFailed: () => inState('failed').modify({ state: 'due', tries: 0 } satisfies Partial<CopyJob>),

    place: async () => {
      const row = await meta.get('copyPlace')
      return row?.key === 'copyPlace' ? row.choice : null
    },
    choosePlace: (choice, nowMs) =>
      database.transaction('rw', [copies, meta], async () => {
        await meta.put({ key: 'copyPlace', choice })
        await meta.put({ key: 'copiedLedger', seq: 0 })
        await copies.toCollection().modify((job) => {
          if (job.state === 'copied') job.dueSinceMs = nowMs
          Object.assign(job, {
            state: 'due',
            tries: 0,
            failure: null,
            entry: null,
            copiedAtMs: null,
          } satisfies Partial<CopyJob>)
        })
      }),
    renewHandle: async (choice) => {
      await meta.put({ key: 'copyPlace', choice })
    },
  }
}
