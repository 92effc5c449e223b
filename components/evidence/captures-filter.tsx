import type { RefObject } from 'react'
import { type CaptureFilter, captureStates } from '../../lib/evidence/find-captures.ts'
import { InlineSelect } from '../ui/inline-select.tsx'
import { SearchField } from '../ui/search-field.tsx'
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
        <SearchField
          label={words.search}
          hint={words.searchHint}
          clearLabel={words.clearSearch}
          text={filter.text}
          fieldRef={searchRef}
          onChange={(text) => onChange({ ...filter, text })}
          onLeave={onLeave}
        />
      </div>
      <InlineSelect
        label={words.show}
        value={filter.state}
        values={captureStates}
        nameOf={(state) => words.state[state]}
        onChoose={(state) => onChange({ ...filter, state })}
      />
    </search>
  )
}
