import { Files, PanelRight, Search, X } from 'lucide-react'
import type { RefObject } from 'react'
import { Button, IconButton } from '../ui/button.tsx'
import { DocketMark } from '../ui/docket-mark.tsx'
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
          <>
            <Search
              size={14}
              aria-hidden
              className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-soft"
            />
            <input
              ref={searchRef}
              type="text"
              value={search}
              aria-label={words.search}
              placeholder={words.searchHint}
              autoComplete="off"
              spellCheck={false}
              dir="auto"
              onChange={(event) => onSearch(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'ArrowDown') {
                  event.preventDefault()
                  onLeaveSearch()
                }
                // Chromium closes the popup on Escape unless it was used.
                if (event.key === 'Escape' && search !== '') {
                  event.preventDefault()
                  onSearch('')
                }
              }}
              className="h-8 w-full rounded-md border border-line-strong bg-surface px-8 text-ellipsis placeholder:text-ink-soft"
            />
            {search !== '' && (
              <IconButton
                label={words.clearSearch}
                icon={<X size={14} aria-hidden />}
                className="absolute top-0.5 right-0.5"
                onClick={() => {
                  onSearch('')
                  searchRef.current?.focus()
                }}
              />
            )}
          </>
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
