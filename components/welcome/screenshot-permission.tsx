import { Camera } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { words } from './words.ts'

/** The browser's permission that lets a click in a page take a screenshot. */
export interface PermissionServices {
  has(): Promise<boolean>
  request(): Promise<boolean>
  remove(): Promise<void>
  /** Calls back when it changes anywhere; returns what ends that. */
  onChanged(callback: () => void): () => void
}

type State = 'unknown' | 'not-asked' | 'asking' | 'granted' | 'refused'

/** Asks for the permission, with the reason; says how it stands and how to change it. */
export function ScreenshotPermission({ permission }: { permission: PermissionServices }) {
  const [state, setState] = useState<State>('unknown')
  const [failure, setFailure] = useState<string | null>(null)

  const readState = useCallback(async () => {
    const has = await permission.has()
    setState((before) => (has ? 'granted' : before === 'refused' ? 'refused' : 'not-asked'))
  }, [permission])
  useEffect(() => {
    void readState()
    return permission.onChanged(() => void readState())
  }, [permission, readState])

  const attempt = async (act: () => Promise<State>) => {
    setFailure(null)
    try {
      setState(await act())
    } catch (error) {
      setFailure(failureFrom(error, 'asking for the permission').message)
      await readState()
    }
  }
  const ask = () => {
    // First the request: browsers ask only within the click itself.
    const answer = permission.request()
    setState('asking')
    void attempt(async () => ((await answer) ? 'granted' : 'refused'))
  }
  const takeBack = () =>
    void attempt(async () => {
      await permission.remove()
      return 'not-asked'
    })

  return (
    <section className="rounded-xl border border-line bg-raised p-5">
      <h2 className="flex items-center gap-2 text-base font-semibold">
        <Camera size={18} aria-hidden className="text-accent" />
        {words.permissionTitle}
      </h2>
      <p className="mt-2 text-sm leading-6">{words.permissionWhy}</p>
      <p className="mt-1 text-ink-soft">{words.permissionScope}</p>
      <div role="status" className="mt-4 flex flex-col items-start gap-3">
        {state === 'granted' && (
          <Notice tone="good">
            <p className="font-medium">{words.granted}</p>
            <p>{words.grantedChange}</p>
          </Notice>
        )}
        {state === 'refused' && (
          <Notice tone="warn">
            <p>
              {words.refused} {words.refusedChange}
            </p>
          </Notice>
        )}
        {failure !== null && <Notice tone="danger">{failure}</Notice>}
        {state === 'granted' ? (
          <Button onClick={takeBack}>{words.takeBack}</Button>
        ) : (
          <Button
            look="primary"
            size="large"
            disabled={state === 'asking' || state === 'unknown'}
            onClick={ask}
          >
            {state === 'asking' ? words.asking : words.allow}
          </Button>
        )}
      </div>
    </section>
  )
}
