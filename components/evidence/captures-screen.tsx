import { HardDrive, Keyboard, ShieldCheck, X } from 'lucide-react'
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { CaptureFilter } from '../../lib/evidence/find-captures.ts'
import { allToggled, noSelection, rangeToggled, toggled, withoutGone } from '../queue/selection.ts'
import { useMinute } from '../queue/use-minute.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { KeysDialog } from '../ui/keys-dialog.tsx'
import { linkLook } from '../ui/link-look.ts'
import { LoadingPage } from '../ui/loading-page.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import type { CaptureRowHandlers } from './capture-row.tsx'
import { CapturesFilter } from './captures-filter.tsx'
import { CapturesList, type CapturesListHandle } from './captures-list.tsx'
import { ReadOnlyNotice } from './read-only-notice.tsx'
import type { CapturesServices } from './services.ts'
import { useCapturesKeys } from './use-captures-keys.ts'
import { type CapturesView, useFoundCaptures } from './use-found-captures.ts'
import { words } from './words.ts'

interface CapturesScreenProps {
  services: CapturesServices
  filter: CaptureFilter
}

/** The row that was left for its capture: coming back goes on there. */
let leftAtId: string | null = null

/** All evidence: every capture, newest first, found by words and state, opened and chosen by keys alone. */
export function CapturesScreen({ services, filter: wanted }: CapturesScreenProps) {
  const [filter, setFilter] = useState(wanted)
  const deferred = useDeferredValue(filter)
  const view = useFoundCaptures(services.reader, deferred)
  const nowMs = useMinute(services.clock)
  const list = useRef<CapturesListHandle>(null)
  const searchRef = useRef<HTMLInputElement>(null)
  const [showsKeys, setShowsKeys] = useState(false)
  const [returnToId] = useState(leftAtId)
  const { selection, activeId, touchedId, setActiveId, tick, tickAll, clear } = useChoice(
    view.captureIds,
    returnToId,
  )

  const changeFilter = (next: CaptureFilter) => {
    setFilter(next)
    services.keepFilter(next)
  }
  const { addresses } = services
  const handlers: CaptureRowHandlers = useMemo(
    () => ({ tick, focused: setActiveId, address: addresses.capture }),
    [tick, setActiveId, addresses],
  )
  const open = (captureId: string) => {
    location.hash = addresses.capture(captureId)
  }
  const exportChosen = () => {
    const chosen = selection.ids.size > 0 ? [...selection.ids] : activeId === null ? [] : [activeId]
    if (chosen.length > 0) location.hash = addresses.evidencePack(chosen)
  }
  useCapturesKeys({
    move: (by) => list.current?.move(by),
    enterList: () => list.current?.focusActive(),
    openActive: () => activeId !== null && open(activeId),
    tickActive: (range) => activeId !== null && tick(activeId, range),
    tickAll,
    exportChosen,
    search: () => searchRef.current?.focus(),
    showKeys: () => setShowsKeys(true),
    clear,
  })

  useEffect(
    () => () => {
      leftAtId = touchedId.current
    },
    [touchedId],
  )
  const isListed = returnToId !== null && (view.captureIds?.includes(returnToId) ?? false)
  const hasReturned = useRef(false)
  useEffect(() => {
    if (!isListed || hasReturned.current) return
    hasReturned.current = true
    list.current?.focusActive()
  }, [isListed])

  return (
    <main className="flex min-h-80 grow basis-0 flex-col">
      <div className="flex shrink-0 flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3 sm:px-6">
        <PageHeading tabTitle={words.tabTitle} takesFocus={returnToId === null}>
          {words.title}
        </PageHeading>
        <CapturesFilter
          filter={filter}
          searchRef={searchRef}
          onChange={changeFilter}
          onLeave={() => list.current?.focusActive()}
        />
        <div className="ms-auto flex items-center gap-1">
          <IconButton
            label={words.showKeys}
            icon={<Keyboard size={16} aria-hidden />}
            onClick={() => setShowsKeys(true)}
          />
          <a href={addresses.storage} className={linkLook}>
            <HardDrive size={15} aria-hidden />
            {words.storage}
          </a>
        </div>
      </div>
      <ReadOnlyNotice reason={services.readOnlyBecause} className="mx-4 mb-3 sm:mx-6" />
      <p
        role="status"
        className="shrink-0 border-b border-line px-4 pb-2 text-xs text-ink-soft tabular-nums sm:px-6"
      >
        {countWords(view, filter)}
      </p>
      {view.failure && (
        <Notice tone="danger" className="m-4">
          {view.failure.message}
        </Notice>
      )}
      {view.total === null && !view.captureIds?.length && <LoadingPage label={words.reading} />}
      {view.total === 0 && <NoEvidence onOpenSite={services.openSite} />}
      {view.captureIds && view.captureIds.length > 0 && (
        <CapturesList
          ref={list}
          services={services}
          captureIds={view.captureIds}
          selectedIds={selection.ids}
          activeId={activeId}
          nowMs={nowMs}
          handlers={handlers}
          onActive={setActiveId}
        />
      )}
      {selection.ids.size > 0 && (
        <section
          aria-label={words.selected(selection.ids.size)}
          className="flex shrink-0 items-center gap-2 border-t border-line bg-sunken px-4 py-2 sm:px-6"
        >
          <IconButton label={words.clearSelection} icon={<X size={15} aria-hidden />} onClick={clear} />
          <p className="flex-1 font-medium tabular-nums">{words.selected(selection.ids.size)}</p>
          <Button look="primary" onClick={exportChosen}>
            <ShieldCheck size={15} aria-hidden />
            {words.exportPack}
          </Button>
        </section>
      )}
      {showsKeys && (
        <KeysDialog
          title={words.keysTitle}
          closeLabel={words.close}
          keys={words.keys}
          onClose={() => setShowsKeys(false)}
        />
      )}
    </main>
  )
}

/** Ticked rows and the row that the keys act on. */
function useChoice(captureIds: string[] | null, firstActiveId: string | null) {
  const [ticked, setTicked] = useState(noSelection)
  const [active, setActiveId] = useState(firstActiveId)
  const touchedId = useRef(active)
  touchedId.current = active
  const shown = useRef<string[]>([])
  shown.current = captureIds ?? []
  const known = useMemo(() => new Set(captureIds ?? []), [captureIds])
  // What the filter hides is not selected: nobody would expect it in the pack.
  const selection = useMemo(() => withoutGone(ticked, known), [ticked, known])
  const activeId = active !== null && known.has(active) ? active : (captureIds?.[0] ?? null)
  const tick = useCallback(
    (captureId: string, range: boolean) =>
      setTicked((before) =>
        range ? rangeToggled(before, captureId, shown.current) : toggled(before, captureId),
      ),
    [],
  )
  const tickAll = useCallback(() => setTicked((before) => allToggled(before, shown.current)), [])
  const clear = useCallback(() => {
    setTicked(noSelection)
    return selection.ids.size > 0
  }, [selection])
  return { selection, activeId, touchedId, setActiveId, tick, tickAll, clear }
}

function countWords({ total, captureIds, progress }: CapturesView, { text, state }: CaptureFilter): string {
  if (total === null) return ''
  if (progress) return words.looking(progress.lookedAt, progress.of)
  if (text.trim() === '' && state === 'all') return words.captures(total)
  if (captureIds?.length === 0) return words.nothingFound
  return words.found(captureIds?.length ?? 0, total)
}

const NoEvidence = ({ onOpenSite }: { onOpenSite(): void }) => (
  <div className="flex flex-1 flex-col items-center justify-center gap-3 p-8 text-center">
    <ShieldCheck size={40} aria-hidden className="text-line-strong" />
    <h2 className="text-base font-semibold">{words.emptyTitle}</h2>
    <p className="max-w-md text-ink-soft text-balance">{words.empty}</p>
    <Button look="primary" onClick={onOpenSite}>
      {words.openSite}
    </Button>
  </div>
)
