import { FlaskConical } from 'lucide-react'
import { useEffect, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import { SettingsSection } from '../settings/settings-section.tsx'
import { Button } from '../ui/button.tsx'
import { words } from './demo-words.ts'

/** What the demo needs of database and browser. */
export interface DemoServices {
  isLoaded(): Promise<boolean>
  load(onProgress: (done: number, of: number) => void): Promise<void>
  remove(): Promise<void>
  open(): void
}

type State =
  | { step: 'reading' | 'absent' | 'there' | 'removed' | 'removing' }
  | { step: 'loading'; done: number; of: number }
  | { step: 'failed'; why: string }

/** Loads the demo, opens it and takes it away. */
export function DemoSection({ services }: { services: DemoServices }) {
  const [state, setState] = useState<State>({ step: 'reading' })
  const attempt = async (doing: string, work: () => Promise<State>) => {
    try {
      setState(await work())
    } catch (error) {
      setState({ step: 'failed', why: failureFrom(error, doing).message })
    }
  }
  useEffect(() => {
    let isGone = false
    services.isLoaded().then(
      (isLoaded) => !isGone && setState({ step: isLoaded ? 'there' : 'absent' }),
      (error: unknown) =>
        !isGone && setState({ step: 'failed', why: failureFrom(error, 'looking for the demo').message }),
    )
    return () => {
      isGone = true
    }
  }, [services])
  const load = () =>
    attempt('loading the demo', async () => {
      setState({ step: 'loading', done: 0, of: 1 })
      await services.load((done, of) => setState({ step: 'loading', done, of }))
      services.open()
      return { step: 'there' }
    })
  const remove = () =>
    attempt('removing the demo', async () => {
      setState({ step: 'removing' })
      await services.remove()
      return { step: 'removed' }
    })
  const isBusy = state.step === 'loading' || state.step === 'removing' || state.step === 'reading'
  return (
    <SettingsSection title={words.title} icon={<FlaskConical size={18} aria-hidden />} lead={[words.lead]}>
      <div className="flex flex-wrap gap-2">
        {state.step === 'there' ? (
          <Button onClick={services.open}>{words.open}</Button>
        ) : (
          <Button disabled={isBusy} onClick={() => void load()}>
            {words.load}
          </Button>
        )}
        {(state.step === 'there' || state.step === 'failed') && (
          <Button look="danger" onClick={() => void remove()}>
            {words.remove}
          </Button>
        )}
      </div>
      <p role="status" className="tabular-nums">
        {state.step === 'loading' && words.loading(state.done, state.of)}
        {state.step === 'there' && words.there}
        {state.step === 'removed' && words.removed}
        {state.step === 'failed' && `${words.failed} ${state.why}`}
      </p>
    </SettingsSection>
  )
}
