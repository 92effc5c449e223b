import { useEffect, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Failure } from '../../lib/core/result.ts'
import type { ReadGraph, SellerGraphReader } from '../../lib/sellers/seller-graph.ts'
import { words } from './graph-words.ts'

interface GraphReading {
  step: ReadGraph | null
  failure: Failure | null
}

/** What sellers have in common, read anew where `isCaughtUp` says that more captures were. */
export function useSellerGraph(
  reader: SellerGraphReader,
  sellerId: string | null,
  isCaughtUp: boolean,
): GraphReading {
  const [reading, setReading] = useState<GraphReading>({ step: null, failure: null })
  useEffect(() => {
    if (!isCaughtUp) return
    const stop = new AbortController()
    const run = async () => {
      try {
        for await (const step of reader.ties(sellerId, stop.signal)) {
          if (stop.signal.aborted) return
          setReading({ step, failure: null })
        }
      } catch (error) {
        if (!stop.signal.aborted) setReading({ step: null, failure: failureFrom(error, words.failed) })
      }
    }
    void run()
    return () => stop.abort()
  }, [reader, sellerId, isCaughtUp])
  return reading
}
