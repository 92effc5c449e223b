import { Search, X } from 'lucide-react'
import type { RefObject } from 'react'
import { type CaptureFilter, captureStates } from '../../lib/evidence/find-captures.ts'
import { IconButton } from '../ui/button.tsx'
import { words } from './words.ts'

interface CapturesFilterProps {
  filter: CaptureFilter
  searchRef: RefObject<HTMLInputElement | null>
  onChange(filter: CaptureFilter): void
  /** Arrow down in the search field: on to the list. */
  onLeave(): void
}

/** Which captures are shown: by words and by state. */
export function CapturesFilter({ filter, searchRef, onChange, onLeave }: CapturesFilterProps) {
  return (
    <search className="flex min-w-0 flex-1 flex-wrap items-center gap-2 max-sm:order-last max-sm:basis-full">
      <div className="relative max-w-md min-w-44 flex-1">
        <Search
          size={14}
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-soft"
        />
        <input
          ref={searchRef}
          type="text"
          value={filter.text}
          aria-label={words.search}
          placeholder={words.searchHint}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          onChange={(event) => onChange({ ...filter, text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') {
              event.preventDefault()
              onLeave()
            }
            if (event.key === 'Escape' && filter.text !== '') {
              event.preventDefault()
              onChange({ ...filter, text: '' })
            }
          }}
          className="h-8 w-full rounded-md border border-line-strong bg-surface px-8 placeholder:text-ink-soft"
        />
        {filter.text !== '' && (
          <IconButton
            label={words.clearSearch}
            icon={<X size={14} aria-hidden />}
            className="absolute top-0.5 right-0.5"
            onClick={() => {
              onChange({ ...filter, text: '' })
              searchRef.current?.focus()
            }}
          />
        )}
      </div>
      <label className="flex items-center gap-2">
        <span className="text-ink-soft">{words.show}</span>
        <select
          value={filter.state}
          onChange={(event) => {
            const state = captureStates.find((candidate) => candidate === event.target.value)
            if (state) onChange({ ...filter, state })
          }}
          className="h-8 rounded-md border border-line-strong bg-surface px-2"
        >
          {captureStates.map((state) => (
            <option key={state} value={state}>
              {words.state[state]}
            </option>
          ))}
        </select>
      </label>
    </search>
  )
}
