import { useLiveQuery } from 'dexie-react-hooks'
import { Store } from 'lucide-react'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { findSellers, type SellerFilter } from '../../lib/sellers/find-sellers.ts'
import { useMinute } from '../queue/use-minute.ts'
import { linkLook } from '../ui/link-look.ts'
import { LoadingPage } from '../ui/loading-page.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { words as graphWords } from './graph-words.ts'
import { SellersFilter } from './sellers-filter.tsx'
import { SellersList, type SellersListHandle } from './sellers-list.tsx'
import type { SellersServices } from './services.ts'
import { type CatchingUp, useCaughtUp } from './use-caught-up.ts'
import { words } from './words.ts'

/** All sellers that captures name, ranked, found and chosen. */
export function SellersScreen({
  services,
  filter: wanted,
}: {
  services: SellersServices
  filter: SellerFilter
}) {
  const [filter, setFilter] = useState(wanted)
  const deferred = useDeferredValue(filter)
  const caughtUp = useCaughtUp(services)
  const { reader } = services
  const sellers = useLiveQuery(() => reader.all(), [reader])
  const shown = useMemo(() => sellers && findSellers(sellers, deferred), [sellers, deferred])
  const nowMs = useMinute(services.clock)
  const list = useRef<SellersListHandle>(null)
  const searchRef = useRef<HTMLInputElement>(null)
  const changeFilter = (next: SellerFilter) => {
    setFilter(next)
    services.keepFilter(next)
  }
  const isEmpty = sellers?.length === 0 && caughtUp.isEnded
  return (
    <main className="flex min-h-80 grow basis-0 flex-col">
      <div className="flex shrink-0 flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3 sm:px-6">
        <PageHeading tabTitle={words.tabTitle}>{words.title}</PageHeading>
        <SellersFilter
          filter={filter}
          searchRef={searchRef}
          onChange={changeFilter}
          onLeave={() => list.current?.focusFirst()}
        />
        <a href={services.addresses.graph(null)} className={linkLook}>
          {graphWords.title}
        </a>
      </div>
      <p
        role="status"
        className="shrink-0 border-b border-line px-4 pb-2 text-xs text-ink-soft tabular-nums sm:px-6"
      >
        {statusWords(caughtUp, sellers?.length ?? null, shown?.length ?? 0)}
      </p>
      {caughtUp.failure && (
        <Notice tone="danger" className="m-4">
          {caughtUp.failure.message}
        </Notice>
      )}
      {!sellers && <LoadingPage label={words.reading} />}
      {isEmpty && <NoSellers />}
      {shown && shown.length > 0 && (
        <SellersList ref={list} sellers={shown} address={services.addresses.seller} nowMs={nowMs} />
      )}
    </main>
  )
}

function statusWords({ progress }: CatchingUp, total: number | null, found: number): string {
  if (progress) return words.catchingUp(progress.read, progress.of)
  if (total === null || total === 0) return ''
  if (found === 0) return words.nothingFound
  return found === total ? words.sellers(total) : words.found(found, total)
}

const NoSellers = () => (
  <div className="flex flex-1 flex-col items-center justify-center gap-3 p-8 text-center">
    <Store size={40} aria-hidden className="text-line-strong" />
    <h2 className="text-base font-semibold">{words.emptyTitle}</h2>
    <p className="max-w-md text-ink-soft text-balance">{words.empty}</p>
  </div>
)
