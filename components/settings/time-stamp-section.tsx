import { Clock } from 'lucide-react'
import { type FormEvent, useEffect, useId, useRef } from 'react'
import { maxTsaUrlLength } from '../../lib/evidence/time-stamp/time-stamp-settings.ts'
import { locale } from '../language/language.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { LastTimeStamp } from './last-time-stamp.tsx'
import { SettingsSection } from './settings-section.tsx'
import { words } from './time-stamp-words.ts'
import {
  type Busy,
  type Said,
  type TimeStampOverview,
  type TimeStampServices,
  useTimeStamps,
} from './use-time-stamps.ts'

/** Sets the time-stamp authority, turns it on and off, tries it, and tells how the last attempt ended. */
export function TimeStampSection({ services }: { services: TimeStampServices }) {
  const { overview, busy, said, address, setAddress, turnOn, turnOff, stampNow } = useTimeStamps(services)
  const [fieldId, hintId] = [useId(), useId()]
  const isOn = overview?.settings.isOn ?? false
  const isOtherAddress = address.trim() !== (overview?.settings.url ?? '')
  const mayAsk = !isOn || isOtherAddress || !overview?.isAllowed
  const isBusy = busy !== null
  const field = useRef<HTMLInputElement>(null)
  // The button that was pressed may be gone by now: the focus stays in the section.
  useEffect(() => {
    if (!isBusy && overview && document.activeElement === document.body) field.current?.focus()
  }, [isBusy, overview])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (mayAsk) turnOn()
  }
  return (
    <SettingsSection title={words.title} icon={<Clock size={18} aria-hidden />} lead={words.lead}>
      <form onSubmit={submit} className="flex flex-col gap-1.5">
        <label htmlFor={fieldId} className="text-sm font-semibold">
          {words.address}
        </label>
        <p id={hintId} className="text-ink-soft">
          {words.addressHint}
        </p>
        <input
          ref={field}
          id={fieldId}
          value={address}
          maxLength={maxTsaUrlLength}
          disabled={busy === 'reading'}
          inputMode="url"
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={hintId}
          onChange={(event) => setAddress(event.target.value)}
          className="h-9 w-full rounded-md border border-line-strong bg-surface px-2.5"
        />
        <div className="mt-2 flex flex-wrap gap-2">
          {mayAsk && (
            <Button type="submit" look="primary" disabled={isBusy}>
              {isOn ? words.useAddress : words.turnOn}
            </Button>
          )}
          {isOn && (
            <>
              <Button look={mayAsk ? 'secondary' : 'primary'} disabled={isBusy} onClick={stampNow}>
                {words.stampNow}
              </Button>
              <Button disabled={isBusy} onClick={turnOff}>
                {words.turnOff}
              </Button>
            </>
          )}
        </div>
      </form>
      <State overview={overview} busy={busy} said={said} />
      {overview && <LastTimeStamp stamp={overview.lastStamp} />}
    </SettingsSection>
  )
}

interface StateProps {
  overview: TimeStampOverview | null
  busy: Busy | null
  said: Said | null
}

/** What is being done, what came of it, and how the last attempt in the background ended. */
function State({ overview, busy, said }: StateProps) {
  const { settings, isAllowed, lastTry } = overview ?? {}
  return (
    <div className="flex flex-col gap-3">
      <div role="status">
        {busy === 'asking' && <Notice tone="plain">{words.asking}</Notice>}
        {busy === 'stamping' && <Notice tone="plain">{words.stamping}</Notice>}
        {busy === null && said && <Notice tone={said.tone}>{said.text}</Notice>}
        {busy === null && !said && settings && (
          <Notice tone="plain">{settings.isOn ? words.isOn(hostOf(settings.url)) : words.isOff}</Notice>
        )}
      </div>
      {settings?.isOn && !isAllowed && <Notice tone="warn">{words.permissionGone}</Notice>}
      {settings?.isOn && lastTry?.failure && lastTry.failure.message !== said?.text && (
        <Notice tone="warn">
          <h3 className="text-sm font-semibold">
            {words.lastFailed(new Date(lastTry.atMs).toLocaleString(locale))}
          </h3>
          <p>{lastTry.failure.message}</p>
        </Notice>
      )}
    </div>
  )
}

const hostOf = (url: string | null) => (url === null ? '' : new URL(url).host)
