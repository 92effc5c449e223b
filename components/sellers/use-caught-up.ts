import { useEffect, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Failure } from '../../lib/core/result.ts'
import { catchUpSellers } from '../../lib/sellers/seller-index.ts'
import type { SellersServices } from './services.ts'

export interface CatchingUp {
  /** How far it is; null before the first step and after the last. */
  progress: { read: number; of: number } | null
  isEnded: boolean
  failure: Failure | null
}

const begun: CatchingUp = { progress: null, isEnded: false, failure: null }

/** Reads new captures for what they state of sellers while the page is shown. */
export function useCaughtUp({
  index,
  readOnlyBecause,
}: Pick<SellersServices, 'index' | 'readOnlyBecause'>): CatchingUp {
  const [state, setState] = useState(begun)
  useEffect(() => {
    if (readOnlyBecause) {
      setState({ progress: null, isEnded: true, failure: readOnlyBecause })
      return
    }
    const stop = new AbortController()
    const run = async () => {
      try {
        for await (const progress of catchUpSellers(index, stop.signal)) {
          if (!stop.signal.aborted) setState({ progress, isEnded: false, failure: null })
        }
        if (!stop.signal.aborted) setState({ ...begun, isEnded: true })
      } catch (error) {
        const failure = failureFrom(error, 'reading captures for sellers')
        if (!stop.signal.aborted) setState({ progress: null, isEnded: true, failure })
      }
    }
    void run()
    return () => stop.abort()
  }, [index, readOnlyBecause])
  return state
}
