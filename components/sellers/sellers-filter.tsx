import type { RefObject } from 'react'
import { type SellerFilter, sellerSorts } from '../../lib/sellers/find-sellers.ts'
import { sellerLists } from '../../lib/sellers/seller-mark.ts'
import { InlineSelect } from '../ui/inline-select.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { words } from './words.ts'

interface SellersFilterProps {
  filter: SellerFilter
  searchRef: RefObject<HTMLInputElement | null>
  onChange(filter: SellerFilter): void
  /** Arrow down in the search field: on to the list. */
  onLeave(): void
}

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
      <InlineSelect
        label={words.sortBy}
        value={filter.sort}
        values={sellerSorts}
        nameOf={(sort) => words.sort[sort]}
        onChoose={(sort) => onChange({ ...filter, sort })}
      />
      <InlineSelect
        label={words.show}
        value={filter.list}
        values={['all', ...sellerLists] as const}
        nameOf={(list) => (list === 'all' ? words.all : words.onList(list))}
        onChoose={(list) => onChange({ ...filter, list })}
      />
    </search>
  )
}
