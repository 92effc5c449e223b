import { type MouseEvent, memo, type ReactNode } from 'react'
import type { EvidenceEntry } from '../../lib/evidence/evidence-reader.ts'
import { importedFromOf } from '../../lib/evidence/imported-from.ts'
import { exactTime, placeOf, relativeTime, siteName } from '../queue/row-facts.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { classNames } from '../ui/class-names.ts'
import { StateMark } from '../ui/state-mark.tsx'
import { shownFacts } from './capture-facts.ts'
import { CaptureThumbnail } from './capture-thumbnail.tsx'
import { copyWords, gatheredWords, type StateWords, sealWords } from './gathered-words.ts'
import type { ThumbnailStore } from './thumbnail-store.ts'
import { words } from './words.ts'

export interface CaptureRowHandlers {
  /** The checkbox was clicked; `range` with Shift. */
  tick(captureId: string, range: boolean): void
  focused(captureId: string): void
  address(captureId: string): string
}

interface CaptureRowProps {
  captureId: string
  /** Undefined while it is read. */
  entry: EvidenceEntry | undefined
  thumbnails: ThumbnailStore
  position: number
  size: number
  top: number
  height: number
  isWide: boolean
  isSelected: boolean
  /** The row that Tab reaches; the others are reached with the arrow keys. */
  isActive: boolean
  isBeingGathered: boolean
  nowMs: number
  handlers: CaptureRowHandlers
}

/** Widths of the columns; the same for heads and rows. */
export const wideColumns =
  'grid grid-cols-[1rem_5.5rem_minmax(12rem,2.4fr)_minmax(11rem,1.6fr)_minmax(9rem,1.3fr)_8.5rem_8.5rem] gap-x-4'

export const CaptureRow = memo(function CaptureRow(props: CaptureRowProps) {
  const { captureId, entry, thumbnails, isWide, isSelected, isActive, handlers } = props
  const facts = entry && shownFacts(entry.capture, entry.job)
  const title = facts?.title ?? captureId
  const tabIndex = isActive ? 0 : -1
  const [whatId, whereId, stateId] = ['what', 'where', 'state'].map((part) => `${part}-${captureId}`)
  return (
    <li
      aria-setsize={props.size}
      aria-posinset={props.position}
      data-capture-id={captureId}
      onFocus={() => handlers.focused(captureId)}
      style={{ top: props.top, height: props.height }}
      className={classNames(
        'absolute inset-x-0 border-b border-line px-4 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:-outline-offset-2 has-[input:focus-visible]:outline-accent sm:px-6',
        isWide ? `${wideColumns} items-center` : 'flex items-start gap-3 py-2.5',
        isSelected ? 'bg-accent-soft' : 'hover:bg-sunken',
      )}
    >
      <Checkbox
        checked={isSelected}
        tabIndex={tabIndex}
        aria-label={words.select(title)}
        aria-describedby={`${whatId} ${whereId} ${stateId}`}
        onChange={() => {}}
        onClick={(event: MouseEvent) => handlers.tick(captureId, event.shiftKey)}
        className="focus-visible:outline-none"
      />
      <CaptureThumbnail entry={entry} store={thumbnails} />
      {isWide ? (
        <>
          <What {...props} title={title} id={whatId} />
          <Where {...props} id={whereId} />
          <States {...props} id={stateId} />
        </>
      ) : (
        <div className="min-w-0 flex-1">
          <What {...props} title={title} id={whatId} />
          <Where {...props} id={whereId} />
          <div className="mt-0.5 flex h-10 flex-wrap content-start gap-x-4 overflow-hidden text-xs">
            <States {...props} id={stateId} />
          </div>
        </div>
      )}
    </li>
  )
})

type PieceProps = CaptureRowProps & { id: string | undefined }

function What({ captureId, entry, isActive, handlers, title, id }: PieceProps & { title: string }) {
  const facts = entry && shownFacts(entry.capture, entry.job)
  return (
    <div className="min-w-0">
      <a
        href={handlers.address(captureId)}
        tabIndex={isActive ? 0 : -1}
        title={title}
        dir="auto"
        className={classNames(
          'block truncate text-start font-medium text-ink hover:underline',
          facts?.isTitled === false && 'italic',
        )}
      >
        {title}
      </a>
      <p id={id} className="truncate text-xs leading-[1.125rem] text-ink-soft">
        {entry && <span className="tabular-nums">{words.item(entry.capture.comId)}</span>}
        {facts && (
          <>
            {' · '}
            <bdi className={facts.isSellerStated ? undefined : 'italic'}>{facts.seller}</bdi>
          </>
        )}
      </p>
    </div>
  )
}

function Where({ entry, isWide, nowMs, id }: PieceProps) {
  if (!entry) return <p id={id} />
  const { createdAtMs, mode, sighting } = entry.capture
  const when = (
    <>
      {words.mode[mode]}{' '}
      <time dateTime={new Date(createdAtMs).toISOString()} title={exactTime(createdAtMs)}>
        {relativeTime(createdAtMs, nowMs)}
      </time>
    </>
  )
  const where = (
    <span title={sighting.pageUrl}>
      {siteName(sighting.pageUrl)}
      {' · '}
      <bdi>{placeOf(sighting)}</bdi>
    </span>
  )
  return isWide ? (
    <div id={id} className="min-w-0 text-xs leading-[1.125rem]">
      <p className="truncate text-ink">{when}</p>
      <p className="truncate text-ink-soft">{where}</p>
    </div>
  ) : (
    <p id={id} className="truncate text-xs leading-[1.125rem] text-ink-soft">
      {when}
      {' · '}
      {where}
    </p>
  )
}

function States({ entry, isWide, isBeingGathered, id }: PieceProps) {
  if (!entry) return <span id={id} />
  const { job, purge, copyState, capture } = entry
  const gathered = gatheredWords(job, purge, isBeingGathered)
  const isImported = importedFromOf(capture) !== null
  return (
    <>
      <Cell id={id}>
        <Mark state={gathered} lines={isWide ? 'line-clamp-2' : 'whitespace-nowrap'} />
      </Cell>
      <Cell>{job && <Mark state={sealWords(job)} lines="whitespace-nowrap" />}</Cell>
      <Cell>
        {isImported ? (
          <Mark state={{ tone: 'plain', text: words.imported }} lines="whitespace-nowrap" />
        ) : (
          copyState !== null && <Mark state={copyWords(copyState)} lines="whitespace-nowrap" />
        )}
        {isWide && !isImported && copyState === null && (
          <span className="text-ink-soft">{words.copy.none}</span>
        )}
      </Cell>
    </>
  )
}

const Cell = ({ id, children }: { id?: string | undefined; children: ReactNode }) => (
  <div id={id} className="min-w-0 text-xs leading-[1.125rem]">
    {children}
  </div>
)

const Mark = ({ state, lines }: { state: StateWords; lines: string }) => (
  <StateMark tone={state.tone} title={state.text}>
    <span className={lines}>{state.text}</span>
  </StateMark>
)
