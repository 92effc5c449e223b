import { useCallback, useEffect, useRef, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Failure } from '../../lib/core/result.ts'
import type { CaptureCheck } from '../../lib/evidence/capture-check.ts'

export interface Verification {
  checks: CaptureCheck[]
  isRunning: boolean
  failure: Failure | null
}

/** Verifies a capture when it is asked to, and shows each check as it comes. */
export function useVerification(
  { verify }: { verify(captureId: string): AsyncIterable<CaptureCheck> },
  captureId: string,
) {
  const [verification, setVerification] = useState<Verification | null>(null)
  const run = useRef(0)
  useEffect(
    () => () => {
      run.current += 1
    },
    [],
  )
  const start = useCallback(async () => {
    run.current += 1
    const own = run.current
    const checks: CaptureCheck[] = []
    const show = (isRunning: boolean, failure: Failure | null = null) => {
      if (run.current === own) setVerification({ checks: [...checks], isRunning, failure })
    }
    show(true)
    try {
      for await (const check of verify(captureId)) {
        if (run.current !== own) return
        checks.push(check)
        show(true)
      }
      show(false)
    } catch (error) {
      show(false, failureFrom(error, 'verifying the capture'))
    }
  }, [verify, captureId])
  return { verification, start }
}
