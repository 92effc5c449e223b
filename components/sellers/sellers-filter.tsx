import type { RefObject } from 'react'
import { type SellerFilter, sellerSorts } from '../../lib/sellers/find-sellers.ts'
import { sellerLists } from '../../lib/sellers/seller-mark.ts'
import { SearchField } from '../ui/search-field.tsx'
import { words } from './words.ts'

interface SellersFilterProps {
  filter: SellerFilter
  searchRef: RefObject<HTMLInputElement | null>
  onChange(filter: SellerFilter): void
  /** Arrow down in the search field: on to the list. */
  onLeave(): void
}

const selectLook = 'h-8 rounded-md border border-line-strong bg-surface px-2'

/** Which sellers are shown, and in which order. */
export function SellersFilter({ filter, searchRef, onChange, onLeave }: SellersFilterProps) {
  return (
    <search className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-2 max-sm:basis-full">
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
      <label className="flex items-center gap-2">
        <span className="text-ink-soft">{words.sortBy}</span>
        <select
          value={filter.sort}
          onChange={(event) => {
            const sort = sellerSorts.find((known) => known === event.target.value)
            if (sort) onChange({ ...filter, sort })
          }}
          className={selectLook}
        >
          {sellerSorts.map((sort) => (
            <option key={sort} value={sort}>
              {words.sort[sort]}
            </option>
          ))}
        </select>
      </label>
      <label className="flex items-center gap-2">
        <span className="text-ink-soft">{words.show}</span>
        <select
          value={filter.list}
          onChange={(event) => {
            const list = sellerLists.find((known) => known === event.target.value) ?? 'all'
            onChange({ ...filter, list })
          }}
          className={selectLook}
        >
          <option value="all">{words.all}</option>
          {sellerLists.map((list) => (
            <option key={list} value={list}>
              {words.onList(list)}
            </option>
          ))}
        </select>
      </label>
    </search>
  )
}
