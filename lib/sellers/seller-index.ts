import type { Capture, CaptureJob } from '../evidence/capture.ts'
import { readTrace } from './read-trace.ts'
import type { SellerTrace } from './seller-trace.ts'

/** Port: where traces and sellers are kept. They are made of captures, and can be made anew of them. */
export interface SellerIndex {
  /** Captures that have no trace, or whose evidence was being gathered when it was made. */
  unreadIds(): Promise<string[]>
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
    const captures = await index.captures(ids)
    await index.keep(captures.map(({ capture, job }) => readTrace(capture, job)))
    yield { read: from + ids.length, of: unread.length }
  }
}
