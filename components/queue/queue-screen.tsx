import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactNode, useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { ComplaintGroup } from '../../lib/complaints/group-by-ip-type.ts'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { QueueGroup } from '../../lib/queue/flag.ts'
import type { QueueEntry } from '../../lib/queue/queue-entry.ts'
import { canonicalItemUrl } from '../../lib/site/item-id.ts'
import { KeysDialog } from '../ui/keys-dialog.tsx'
import { ToastRegion, useToast } from '../ui/toast.tsx'
import { EmptyQueue } from './empty-queue.tsx'
import { EndingLine } from './ending-line.tsx'
import { GroupHead } from './group-head.tsx'
import { MissingScreenshotsLine } from './missing-screenshots-line.tsx'
import { NoteDialog } from './note-dialog.tsx'
import { QueueHeader } from './queue-header.tsx'
import { QueueList, type QueueListHandle } from './queue-list.tsx'
import type { RowHandlers } from './queue-row.tsx'
import { titleOf } from './row-facts.ts'
import { SelectionBar } from './selection-bar.tsx'
import type { QueueServices } from './services.ts'
import { useMinute } from './use-minute.ts'
import { useMissingHere } from './use-missing-here.ts'
import { useQueueActions } from './use-queue-actions.ts'
import { useQueueKeys } from './use-queue-keys.ts'
import { useQueueView } from './use-queue-view.ts'
import { words } from './words.ts'

const noIds: ReadonlySet<string> = new Set()

interface QueueScreenProps {
  services: QueueServices
  /** What stands under the header, whatever the queue holds. */
  notices?: ReactNode
}

/** The queue: every queued listing, grouped as complaints are filed, and what can be done with them. */
export function QueueScreen({ services, notices }: QueueScreenProps) {
  const entries = useSyncExternalStore(services.entries.subscribe, services.entries.current)
  const lacking = useLiveQuery(() => services.reader.captureIdsWithoutScreenshot(), [services]) ?? noIds
  const missing = useMissingHere(services, entries, lacking)
  const toast = useToast()
  const actions = useQueueActions(services, toast.show)
  const { show } = toast
  const onFailure = useCallback((text: string) => show({ text, tone: 'danger' }), [show])
  const view = useQueueView(services, entries, onFailure)
  const { layout, selection, activeId, tick, setActiveId } = view

  const [menuId, setMenuId] = useState<string | null>(null)
  const [noteId, setNoteId] = useState<string | null>(null)
  const [showsKeys, setShowsKeys] = useState(false)
  const searchRef = useRef<HTMLInputElement>(null)
  const list = useRef<QueueListHandle>(null)
  const nowMs = useMinute(services.clock)
  const focusActive = useCallback(() => list.current?.focusActive(), [])

  const { changeType, changeNote, remove, copyLinks, undo } = actions
  const handlers: RowHandlers = useMemo(
    () => ({
      commands: {
        open: ({ flag }) => services.openUrl(canonicalItemUrl(flag.comId)),
        copyLink: (entry) => void copyLinks([entry]),
        editNote: ({ flag }) => setNoteId(flag.flagId),
        showEvidence: ({ flag }) =>
          flag.captureId === null ? onFailure(words.evidenceToCome) : services.openCaptures(flag.captureId),
        evidencePack: ({ flag }, group) =>
          flag.captureId === null
            ? onFailure(words.evidenceToCome)
            : void services.reader
                .captureIdsOf([flag.comId])
                .then((captureIds) => services.openEvidence(group, captureIds)),
        remove: (entry) => void remove([entry]),
        changeType: (entry, group) => void changeType([entry], group),
      },
      tick,
      focused: setActiveId,
      menu: setMenuId,
      returnFocus: focusActive,
      openWelcome: services.openWelcome,
    }),
    [services, copyLinks, remove, changeType, tick, setActiveId, focusActive, onFailure],
  )

  const active = activeId === null ? undefined : view.entryOf.get(activeId)
  /** Acts on what is selected, or on the active row, and goes on with the row that stands next. */
  const leaving = (act: (targets: QueueEntry[]) => Promise<void>) => {
    const targets = view.targets()
    const next = view.nextAfter(targets)
    if (next !== null) list.current?.focusRow(next)
    void act(targets)
  }
  const removeAll = (targets: QueueEntry[]) => {
    // What Undo puts back is not selected again: nobody would expect the next key to act on it.
    view.clearTicks()
    return remove(targets)
  }
  const rowKeys = active && {
    move: (by: number) => list.current?.moveActive(by),
    tickActive: (range: boolean) => tick(active.flag.flagId, range),
    tickGroupOfActive: () => view.tickAll(groupIdsOf(view.groups, active.flag.flagId)),
    openMenu: () => setMenuId(active.flag.flagId),
    openListing: () => handlers.commands.open(active),
    showEvidence: () => handlers.commands.showEvidence(active),
    editNote: () => setNoteId(active.flag.flagId),
    changeType: (group: QueueGroup) => leaving((targets) => changeType(targets, group)),
    remove: () => leaving(removeAll),
  }
  useQueueKeys({
    row: rowKeys ?? null,
    enterList: focusActive,
    search: () => searchRef.current?.focus(),
    showKeys: () => setShowsKeys(true),
    undo: () => void undo(),
    clear() {
      if (selection.ids.size === 0) return false
      view.clearTicks()
      return true
    },
  })

  const renderHead = ({ group, entries: grouped }: ComplaintGroup, listId: string) => (
    <GroupHead
      group={group}
      entries={grouped}
      selectedCount={grouped.filter(({ flag }) => selection.ids.has(flag.flagId)).length}
      lackingCount={
        grouped.filter(({ flag: { captureId } }) => captureId === null || lacking.has(captureId)).length
      }
      folded={view.folded.has(group)}
      listId={listId}
      onFold={() => view.fold(group)}
      onSelectAll={() => view.tickAll(grouped.map(({ flag }) => flag.flagId))}
      onCopyLinks={() => void copyLinks(grouped)}
      onExport={() => services.openExport(group)}
      onEvidence={() => services.openEvidence(group, null)}
    />
  )

  const openDesk = async () => {
    try {
      await services.openDesk()
    } catch (error) {
      show({ text: failureFrom(error, 'opening the filing desk').message, tone: 'danger' })
    }
  }
  const noteEntry = noteId === null ? undefined : view.entryOf.get(noteId)
  return (
    <>
      <QueueHeader
        total={entries.length}
        search={view.search}
        searchRef={searchRef}
        onSearch={view.setSearch}
        onLeaveSearch={focusActive}
        showKeys={() => setShowsKeys(true)}
        openComplaints={services.openComplaints}
        openCaptures={() => services.openCaptures(null)}
        openQuickEntry={services.openQuickEntry}
        openRights={services.openRights}
        openSettings={services.openSettings}
        openDesk={() => void openDesk()}
        openWelcome={services.openWelcome}
      />
      {notices}
      <main className="flex min-h-0 flex-1 flex-col">
        <EndingLine services={services} />
        {missing && <MissingScreenshotsLine missing={missing} services={services} show={toast.show} />}
        {entries.length === 0 && (
          <EmptyQueue
            openSite={() => services.openUrl('https://www.aliexpress.com/')}
            openWelcome={services.openWelcome}
          />
        )}
        {entries.length > 0 && view.search !== '' && (
          <p role="status" className="border-b border-line px-3 py-1 text-xs text-ink-soft">
            {view.found.length === 0
              ? words.nothingFound(view.search)
              : words.found(view.found.length, entries.length)}
          </p>
        )}
        {entries.length > 0 && (
          <QueueList
            ref={list}
            groups={view.groups}
            layout={layout}
            selectedIds={selection.ids}
            activeId={activeId}
            menuId={menuId}
            nowMs={nowMs}
            services={services}
            handlers={handlers}
            renderHead={renderHead}
            openComplaints={services.openComplaints}
            onActive={setActiveId}
          />
        )}
        {selection.ids.size > 0 && (
          <SelectionBar
            count={selection.ids.size}
            onType={(group) => leaving((targets) => changeType(targets, group))}
            onCopyLinks={() => void copyLinks(view.targets())}
            onRemove={() => leaving(removeAll)}
            onClear={() => {
              view.clearTicks()
              focusActive()
            }}
          />
        )}
        <ToastRegion toast={toast} dismissLabel={words.dismiss} />
      </main>
      {noteEntry && (
        <NoteDialog
          key={noteId}
          about={titleOf(noteEntry)}
          first={noteEntry.flag.note}
          onSave={(note) => void changeNote(noteEntry, note)}
          onClose={() => setNoteId(null)}
          returnFocus={focusActive}
        />
      )}
      {showsKeys && (
        <KeysDialog
          title={words.keysTitle}
          closeLabel={words.close}
          keys={words.keys}
          note={words.keysScope}
          onClose={() => setShowsKeys(false)}
        />
      )}
    </>
  )
}

/** All flag ids of the group that this flag is shown in. */
function groupIdsOf(groups: ComplaintGroup[], flagId: string): string[] {
  const ids = groups.map(({ entries }) => entries.map(({ flag }) => flag.flagId))
  return ids.find((grouped) => grouped.includes(flagId)) ?? []
}
