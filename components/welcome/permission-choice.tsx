import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'

/** An optional permission of the browser. */
export interface PermissionServices {
  has(): Promise<boolean>
  request(): Promise<boolean>
  remove(): Promise<'removed' | 'asked-browser'>
  /** Calls back when it changes anywhere; returns what ends that. */
  onChanged(callback: () => void): () => void
}

/** What is said about one permission. */
export interface PermissionWords {
  title: string
  why: string
  scope: string
  allow: string
  asking: string
  granted: string
  grantedChange: string
  refused: string
  refusedChange: string
  takeBack: string
}

interface PermissionChoiceProps {
  permission: PermissionServices
  words: PermissionWords
  icon: ReactNode
  /** The one that the page is about stands out. */
  isMain: boolean
}

type State = 'unknown' | 'not-asked' | 'asking' | 'granted' | 'refused'

/** Asks for a permission, with the reason; says how it stands and how to change it. */
export function PermissionChoice({ permission, words, icon, isMain }: PermissionChoiceProps) {
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
      const outcome = await permission.remove()
      return outcome === 'removed' ? 'not-asked' : 'granted'
    })

  return (
    <section className="rounded-xl border border-line bg-raised p-5">
      <h2 className="flex items-center gap-2 text-base font-semibold">
        {icon}
        {words.title}
      </h2>
      <p className="mt-2 text-sm leading-6">{words.why}</p>
      <p className="mt-1 text-ink-soft">{words.scope}</p>
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
            {...(isMain ? { look: 'primary', size: 'large' } : {})}
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
