import { ShieldCheck, Square } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Failure } from '../../lib/core/result.ts'
import type { VerifiedSoFar } from '../../lib/evidence/verify-all.ts'
import { joined } from '../language/language.ts'
import { sparing } from '../pack/sparing.ts'
import { exactTime } from '../queue/row-facts.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { FlawList } from './flaw-list.tsx'
import { Part } from './part.tsx'
import { RoundsPart } from './rounds-part.tsx'
import type { ShownFacts, StorageServices } from './storage-services.ts'
import { storageWords as words } from './storage-words.ts'

interface VerifyAllPartProps {
  services: Pick<
    StorageServices,
    'verifyAll' | 'saveVerification' | 'nowMs' | 'readOnlyBecause' | 'addresses'
  >
  facts: ShownFacts
}

type Run =
  | { step: 'idle' | 'stopped' }
  | { step: 'running' | 'ended'; soFar: VerifiedSoFar }
  | { step: 'failed'; failure: Failure }

/** How long the ledger is, when all evidence was last looked through, and a button that does it. */
export function VerifyAllPart({ services, facts }: VerifyAllPartProps) {
  const [run, setRun] = useState<Run>({ step: 'idle' })
  const stopper = useRef<AbortController | null>(null)
  useEffect(() => () => stopper.current?.abort(), [])

  const start = async () => {
    const stop = new AbortController()
    stopper.current = stop
    let last: VerifiedSoFar = { done: 0, of: 0, flaws: [] }
    const show = sparing(() => setRun({ step: 'running', soFar: last }))
    try {
      for await (const soFar of services.verifyAll(stop.signal)) {
        last = soFar
        show(soFar.done, soFar.of)
      }
      if (stop.signal.aborted) return setRun({ step: 'stopped' })
      setRun({ step: 'ended', soFar: last })
      const { of: captures, flaws } = last
      if (!services.readOnlyBecause) {
        await services.saveVerification({ atMs: services.nowMs(), captures, flaws: flaws.length })
      }
    } catch (error) {
      setRun({ step: 'failed', failure: failureFrom(error, 'verifying the evidence') })
    }
  }

  const { lastVerification, ledgerRows, waitingActs } = facts
  return (
    <Part title={words.ledger}>
      <p className="tabular-nums">
        {joined(
          waitingActs > 0 ? [words.rows(ledgerRows), words.waiting(waitingActs)] : [words.rows(ledgerRows)],
        )}
      </p>
      <RoundsPart rounds={facts.rounds} captures={facts.captures} addresses={services.addresses} />
      <p>
        {lastVerification
          ? words.last(exactTime(lastVerification.atMs), lastVerification.captures, lastVerification.flaws)
          : words.never}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        {run.step === 'running' ? (
          <Button onClick={() => stopper.current?.abort()}>
            <Square size={13} aria-hidden />
            {words.stop}
          </Button>
        ) : (
          <Button onClick={() => void start()}>
            <ShieldCheck size={15} aria-hidden />
            {words.verifyAll}
          </Button>
        )}
        <span role="status" className="tabular-nums">
          {run.step === 'running' && words.verifying(run.soFar.done, run.soFar.of)}
          {run.step === 'stopped' && words.stopped}
        </span>
      </div>
      {run.step === 'failed' && <Notice tone="danger">{run.failure.message}</Notice>}
      {run.step === 'ended' && <Outcome services={services} soFar={run.soFar} />}
    </Part>
  )
}

function Outcome({
  services,
  soFar: { flaws, of },
}: Pick<VerifyAllPartProps, 'services'> & { soFar: VerifiedSoFar }) {
  return (
    <Notice tone={flaws.length > 0 ? 'danger' : 'good'}>
      <p role="status" className="font-semibold">
        {flaws.length > 0 ? words.flawed(flaws.length) : words.sound(of)}
      </p>
      <FlawList flaws={flaws} addresses={services.addresses} />
      <p className="text-xs text-ink-soft">{words.unsealedHint}</p>
    </Notice>
  )
}
