import { type MouseEvent, memo } from 'react'
import type { QueueGroup } from '../../lib/queue/flag.ts'
import type { ItemEvidenceNow } from '../../lib/queue/listing-state.ts'
import type { QueueEntry, QueueEvidence } from '../../lib/queue/queue-entry.ts'
import { canonicalItemUrl } from '../../lib/site/item-id.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { classNames } from '../ui/class-names.ts'
import { ItemEvidenceMark } from './item-evidence-mark.tsx'
import { exactTime, placeOf, relativeTime, sellerOf, siteName, titleOf } from './row-facts.ts'
import { type RowCommands, RowMenu } from './row-menu.tsx'
import { ScreenshotState } from './screenshot-state.tsx'
import { Thumbnail } from './thumbnail.tsx'
import { words } from './words.ts'

export interface RowHandlers {
  commands: RowCommands
  /** The checkbox was clicked; `range` with Shift. */
  tick(flagId: string, range: boolean): void
  focused(flagId: string): void
  menu(flagId: string | null): void
  returnFocus(): void
  openWelcome(): void
}

interface QueueRowProps {
  entry: QueueEntry
  group: QueueGroup
  evidence: QueueEvidence | undefined
  position: number
  size: number
  /** Pixels below the top of its group's list. */
  top: number
  height: number
  selected: boolean
  /** The row that Tab reaches; the others are reached with the arrow keys. */
  active: boolean
  menuOpen: boolean
  /** What was gathered on its item page; undefined while it is read. */
  item: ItemEvidenceNow | undefined
  nowMs: number
  handlers: RowHandlers
}

export const QueueRow = memo(function QueueRow(props: QueueRowProps) {
  const { entry, group, evidence, position, size, top, height, selected, active, menuOpen, nowMs, handlers } =
    props
  const { item } = props
  const { flag, listing } = entry
  const title = titleOf(entry)
  const seller = sellerOf(entry)
  const sighting = evidence?.capture?.sighting
  const isFromList = flag.captureId === null
  const tabIndex = active ? 0 : -1
  const [offerId, placeId, itemId, noteId] = ['offer', 'place', 'item', 'note'].map(
    (part) => `${part}-${flag.flagId}`,
  )
  return (
    <li
      aria-setsize={size}
      aria-posinset={position}
      data-flag-id={flag.flagId}
      onFocus={() => handlers.focused(flag.flagId)}
      style={{ top, height }}
      className={classNames(
        'absolute inset-x-0 flex items-center gap-2.5 border-b border-line px-3 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:-outline-offset-2 has-[input:focus-visible]:outline-accent',
        selected ? 'bg-accent-soft' : 'hover:bg-sunken',
      )}
    >
      <Checkbox
        checked={selected}
        tabIndex={tabIndex}
        aria-label={title}
        aria-describedby={`${offerId} ${placeId} ${itemId} ${noteId}`}
        onChange={() => {}}
        onClick={(event: MouseEvent) => handlers.tick(flag.flagId, event.shiftKey)}
        className="focus-visible:outline-none"
      />
      <Thumbnail imageUrl={listing?.imageUrl ?? null} />
      <div className="min-w-0 flex-1">
        <div className="flex items-center gap-1">
          <a
            href={canonicalItemUrl(flag.comId)}
            target="_blank"
            rel="noreferrer"
            tabIndex={tabIndex}
            title={title}
            dir="auto"
            className="min-w-0 truncate text-start font-medium text-ink hover:underline"
          >
            {title}
          </a>
          <span className="-my-1 ms-auto">
            <RowMenu
              entry={entry}
              group={group}
              open={menuOpen}
              tabIndex={tabIndex}
              commands={handlers.commands}
              onOpenChange={(open) => handlers.menu(open ? flag.flagId : null)}
              returnFocus={handlers.returnFocus}
            />
          </span>
        </div>
        <div className="flex h-5 items-center gap-2 text-xs text-ink-soft">
          <p id={offerId} className="min-w-0 flex-1 truncate">
            {isFromList && !listing?.price && seller === null ? (
              words.fromList
            ) : (
              <>
                <bdi className={listing?.price ? 'font-medium text-ink' : undefined}>
                  {listing?.price ?? words.priceUnknown}
                </bdi>
                {' · '}
                <bdi className={seller === null ? 'italic' : undefined}>{seller ?? words.sellerUnknown}</bdi>
              </>
            )}
          </p>
          <ScreenshotState
            evidence={evidence}
            item={item}
            isFromList={isFromList}
            tabIndex={tabIndex}
            openWelcome={handlers.openWelcome}
            openListing={() => handlers.commands.open(entry)}
          />
        </div>
        <div className="flex items-center gap-2 text-xs leading-[1.125rem]">
          <p id={placeId} className="min-w-0 flex-1 truncate text-ink-soft">
            {flag.verdict === 'suspicious' && <span className="font-medium text-ink">{words.look} · </span>}
            <span className="sr-only">{words.flagged} </span>
            <time dateTime={new Date(flag.createdAtMs).toISOString()} title={exactTime(flag.createdAtMs)}>
              {relativeTime(flag.createdAtMs, nowMs)}
            </time>
            {sighting && (
              <span title={sighting.pageUrl}>
                {' · '}
                {siteName(sighting.pageUrl)}
                {' · '}
                <bdi>{placeOf(sighting)}</bdi>
              </span>
            )}
          </p>
          <ItemEvidenceMark id={itemId} item={item} />
        </div>
        {flag.note !== '' && (
          <p
            id={noteId}
            className="truncate text-xs leading-[1.125rem] text-ink"
            title={flag.note}
            dir="auto"
          >
            <span className="sr-only">{words.note}: </span>“{flag.note}”
          </p>
        )}
      </div>
    </li>
  )
})
