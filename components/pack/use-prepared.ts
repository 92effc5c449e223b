import { useCallback, useEffect, useRef, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Failure } from '../../lib/core/result.ts'
import { sparing } from './sparing.ts'

export type PreparedState<Prepared> =
  | { step: 'reading' }
  | { step: 'sealing'; done: number; of: number }
  | { step: 'failed'; failure: Failure }
  | ({ step: 'prepared' } & Prepared)

/**
 * Seals and checks what is to be exported as soon as the page shows it, and again on wish.
 * @param work the same function for as long as it is about the same
 * @param doing for the failure's sentence, e.g. "sealing the evidence"
 */
export function usePrepared<Prepared extends object>(
  work: (onProgress: (done: number, of: number) => void) => Promise<Prepared>,
  doing: string,
) {
  const [state, setState] = useState<PreparedState<Prepared>>({ step: 'reading' })
  const run = useRef(0)

  const prepare = useCallback(async () => {
    run.current += 1
    const own = run.current
    const show = (next: PreparedState<Prepared>) => {
      if (run.current === own) setState(next)
    }
    show({ step: 'reading' })
    try {
      const prepared = await work(sparing((done, of) => show({ step: 'sealing', done, of })))
      show({ step: 'prepared', ...prepared })
    } catch (error) {
      show({ step: 'failed', failure: failureFrom(error, doing) })
    }
  }, [work, doing])

  useEffect(() => {
    void prepare()
    return () => {
      run.current += 1
    }
  }, [prepare])

  return { state, prepare }
}
