import { Check, Copy } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import type { FormEntry } from '../../../lib/complaints/form-entries.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { classNames } from '../../ui/class-names.ts'
import { useDeskActs } from './desk-acts.ts'
import type { DeskServices } from './services.ts'
import { deskWords as words } from './words.ts'

interface EntryRowProps {
  services: Pick<DeskServices, 'copyText'>
  name: string
  entry: FormEntry
  state: 'done' | 'changed' | 'open'
  onTick(isDone: boolean): void
  /** In place of a value. */
  children?: ReactNode
}

/** One field of the form. */
export function EntryRow({ services, name, entry, state, onTick, children }: EntryRowProps) {
  const { value, part, field } = entry
  const isShort = value !== '' && value.length <= 60 && field !== 'links'
  return (
    <li
      className={classNames(
        'flex min-w-0 flex-col gap-1.5 rounded-lg border px-3 py-2',
        state === 'done' ? 'border-good/40 bg-good-soft' : 'border-line bg-raised',
      )}
    >
      <div className="flex min-w-0 items-center gap-2">
        <Checkbox
          aria-label={words.done(name)}
          checked={state === 'done'}
          onChange={(event) => onTick(event.target.checked)}
        />
        <div className="min-w-0 flex-1">
          <h3 className={isShort ? 'text-xs text-ink-soft' : 'font-medium'}>
            {name}
            {part && part.of === 1 && (
              <span className="font-normal text-ink-soft tabular-nums"> · {words.links(part.links)}</span>
            )}
          </h3>
          {isShort && (
            <p dir="auto" className="font-medium break-words">
              {value}
            </p>
          )}
        </div>
        {value !== '' && <CopyButton services={services} name={name} value={value} />}
      </div>
      {state === 'changed' && <p className="text-xs text-warn">{words.changed}</p>}
      {children}
      {field !== 'attachments' && value === '' && <p className="text-xs text-danger">{words.missing}</p>}
      {value !== '' && !isShort && (
        <p
          // A long text scrolls in its place: the keyboard must reach it.
          {...(value.length > 200 || value.split('\n').length > 5 ? { tabIndex: 0 } : {})}
          dir="auto"
          className={classNames(
            'max-h-24 overflow-auto rounded text-ink-soft',
            field === 'links' ? 'text-[0.6875rem] whitespace-pre' : 'text-xs break-words whitespace-pre-wrap',
          )}
        >
          {value}
        </p>
      )}
    </li>
  )
}

const shownMs = 2000

function CopyButton({ services, name, value }: Pick<EntryRowProps, 'services' | 'name'> & { value: string }) {
  const { show, say } = useDeskActs()
  const [copied, setCopied] = useState(0)
  useEffect(() => {
    if (copied === 0) return
    const timer = setTimeout(() => setCopied(0), shownMs)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = async () => {
    try {
      await services.copyText(value)
      setCopied((many) => many + 1)
      say(words.copiedLong(name))
    } catch (error) {
      console.error('Docket failed while copying', error)
      show({ text: words.notCopied, tone: 'danger' })
    }
  }
  return (
    <Button
      size="small"
      aria-label={copied > 0 ? words.copiedLong(name) : words.copyLong(name)}
      onClick={() => void copy()}
    >
      {copied > 0 ? <Check size={13} aria-hidden className="text-good" /> : <Copy size={13} aria-hidden />}
      {copied > 0 ? words.copied : words.copy}
    </Button>
  )
}
