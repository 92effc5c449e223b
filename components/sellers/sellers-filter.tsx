import { Search, X } from 'lucide-react'
import type { RefObject } from 'react'
import { type SellerFilter, sellerSorts } from '../../lib/sellers/find-sellers.ts'
import { sellerLists } from '../../lib/sellers/seller-mark.ts'
import { IconButton } from '../ui/button.tsx'
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
