import type { Clock } from '../core/clock.ts'
import { ExpectedError } from '../core/expected-error.ts'
import type { DocketDatabase } from './database.ts'

/** Every further opening is one more chance for the browser to put an empty database in the place of a damaged one. */
const mostReopens = 3
/** What stayed open for so long was no part of a row of closings. */
const steadyMs = 60_000

/**
 * Keeps the one database of a page open. Where the browser closes it (site data cleared, storage at fault) or a newer
 * version of Docket asks for it, it is opened anew, and everybody who listens asks for it again; each opening is
 * compared with the ledger's anchor, as the first was. Three times at most, with a pause before each further one:
 * then whoever asks is told what to do.
 */
export function keepOpen(
  open: () => Promise<DocketDatabase>,
  { clock, pause }: { clock: Clock; pause: (ms: number) => Promise<void> },
) {
  let opening: Promise<DocketDatabase> | null = null
  let opened = 0
  let reopens = 0
  let openSinceMs = 0
  const listeners = new Set<() => void>()

  const begin = (work: Promise<DocketDatabase>): Promise<DocketDatabase> => {
    opening = work
    work.then(
      (database) => {
        openSinceMs = clock().monotonicMs
        database.on('close', () => opening === work && reopen())
      },
      // Whoever asked for it is told.
      () => undefined,
    )
    return work
  }

  const tell = () => {
    opened += 1
    for (const listener of listeners) listener()
  }

  function reopen(): void {
    if (clock().monotonicMs - openSinceMs >= steadyMs) reopens = 0
    begin(again())
    tell()
  }

  async function again(): Promise<DocketDatabase> {
    for (;;) {
      if (reopens >= mostReopens) throw closedForGood()
      reopens += 1
      // At once the first time; what is being closed or deleted takes a moment.
      await pause((reopens - 1) * 500)
      try {
        return await open()
      } catch (error) {
        if (reopens >= mostReopens) throw error
      }
    }
  }

  return {
    /** The same promise until it is opened anew. @throws as `open`, and ExpectedError `storage-closed` */
    get: (): Promise<DocketDatabase> => opening ?? begin(open()),
    /** At the person's wish: closes it, and lets everybody open it again. */
    reopen(): void {
      const before = opening
      opening = null
      reopens = 0
      before?.then(
        (database) => database.close(),
        // It was never open: there is nothing to close.
        () => undefined,
      )
      tell()
    },
    /** How often it was opened anew. */
    count: (): number => opened,
    /** Calls back when it is being opened anew. Returns what ends that. */
    onReopen(callback: () => void): () => void {
      listeners.add(callback)
      return () => listeners.delete(callback)
    },
  }
}

const closedForGood = () =>
  new ExpectedError(
    'storage-closed',
    'The browser closes Docket’s storage again and again, so nothing can be shown or saved here. Restart the browser; if that does not help, free some disk space.',
  )
