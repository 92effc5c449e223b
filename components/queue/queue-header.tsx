import { Files, PanelRight } from 'lucide-react'
import type { RefObject } from 'react'
import { Button, IconButton } from '../ui/button.tsx'
import { DocketMark } from '../ui/docket-mark.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { HeaderMenu, type HeaderMenuProps } from './header-menu.tsx'
import { words } from './words.ts'

interface QueueHeaderProps extends HeaderMenuProps {
  total: number
  search: string
  searchRef: RefObject<HTMLInputElement | null>
  onSearch(text: string): void
  /** Arrow down in the search field: on to the list. */
  onLeaveSearch(): void
  openComplaints(): void
  openDesk(): void
}

export function QueueHeader(props: QueueHeaderProps) {
  const { total, search, searchRef, onSearch, onLeaveSearch, openComplaints, openDesk } = props
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-3 py-2">
      <h1 className="flex items-center gap-2 text-sm font-semibold">
        <DocketMark />
        {words.product}
        {total > 0 && <span className="font-normal text-ink-soft tabular-nums">{words.queued(total)}</span>}
      </h1>
      <search className="relative order-last min-w-0 basis-full min-[500px]:order-none min-[500px]:flex-1 min-[500px]:basis-0">
        {total > 0 && (
          <SearchField
            label={words.search}
            hint={words.searchHint}
            clearLabel={words.clearSearch}
            text={search}
            fieldRef={searchRef}
            onChange={onSearch}
            onLeave={onLeaveSearch}
          />
        )}
      </search>
      <div className="ms-auto flex items-center gap-1">
        <Button size="small" aria-label={words.openComplaints} onClick={openComplaints}>
          <Files size={15} aria-hidden />
          {words.complaints}
        </Button>
        <IconButton label={words.openDesk} icon={<PanelRight size={16} aria-hidden />} onClick={openDesk} />
        <HeaderMenu {...props} />
      </div>
    </header>
  )
}
