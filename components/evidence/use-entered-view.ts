import { useEffect, useRef, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Failure } from '../../lib/core/result.ts'
import type { CaptureServices } from './capture-services.ts'

/**
 * Enters in the ledger that a capture is looked at, once each time its page is gone to. Where nothing may be written
 * nothing is entered. Returns why it could not be entered; the capture is shown all the same.
 */
export function useEnteredView(
  services: Pick<CaptureServices, 'enterView' | 'readOnlyBecause'>,
  captureId: string,
): Failure | null {
  const [failure, setFailure] = useState<Failure | null>(null)
  const enteredId = useRef<string | null>(null)
  useEffect(() => {
    if (services.readOnlyBecause || enteredId.current === captureId) return
    enteredId.current = captureId
    services
      .enterView(captureId)
      .catch((error: unknown) => setFailure(failureFrom(error, 'entering it in the ledger')))
  }, [services, captureId])
  return failure
}
