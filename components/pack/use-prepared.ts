import { useCallback, useEffect, useRef, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Failure } from '../../lib/core/result.ts'
import {
  type EvidenceChoice,
  type EvidenceExportServices,
  type PreparedEvidence,
  prepareEvidence,
} from './export-evidence.ts'
import { sparing } from './sparing.ts'

type PreparedState =
  | { step: 'reading' }
  | { step: 'sealing'; done: number; of: number }
  | { step: 'failed'; failure: Failure }
  | ({ step: 'prepared' } & PreparedEvidence)

/** Seals and checks what was chosen as soon as the page shows it, and again on wish. */
export function usePrepared(services: EvidenceExportServices, choice: EvidenceChoice) {
  const [state, setState] = useState<PreparedState>({ step: 'reading' })
  const run = useRef(0)

  const prepare = useCallback(async () => {
    run.current += 1
    const own = run.current
    const show = (next: PreparedState) => {
      if (run.current === own) setState(next)
    }
    show({ step: 'reading' })
    try {
      const prepared = await prepareEvidence(
        services,
        choice,
        sparing((done, of) => show({ step: 'sealing', done, of })),
      )
      show({ step: 'prepared', ...prepared })
    } catch (error) {
      show({ step: 'failed', failure: failureFrom(error, 'sealing the evidence') })
    }
  }, [services, choice])

  useEffect(() => {
    void prepare()
    return () => {
      run.current += 1
    }
  }, [prepare])

  return { state, prepare }
}
