import type { Capture, CaptureJob } from '../evidence/capture.ts'
import { readTrace } from './read-trace.ts'
import type { SellerTrace } from './seller-trace.ts'

/** Port: where traces and sellers are kept. They are made of captures, and can be made anew of them. */
export interface SellerIndex {
  /** Captures that have no trace, or whose evidence was being gathered when it was made. */
  unreadIds(): Promise<string[]>
  /** The same of one listing. */
  unreadIdsOf(comId: string): Promise<string[]>
  /** Whether there are unread captures, without looking which. */
  isBehind(): Promise<boolean>
  captures(captureIds: readonly string[]): Promise<Array<{ capture: Capture; job: CaptureJob | null }>>
  /** Keeps traces, and the sellers that they change, in one commit. Keeping one twice changes nothing. */
  keep(traces: readonly SellerTrace[]): Promise<void>
}

/** Captures that are read at once: few enough that a page stays fluid. */
const step = 100

/**
 * Reads what captures state of sellers that was not read yet, and says how far it is. It may be broken off at any
 * moment and run in several pages at once. A page of sellers begins with it: captures are made where nobody may
 * wait for this.
 */
export async function* catchUpSellers(
  index: SellerIndex,
  signal: AbortSignal,
): AsyncGenerator<{ read: number; of: number }> {
  const unread = await index.unreadIds()
  for (let from = 0; from < unread.length && !signal.aborted; from += step) {
    const ids = unread.slice(from, from + step)
    await readCaptures(index, ids)
    yield { read: from + ids.length, of: unread.length }
  }
}

/** Reads at once what the captures of one listing state of its seller; the others wait for `catchUpSellers`. */
export async function readSellerOf(index: SellerIndex, comId: string): Promise<void> {
  const unread = await index.unreadIdsOf(comId)
  if (unread.length > 0) await readCaptures(index, unread)
}

async function readCaptures(index: SellerIndex, captureIds: readonly string[]): Promise<void> {
  const captures = await index.captures(captureIds)
  await index.keep(captures.map(({ capture, job }) => readTrace(capture, job)))
}
