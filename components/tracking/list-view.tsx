import { useMemo, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import { ok } from '../../lib/core/result.ts'
import { enterOutcomes } from '../../lib/tracking/enter-outcomes.ts'
import type { OutcomeRow } from '../../lib/tracking/listed-outcome.ts'
import { readOutcomeCsv } from '../../lib/tracking/read-outcome-csv.ts'
import { readOutcomeList } from '../../lib/tracking/read-outcome-list.ts'
import { type ResolvedRow, resolveOutcomes } from '../../lib/tracking/resolve-outcomes.ts'
import { takeBack } from '../../lib/tracking/take-back.ts'
import { Button } from '../ui/button.tsx'
import { TextAreaField, TextField } from '../ui/field.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { Notice } from '../ui/notice.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import type { PartProps } from './follow-up-screen.tsx'
import { Section } from './section.tsx'
import { followUpWords as words } from './words.ts'

interface ReadList {
  rows: OutcomeRow[]
  source: 'list' | 'csv'
  unknownColumns: string[]
}

/** Most lines that are drawn; those that are refused come first. */
const maxShownRows = 200

/** Outcomes of many listings from a pasted list or a CSV: read, looked at, and entered whole or not at all. */
export function ListView({ services, state, attempt }: PartProps) {
  const { filed, known } = state
  const [text, setText] = useState('')
  const [on, setOn] = useState(known.today)
  const [list, setList] = useState<ReadList | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const rows = useMemo(
    () => list && resolveOutcomes(list.rows, { filed, on, today: known.today }),
    [list, filed, on, known.today],
  )
  const readFile = async (file: File) => {
    setList(null)
    try {
      const sheet = await readOutcomeCsv(file)
      setRefused(sheet.ok ? null : sheet.error.message)
      if (sheet.ok) setList({ ...sheet.value, source: 'csv' })
    } catch (error) {
      setRefused(failureFrom(error, 'reading the file').message)
    }
  }
  const readText = () => {
    setRefused(null)
    setList({ rows: readOutcomeList(text), source: 'list', unknownColumns: [] })
  }
  const enter = (source: ReadList['source'], entries: ReadonlyArray<Fitting>) =>
    attempt('entering the list', async () => {
      const deps = { repo: services.repo, clock: services.clock }
      const wanted = entries.map(({ lineId, outcome, on: day, note }) => ({ lineId, outcome, on: day, note }))
      const entered = await enterOutcomes(deps, wanted, source, known.today)
      if (!entered.ok) return entered
      setList(null)
      setText('')
      return ok({ text: words.listEntered(entries.length), takeBack: () => takeBack(deps, entered.value) })
    })
  return (
    <div className="flex flex-col gap-5">
      <p className="text-ink-soft">{words.listLead}</p>
      <TextAreaField
        label={words.paste}
        hint={words.pasteHint}
        rows={6}
        value={text}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="flex flex-wrap items-end gap-3">
        <Button look="primary" disabled={text.trim() === ''} onClick={readText}>
          {words.read}
        </Button>
        <div className="min-w-0 flex-1 basis-72">
          <FileDrop
            label={words.file}
            shown={words.file}
            hint={words.fileHint}
            multiple={false}
            accept=".csv,.txt,.tsv"
            onFiles={([file]) => file && void readFile(file)}
          />
        </div>
      </div>
      <TextField
        label={words.listDay}
        type="date"
        max={known.today}
        className="max-w-52"
        value={on}
        onChange={(event) => setOn(event.target.value)}
      />
      {refused !== null && (
        <Notice tone="danger">
          <p role="alert" className="break-words">
            {refused}
          </p>
        </Notice>
      )}
      {list && rows && (
        <FoundRows list={list} rows={rows} onEnter={(entries) => void enter(list.source, entries)} />
      )}
    </div>
  )
}

type Fitting = Exclude<ResolvedRow['result'], string>

function FoundRows({
  list,
  rows,
  onEnter,
}: {
  list: ReadList
  rows: readonly ResolvedRow[]
  onEnter(entries: Fitting[]): void
}) {
  const fitting = rows.flatMap(({ result }) => (typeof result === 'string' ? [] : [result]))
  const refusedMany = rows.length - fitting.length
  const shown = rows
    .toSorted(
      (one, other) => Number(typeof other.result === 'string') - Number(typeof one.result === 'string'),
    )
    .slice(0, maxShownRows)
  return (
    <Section title={words.found}>
      <p role="status">{words.summary(fitting.length, refusedMany)}</p>
      {list.unknownColumns.length > 0 && (
        <p className="break-words text-ink-soft">{words.unknownColumns(list.unknownColumns.join(', '))}</p>
      )}
      {refusedMany > 0 && <Notice tone="warn">{words.allOrNone}</Notice>}
      {refusedMany === 0 && fitting.length > 0 && (
        <div>
          <Button look="primary" onClick={() => onEnter(fitting)}>
            {words.enterList(fitting.length)}
          </Button>
        </div>
      )}
      <ul className="flex flex-col rounded-lg border border-line">
        {shown.map(({ line, text, result }) => (
          <li key={line} className="border-line px-3 py-1.5 not-first:border-t">
            <span className="block break-all" dir="auto">
              <span className="text-xs text-ink-soft">{words.lineNumber(line)}</span> {text}
            </span>
            {typeof result === 'string' ? (
              <StateMark tone="danger">{result}</StateMark>
            ) : (
              <StateMark tone="good">
                {words.fits(result.outcome.state, result.comId, result.caseNumber ?? '')}
              </StateMark>
            )}
          </li>
        ))}
      </ul>
      {rows.length > shown.length && <p>{words.more(rows.length - shown.length)}</p>}
    </Section>
  )
}
