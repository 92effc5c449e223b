import { useLiveQuery } from 'dexie-react-hooks'
import { Keyboard, Play } from 'lucide-react'
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import { everything, type ReviewFilter } from '../../lib/queue/review/review-filter.ts'
import {
  firstSettings,
  type ReviewSettings,
  withColumn,
  withoutSaved,
  withSaved,
} from '../../lib/queue/review/review-settings.ts'
import { readKnown } from '../complaints/read-known.ts'
import { allToggled, noSelection, rangeToggled, toggled, withoutGone } from '../queue/selection.ts'
import { useMinute } from '../queue/use-minute.ts'
import { Button } from '../ui/button.tsx'
import { linkLook } from '../ui/link-look.ts'
import { LoadingPage } from '../ui/loading-page.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { ToastRegion, useToast } from '../ui/toast.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { type ListDialog, ListDialogs } from './list-dialogs.tsx'
import { ColumnsMenu, FiltersMenu } from './list-menus.tsx'
import { ReviewEmpty } from './review-empty.tsx'
import { ReviewFilterBar } from './review-filter-bar.tsx'
import { ReviewTable, type ReviewTableHandle } from './review-table.tsx'
import type { ReviewServices } from './services.ts'
import { useFoundReviewed } from './use-found-reviewed.ts'
import { useListActs } from './use-list-acts.ts'
import { useListKeys } from './use-list-keys.ts'
import { words } from './words.ts'

/** All judgements in one table: found, chosen, changed many at once, and the way into playing them. */
export function ReviewScreen({
  services,
  filter: wanted,
}: {
  services: ReviewServices
  filter: ReviewFilter
}) {
  const { reader, settings: settingsStore, rights, rules, clock, play, addresses, readOnlyBecause } = services
  const toast = useToast()
  const { show } = toast
  const [filter, setFilter] = useState(wanted)
  const found = useFoundReviewed(reader, useDeferredValue(filter))
  const known = useLiveQuery(() => readKnown({ rights, rules, clock }), [rights, rules, clock])
  const keywords = useLiveQuery(() => reader.keywords(), [reader])
  const settings = useLiveQuery(() => settingsStore.read(), [settingsStore]) ?? firstSettings
  const left = useLiveQuery(() => play.read(), [play])
  const nowMs = useMinute(clock)
  const [ticked, setTicked] = useState(noSelection)
  const [activeId, setActiveId] = useState<string | null>(null)
  const [dialog, setDialog] = useState<ListDialog | null>(null)
  const table = useRef<ReviewTableHandle>(null)
  const searchRef = useRef<HTMLInputElement>(null)
  const flagIds = found.flagIds ?? []
  const foundIds = useMemo(() => new Set(found.flagIds), [found.flagIds])
  // What is no longer found is no longer selected: nothing unseen is changed.
  const selection = useMemo(() => withoutGone(ticked, foundIds), [ticked, foundIds])
  const acts = useListActs(services, show, known)

  const changeFilter = (next: ReviewFilter) => {
    setFilter(next)
    services.keepFilter(next)
  }
  const attempt = (doing: string, work: () => Promise<void>) =>
    void work().catch((error: unknown) => show({ text: failureFrom(error, doing).message, tone: 'danger' }))
  const arrange = (change: (before: ReviewSettings) => ReviewSettings) =>
    attempt('keeping the table', () => settingsStore.change(change))
  const begin = useCallback(
    (flagId: string | null) => {
      const ids = found.flagIds ?? []
      const run = async () => {
        await play.start({ filter, flagIds: [...ids], startedAtMs: clock().wallMs })
        if (flagId !== null) await play.moveTo(Math.max(0, ids.indexOf(flagId)))
        location.assign(addresses.play)
      }
      run().catch((error: unknown) => show({ text: failureFrom(error, 'playing').message, tone: 'danger' }))
    },
    [found.flagIds, filter, play, clock, addresses, show],
  )
  const tick = useCallback(
    (flagId: string, range: boolean) =>
      setTicked((before) =>
        range ? rangeToggled(before, flagId, found.flagIds ?? []) : toggled(before, flagId),
      ),
    [found.flagIds],
  )
  const chosen = () => flagIds.filter((flagId) => selection.ids.has(flagId))
  /** The selection; without one, the row that has the focus. */
  const meant = (focused: string | null) => {
    const ids = chosen()
    return ids.length > 0 || focused === null ? ids : [focused]
  }
  const openNote = async (ids: readonly string[]) => {
    const [only] = ids
    if (only === undefined) return
    const row = ids.length === 1 ? (await reader.judged([only])).get(only) : undefined
    setDialog({ kind: 'note', flagIds: ids, note: row?.flag.note ?? '' })
  }
  const openRight = (ids: readonly string[]) => ids.length > 0 && setDialog({ kind: 'right', flagIds: ids })
  useListKeys({
    isOpen: dialog !== null,
    move: (by) => table.current?.move(by),
    tick,
    tickAll: () => setTicked((before) => allToggled(before, flagIds)),
    decide: (focused, decision) => acts.decide(meant(focused), decision),
    right: (focused) => openRight(meant(focused)),
    note: (focused) => attempt('reading a note', () => openNote(meant(focused))),
    remove: (focused) => acts.remove(meant(focused)),
    undo: () => void acts.undo(),
    search: () => searchRef.current?.focus(),
    clear: () => setTicked(noSelection),
    showKeys: () => setDialog({ kind: 'keys' }),
  })

  const isFound = found.flagIds !== null && found.flagIds.length > 0
  const canGoOn = left != null && left.place < left.play.flagIds.length
  return (
    <main className="flex min-h-80 grow basis-0 flex-col">
      <div className="flex shrink-0 flex-wrap items-start gap-x-6 gap-y-2 px-4 py-3 sm:px-6">
        <PageHeading tabTitle={words.tabTitle}>{words.title}</PageHeading>
        <ReviewFilterBar
          filter={filter}
          rights={known?.rights ?? []}
          keywords={keywords ?? []}
          searchRef={searchRef}
          onChange={changeFilter}
          onLeave={() => table.current?.move(0)}
        />
      </div>
      <div className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 pb-2 sm:px-6">
        <Button look="primary" disabled={!isFound || found.progress !== null} onClick={() => begin(null)}>
          <Play size={14} aria-hidden />
          {words.play(flagIds.length)}
        </Button>
        {canGoOn && (
          <a href={addresses.play} className={linkLook}>
            {words.goOn(left.place + 1, left.play.flagIds.length)}
          </a>
        )}
        <p role="status" className="text-xs text-ink-soft tabular-nums">
          {found.progress && words.looking(found.progress.lookedAt, found.progress.of)}
          {!found.progress && isFound && found.total !== null && words.found(flagIds.length, found.total)}
          {found.flagIds?.length === 0 && found.total !== 0 && words.nothingFound}
        </p>
        <div className="ms-auto flex flex-wrap gap-2">
          <FiltersMenu
            settings={settings}
            onChoose={changeFilter}
            onSave={() => setDialog({ kind: 'save' })}
            onForget={(name) => arrange((before) => withoutSaved(before, name))}
          />
          <ColumnsMenu
            settings={settings}
            onToggle={(column, isShown) => arrange((before) => withColumn(before, column, isShown))}
          />
          <Button size="small" look="quiet" onClick={() => setDialog({ kind: 'keys' })}>
            <Keyboard size={14} aria-hidden />
            {words.keys} <kbd aria-hidden>?</kbd>
          </Button>
        </div>
      </div>
      {readOnlyBecause && (
        <Notice tone="warn" className="m-4">
          {words.readOnly(readOnlyBecause.message)}
        </Notice>
      )}
      {found.failure && (
        <Notice tone="danger" className="m-4">
          {found.failure.message}
        </Notice>
      )}
      {selection.ids.size > 0 && (
        <BulkBar
          many={selection.ids.size}
          isReadOnly={readOnlyBecause !== null}
          onDecide={(decision) => acts.decide(chosen(), decision)}
          onRight={() => openRight(chosen())}
          onNote={() => attempt('reading a note', () => openNote(chosen()))}
          onRemove={() => acts.remove(chosen())}
          onClear={() => setTicked(noSelection)}
        />
      )}
      {found.flagIds === null && !found.failure && <LoadingPage label={words.reading} />}
      {found.total === 0 && <ReviewEmpty quickEntry={addresses.quickEntry} />}
      {found.flagIds?.length === 0 && found.total !== 0 && (
        <div className="p-8 text-center">
          <Button onClick={() => changeFilter(everything)}>{words.clearFilter}</Button>
        </div>
      )}
      {isFound && (
        <ReviewTable
          ref={table}
          reader={reader}
          flagIds={flagIds}
          columns={settings.columns}
          known={known}
          nowMs={nowMs}
          selection={selection}
          activeId={activeId}
          onTick={tick}
          onTickAll={() => setTicked((before) => allToggled(before, flagIds))}
          onPlay={begin}
          onActive={setActiveId}
        />
      )}
      <ListDialogs
        dialog={dialog}
        known={known}
        onRight={acts.right}
        onNote={acts.note}
        onSave={(name) => arrange((before) => withSaved(before, { name, filter }))}
        onClose={() => setDialog(null)}
      />
      <ToastRegion toast={toast} dismissLabel={words.dismiss} />
    </main>
  )
}
