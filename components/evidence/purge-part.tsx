import { Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Failure } from '../../lib/core/result.ts'
import type { PurgePlan } from '../../lib/evidence/purge-capture.ts'
import { readableSize } from '../pack/saved-pack.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import type { CaptureServices } from './capture-services.ts'
import { captureWords as words } from './capture-words.ts'
import { Part } from './part.tsx'

interface PurgePartProps {
  services: CaptureServices
  captureId: string
}

type Step =
  | { step: 'closed' | 'looking' }
  | { step: 'asking'; plan: PurgePlan }
  | { step: 'deleting'; plan: PurgePlan }
  | { step: 'refused'; failure: Failure }

/** Deletes the files of a capture, after saying what goes and what stays. */
export function PurgePart({ services, captureId }: PurgePartProps) {
  const [state, setState] = useState<Step>({ step: 'closed' })
  const button = useRef<HTMLButtonElement>(null)
  const attempt = async (act: () => Promise<Step>) => {
    try {
      setState(await act())
    } catch (error) {
      setState({ step: 'refused', failure: failureFrom(error, 'deleting the files') })
    }
  }
  const look = () => {
    setState({ step: 'looking' })
    void attempt(async () => {
      const plan = await services.planPurge(captureId)
      return plan.ok ? { step: 'asking', plan: plan.value } : { step: 'refused', failure: plan.error }
    })
  }
  const purge = (plan: PurgePlan) => {
    setState({ step: 'deleting', plan })
    void attempt(async () => {
      const purged = await services.purge(plan)
      return purged.ok ? { step: 'closed' } : { step: 'refused', failure: purged.error }
    })
  }
  const close = () => setState({ step: 'closed' })
  return (
    <Part title={words.purge} hint={words.purgeHint}>
      <Button ref={button} look="danger" className="self-start" onClick={look}>
        <Trash2 size={14} aria-hidden />
        {words.purgeOpen}
      </Button>
      {state.step !== 'closed' && (
        <Dialog
          title={words.purgeTitle}
          closeLabel={words.close}
          onClose={close}
          returnFocus={() => button.current?.focus()}
        >
          <div className="flex flex-col gap-3 overflow-y-auto px-4 pb-4">
            {state.step === 'looking' && <p role="status">{words.purgeLooking}</p>}
            {state.step === 'refused' && <Notice tone="danger">{state.failure.message}</Notice>}
            {'plan' in state && <Consequences plan={state.plan} />}
            <div className="flex flex-wrap justify-end gap-2">
              <Button onClick={close}>{words.cancel}</Button>
              {'plan' in state && state.plan.goes.length > 0 && (
                <Button
                  look="danger"
                  aria-disabled={state.step === 'deleting'}
                  onClick={state.step === 'deleting' ? undefined : () => purge(state.plan)}
                >
                  {state.step === 'deleting' ? words.purging : words.purgeNow(state.plan.goes.length)}
                </Button>
              )}
            </div>
          </div>
        </Dialog>
      )}
    </Part>
  )
}

function Consequences({ plan: { goes, shared } }: { plan: PurgePlan }) {
  const bytes = goes.reduce((sum, artefact) => sum + artefact.bytes, 0)
  return (
    <div role="status" className="flex flex-col gap-2">
      <div>
        <p className="font-semibold text-danger">
          {goes.length === 0 ? words.goesNone : words.goes(goes.length, readableSize(bytes))}
        </p>
        <FileNames names={goes.map(({ name }) => name)} />
      </div>
      {shared.length > 0 && (
        <div>
          <p className="font-medium">{words.shared(shared.length)}</p>
          <FileNames names={shared.map(({ name }) => name)} />
        </div>
      )}
      <p>{words.stays}</p>
      <p className="text-ink-soft">{words.copiesStay}</p>
    </div>
  )
}

const FileNames = ({ names }: { names: string[] }) => (
  <ul className="max-h-28 list-disc overflow-y-auto ps-5 text-xs">
    {names.map((name) => (
      <li key={name} className="break-all">
        {name}
      </li>
    ))}
  </ul>
)
