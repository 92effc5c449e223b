import { X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useMemo, useRef, useState } from 'react'
import { classNames } from './class-names.ts'

export interface Choice<Value> {
  value: Value
  label: string
  /** Shown before the label, and found as well: a number, a code. */
  code: string
}

export interface ChoiceGroup<Value> {
  title: string
  choices: ReadonlyArray<Choice<Value>>
}

interface ChoiceListProps<Value extends string | number> {
  /** Id of the search field, for those who lead to it. */
  id: string
  label: string
  hint?: ReactNode
  searchHint: string
  groups: ReadonlyArray<ChoiceGroup<Value>>
  chosen: readonly Value[]
  onChange(chosen: Value[]): void
  removeLabel(label: string): string
  nothingFound: string
  nothingChosen: string
  error?: string | undefined
}

/**
 * Many of a long list: what is chosen stands above, a search field narrows the list below. Enter in the field
 * takes the first one found. The list is one stop of the Tab key: arrows move within it, Space ticks.
 */
export function ChoiceList<Value extends string | number>(props: ChoiceListProps<Value>) {
  const { id, label, hint, searchHint, groups, chosen, onChange, removeLabel, nothingFound, error } = props
  const [search, setSearch] = useState('')
  const [hintId, errorId] = [useId(), useId()]
  const found = useMemo(() => narrowed(groups, search), [groups, search])
  const all = useMemo(
    () => new Map(groups.flatMap(({ choices }) => choices.map((each) => [each.value, each]))),
    [groups],
  )
  const list = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<Value | null>(null)
  const order = found.flatMap(({ choices }) => choices.map(({ value }) => value))
  const current = active !== null && order.includes(active) ? active : order[0]
  const moveTo = (at: number) => {
    const value = order[Math.min(Math.max(at, 0), order.length - 1)]
    if (value === undefined) return
    setActive(value)
    list.current?.querySelector<HTMLElement>(`[data-choice="${value}"]`)?.focus()
  }
  const moveByKey = (event: KeyboardEvent) => {
    const at = current === undefined ? 0 : order.indexOf(current)
    const to = {
      ArrowDown: at + 1,
      ArrowRight: at + 1,
      ArrowUp: at - 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: order.length,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    moveTo(to)
  }
  const toggle = (value: Value) =>
    onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value])
  return (
    <fieldset
      aria-describedby={classNames(hint != null && hintId, error !== undefined && errorId) || undefined}
    >
      <legend className="font-medium">{label}</legend>
      {hint != null && (
        <p id={hintId} className="mt-1 text-xs text-ink-soft">
          {hint}
        </p>
      )}
      {chosen.length === 0 ? (
        <p className="mt-1.5 text-ink-soft">{props.nothingChosen}</p>
      ) : (
        <ul className="mt-1.5 flex flex-wrap gap-1.5">
          {chosen.map((value) => {
            const { code, label: name } = all.get(value) ?? { code: String(value), label: '' }
            return (
              <li
                key={value}
                className="flex h-7 max-w-full items-center gap-1.5 rounded-md border border-line bg-sunken ps-2"
              >
                <span className="font-medium tabular-nums">{code}</span>
                <span className="min-w-0 truncate text-ink-soft">{name}</span>
                <button
                  type="button"
                  aria-label={removeLabel(name === '' ? code : `${code} ${name}`)}
                  onClick={() => toggle(value)}
                  className="flex size-6.5 items-center justify-center rounded-md text-ink-soft hover:bg-hover hover:text-ink"
                >
                  <X size={13} aria-hidden />
                </button>
              </li>
            )
          })}
        </ul>
      )}
      <input
        id={id}
        type="text"
        value={search}
        aria-label={searchHint}
        placeholder={searchHint}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault()
            moveTo(0)
          }
          if (event.key !== 'Enter') return
          event.preventDefault()
          const first = found[0]?.choices[0]
          if (search.trim() === '' || !first) return
          toggle(first.value)
          setSearch('')
        }}
        className="mt-2 h-9 w-full rounded-md border border-line-strong bg-surface px-2.5 placeholder:text-ink-soft"
      />
      <div ref={list} className="mt-1.5 max-h-60 overflow-y-auto rounded-md border border-line p-2">
        {found.length === 0 && <p className="text-ink-soft">{nothingFound}</p>}
        {found.map(({ title, choices }) => (
          <fieldset key={title} className="not-first:mt-2">
            <legend className="mb-1 text-xs font-semibold text-ink-soft">{title}</legend>
            <ul className="grid grid-cols-[repeat(auto-fill,minmax(14.5rem,1fr))] gap-x-3">
              {choices.map((choice) => (
                <li key={choice.value}>
                  <label className="flex min-h-6.5 items-center gap-2 rounded px-1 hover:bg-hover">
                    <input
                      type="checkbox"
                      data-choice={choice.value}
                      tabIndex={choice.value === current ? 0 : -1}
                      onFocus={() => setActive(choice.value)}
                      onKeyDown={moveByKey}
                      checked={chosen.includes(choice.value)}
                      onChange={() => toggle(choice.value)}
                      className="size-4 shrink-0 accent-accent"
                    />
                    <span className="w-6 shrink-0 font-medium tabular-nums">{choice.code}</span>
                    <span className="min-w-0">{choice.label}</span>
                  </label>
                </li>
              ))}
            </ul>
          </fieldset>
        ))}
      </div>
      {error !== undefined && (
        <p id={errorId} role="alert" className="mt-1 text-xs text-danger">
          {error}
        </p>
      )}
    </fieldset>
  )
}

/** What begins with the search, or whose label has a word that does; a code that is wholly typed comes first. */
function narrowed<Value>(groups: ReadonlyArray<ChoiceGroup<Value>>, search: string): ChoiceGroup<Value>[] {
  const wanted = folded(search.trim())
  if (wanted === '') return [...groups]
  const rank = ({ code, label }: Choice<Value>) => {
    if (folded(code) === wanted) return 0
    if (folded(label).startsWith(wanted)) return 1
    return ` ${folded(label)} ${folded(code)}`.includes(` ${wanted}`) ? 2 : null
  }
  return groups
    .map(({ title, choices }) => ({
      title,
      choices: choices
        .flatMap((choice) => {
          const at = rank(choice)
          return at === null ? [] : [{ choice, at }]
        })
        .sort((one, other) => one.at - other.at),
    }))
    .filter(({ choices }) => choices.length > 0)
    .sort((one, other) => (one.choices[0]?.at ?? 0) - (other.choices[0]?.at ?? 0))
    .map(({ title, choices }) => ({ title, choices: choices.map(({ choice }) => choice) }))
}

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
