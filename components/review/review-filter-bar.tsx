import { type RefObject, useState } from 'react'
import {
  everything,
  evidenceChoices,
  markChoices,
  type ReviewFilter,
  reviewSorts,
  reviewTypes,
  reviewVerdicts,
} from '../../lib/queue/review/review-filter.ts'
import type { Right } from '../../lib/rights/right.ts'
import { Button } from '../ui/button.tsx'
import { type Choice, SelectField, SmallSelect, TextField } from '../ui/field.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { words } from './words.ts'

interface ReviewFilterBarProps {
  filter: ReviewFilter
  rights: readonly Right[]
  keywords: readonly string[]
  searchRef: RefObject<HTMLInputElement | null>
  onChange(filter: ReviewFilter): void
  /** Arrow down in the search field: on to the list. */
  onLeave(): void
}

const rarer = ['sellerId', 'from', 'to', 'keyword', 'evidence', 'mark'] as const

/** Which judgements are shown, and in which order. */
export function ReviewFilterBar(props: ReviewFilterBarProps) {
  const { filter, rights, keywords, onChange } = props
  const rarerOn = rarer.filter((name) => filter[name] !== everything[name]).length
  const [isOpen, setOpen] = useState(rarerOn > 0)
  const set = (change: Partial<ReviewFilter>) => onChange({ ...filter, ...change })
  const rightChoices: Choice[] = [
    { value: 'all', label: words.anyRight },
    { value: 'none', label: words.noRight },
    ...rights.map(({ rightId, label }) => ({ value: rightId, label })),
  ]
  return (
    <search className="flex min-w-0 flex-1 flex-col gap-2 max-sm:basis-full">
      <div className="flex flex-wrap items-center gap-2">
        <div className="relative max-w-md min-w-44 flex-1">
          <SearchField
            label={words.search}
            hint={words.searchHint}
            clearLabel={words.clearSearch}
            text={filter.text}
            fieldRef={props.searchRef}
            onChange={(text) => set({ text })}
            onLeave={props.onLeave}
          />
        </div>
        <SmallSelect
          label={words.filter.verdict}
          className="h-8"
          value={filter.verdict}
          choices={reviewVerdicts.map((value) => ({ value, label: words.verdict[value] }))}
          onChange={({ target }) => set({ verdict: known(reviewVerdicts, target.value, 'all') })}
        />
        <SmallSelect
          label={words.filter.type}
          className="h-8"
          value={filter.type}
          choices={reviewTypes.map((value) => ({ value, label: words.type[value] }))}
          onChange={({ target }) => set({ type: known(reviewTypes, target.value, 'all') })}
        />
        <SmallSelect
          label={words.filter.right}
          className="h-8 max-w-48"
          value={filter.right}
          choices={rightChoices}
          onChange={({ target }) => set({ right: target.value })}
        />
        <SmallSelect
          label={words.filter.sort}
          className="h-8"
          value={filter.sort}
          choices={reviewSorts.map((value) => ({ value, label: words.sort[value] }))}
          onChange={({ target }) => set({ sort: known(reviewSorts, target.value, 'newest') })}
        />
        <Button size="normal" look="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {rarerOn > 0 ? words.moreFiltersOn(rarerOn) : words.moreFilters}
        </Button>
      </div>
      {isOpen && (
        <div className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-3 rounded-lg border border-line bg-sunken p-3">
          <SelectField
            label={words.filter.evidence}
            value={filter.evidence}
            choices={evidenceChoices.map((value) => ({ value, label: words.evidence[value] }))}
            onChange={({ target }) => set({ evidence: known(evidenceChoices, target.value, 'all') })}
          />
          <SelectField
            label={words.filter.mark}
            value={filter.mark}
            choices={markChoices.map((value) => ({ value, label: words.mark[value] }))}
            onChange={({ target }) => set({ mark: known(markChoices, target.value, 'all') })}
          />
          <SelectField
            label={words.filter.keyword}
            value={filter.keyword}
            choices={[
              { value: '', label: words.anyKeyword },
              ...keywords.map((value) => ({ value, label: value })),
            ]}
            onChange={({ target }) => set({ keyword: target.value })}
          />
          <TextField
            label={words.filter.sellerId}
            inputMode="numeric"
            value={filter.sellerId}
            onChange={({ target }) => set({ sellerId: target.value.replace(/\D/g, '').slice(0, 15) })}
          />
          <TextField
            label={words.filter.from}
            type="date"
            value={filter.from}
            onChange={({ target }) => set({ from: target.value })}
          />
          <TextField
            label={words.filter.to}
            type="date"
            value={filter.to}
            onChange={({ target }) => set({ to: target.value })}
          />
        </div>
      )}
    </search>
  )
}

const known = <Value extends string>(values: readonly Value[], chosen: string, otherwise: Value): Value =>
  values.find((value) => value === chosen) ?? otherwise
