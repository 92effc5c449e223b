import { useVirtualizer } from '@tanstack/react-virtual'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { SortedUrl } from '../../lib/queue/listed-standing.ts'
import { locale } from '../language/language.ts'
import { classNames } from '../ui/class-names.ts'
import { words } from './words.ts'

/** Height of an entry in pixels: two lines, cut with an ellipsis, so that nothing is measured. */
const rowPx = 52

type Outcome = SortedUrl['outcome']

interface ListedEntriesProps {
  entries: readonly SortedUrl[]
  outcomes: ReadonlyArray<{ outcome: Outcome; many: number }>
  isAdded(comId: string): boolean
}

/** Every entry of the list with its line, its text and what becomes of it; narrowed by outcome and by search. */
export function ListedEntries({ entries, outcomes, isAdded }: ListedEntriesProps) {
  const [only, setOnly] = useState<Outcome | null>(null)
  const [search, setSearch] = useState('')
  const wanted = useDeferredValue(search.trim().toLowerCase())
  const shown = useMemo(
    () =>
      entries.filter(
        ({ outcome, text }) =>
          (only === null || outcome === only) && (wanted === '' || text.toLowerCase().includes(wanted)),
      ),
    [entries, only, wanted],
  )
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <fieldset aria-label={words.show} className="flex flex-wrap gap-1.5">
          {[{ outcome: null, many: entries.length }, ...outcomes].map(({ outcome, many }) => (
            <button
              key={outcome ?? 'all'}
              type="button"
              aria-pressed={only === outcome}
              onClick={() => setOnly(outcome)}
              className={classNames(
                'h-8 rounded-md border px-2.5 font-medium',
                only === outcome ? 'border-accent bg-accent-soft' : 'border-line bg-raised hover:bg-hover',
              )}
            >
              {outcome === null ? words.all : words.outcome[outcome]}{' '}
              <span className="font-normal text-ink-soft tabular-nums">{many.toLocaleString(locale)}</span>
            </button>
          ))}
        </fieldset>
        <input
          type="search"
          value={search}
          aria-label={words.find}
          placeholder={words.findHint}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setSearch(target.value)}
          className="h-8 min-w-0 flex-1 basis-48 rounded-md border border-line-strong bg-surface px-2.5 placeholder:text-ink-soft"
        />
      </div>
      <p role="status" className="text-xs text-ink-soft">
        {shown.length === 0 ? words.nothingShown : words.shown(shown.length, entries.length)}
      </p>
      {/* What is narrowed begins at its top. */}
      {shown.length > 0 && <Rows key={`${only} ${wanted}`} shown={shown} isAdded={isAdded} />}
    </>
  )
}

function Rows({ shown, isAdded }: { shown: readonly SortedUrl[]; isAdded(comId: string): boolean }) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 8,
    useFlushSync: false,
    initialRect: { width: 600, height: 480 },
  })
  return (
    <section
      ref={scroller}
      aria-label={words.list}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
      className="max-h-[60dvh] overflow-y-auto overscroll-contain rounded-xl border border-line bg-raised"
    >
      <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const entry = shown[index]
          return (
            entry && (
              <Row
                key={key}
                entry={entry}
                isAdded={entry.outcome === 'new' && isAdded(entry.comId)}
                position={index + 1}
                size={shown.length}
                top={start}
              />
            )
          )
        })}
      </ul>
    </section>
  )
}

const tones: Record<Outcome, string> = {
  new: 'bg-good-soft text-good',
  duplicate: 'bg-sunken text-ink-soft',
  filed: 'bg-sunken text-ink',
  refused: 'bg-warn-soft text-warn',
}

interface RowProps {
  entry: SortedUrl
  isAdded: boolean
  position: number
  size: number
  top: number
}

function Row({ entry, isAdded, position, size, top }: RowProps) {
  const { outcome, line, text } = entry
  const what = 'reason' in entry ? entry.reason : words.item(entry.comId)
  return (
    <li
      aria-setsize={size}
      aria-posinset={position}
      style={{ top, height: rowPx }}
      className="absolute inset-x-0 flex items-center gap-3 border-b border-line px-3"
    >
      <span className="w-20 shrink-0 text-xs text-ink-soft tabular-nums">{words.line(line)}</span>
      <div className="min-w-0 flex-1">
        <p className="truncate" dir="auto" title={text}>
          {text}
        </p>
        <p className="truncate text-xs text-ink-soft" title={what}>
          {what}
        </p>
      </div>
      <span className={classNames('shrink-0 rounded px-1.5 py-0.5 text-xs font-medium', tones[outcome])}>
        {isAdded ? words.added : words.outcome[outcome]}
      </span>
    </li>
  )
}
