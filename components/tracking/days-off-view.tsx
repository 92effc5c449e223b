import { Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { Failure } from '../../lib/core/result.ts'
import { ok } from '../../lib/core/result.ts'
import type { OwnDay } from '../../lib/tracking/business-days.ts'
import { chineseHolidays } from '../../lib/tracking/chinese-holidays-data.ts'
import { addOwnDay, removeOwnDay } from '../../lib/tracking/own-days-store.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import type { PartProps } from './follow-up-screen.tsx'
import { Section } from './section.tsx'
import { followUpWords as words } from './words.ts'

/** The days that clocks pass over: those of the data with their sources, and the person's own. */
export function DaysOffView({ services, state, attempt }: PartProps) {
  const { ownDays } = state
  const [day, setDay] = useState<OwnDay>({ on: '', kind: 'free', name: '' })
  const [refused, setRefused] = useState<Failure | null>(null)
  const errorOf = (...codes: string[]) =>
    refused && codes.includes(refused.code) ? refused.message : undefined
  const add = (event: FormEvent) => {
    event.preventDefault()
    void attempt(
      'storing the day',
      async () => {
        const before = ownDays.find(({ on }) => on === day.on)
        const added = await addOwnDay(services.ownDays, day)
        if (!added.ok) return added
        setRefused(null)
        setDay({ on: '', kind: 'free', name: '' })
        return ok({
          text: words.dayAdded(day.on),
          takeBack: async () => {
            if (before) return addOwnDay(services.ownDays, before)
            await removeOwnDay(services.ownDays, day.on)
            return ok(null)
          },
        })
      },
      setRefused,
    )
  }
  const remove = (one: OwnDay) =>
    attempt('removing the day', async () => {
      await removeOwnDay(services.ownDays, one.on)
      return ok({ text: words.dayRemoved(one.on), takeBack: () => addOwnDay(services.ownDays, one) })
    })
  return (
    <div className="flex flex-col gap-6">
      <p className="text-ink-soft">{words.daysLead}</p>
      <Section title={words.ownDays} many={ownDays.length}>
        {ownDays.length === 0 && <p className="text-ink-soft">{words.noOwnDays}</p>}
        <ul className="flex flex-col gap-1">
          {ownDays.map((one) => (
            <li key={one.on} className="flex items-center gap-3">
              <span className="tabular-nums">{one.on}</span>
              <span>{words.dayKind[one.kind]}</span>
              <span className="min-w-0 flex-1 break-words text-ink-soft" dir="auto">
                {one.name}
              </span>
              <IconButton
                label={words.removeDay(one.on)}
                icon={<Trash2 size={14} aria-hidden />}
                onClick={() => void remove(one)}
              />
            </li>
          ))}
        </ul>
        <form aria-label={words.addDay} onSubmit={add} className="flex flex-wrap items-end gap-3">
          <TextField
            label={words.on}
            type="date"
            value={day.on}
            error={errorOf('day-missing', 'days-many')}
            onChange={(event) => setDay({ ...day, on: event.target.value })}
          />
          <SelectField
            label={words.kind}
            choices={(['free', 'worked'] as const).map((value) => ({ value, label: words.dayKind[value] }))}
            value={day.kind}
            onChange={(event) => setDay({ ...day, kind: event.target.value as OwnDay['kind'] })}
          />
          <TextField
            label={words.name}
            className="flex-1 basis-40"
            value={day.name}
            error={errorOf('name-long')}
            onChange={(event) => setDay({ ...day, name: event.target.value })}
          />
          <Button type="submit" look="primary" className="mb-0.5">
            {words.addDay}
          </Button>
        </form>
      </Section>
      <Section title={words.known}>
        {chineseHolidays.map(({ year, certainty, source, free, worked }) => (
          <details key={year} className="rounded-lg border border-line px-3 py-2">
            <summary className="font-medium">
              {year} ({words.certainty[certainty]})
            </summary>
            <p className="mt-1 text-xs text-ink-soft">{source}</p>
            <ul className="mt-1 tabular-nums">
              {free.map(({ name, from, to }) => (
                <li key={from}>
                  {from === to ? from : `${from} – ${to}`} {name}
                </li>
              ))}
            </ul>
            {worked.length > 0 && <p className="mt-1">{words.worked(worked.join(', '))}</p>}
          </details>
        ))}
      </Section>
    </div>
  )
}
