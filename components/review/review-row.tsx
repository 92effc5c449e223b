import { memo } from 'react'
import type { ReviewRow } from '../../lib/queue/review/review-reader.ts'
import type { ReviewColumn } from '../../lib/queue/review/review-settings.ts'
import { complaintName, rightName } from '../complaints/complaint-names.ts'
import type { Known } from '../complaints/read-known.ts'
import { GroupMark } from '../queue/group-mark.tsx'
import { relativeTime } from '../queue/row-facts.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { classNames } from '../ui/class-names.ts'
import { StateMark } from '../ui/state-mark.tsx'
import { decisionOf } from './decisions.ts'
import { ReviewMarks, sellerOf, titleOf } from './review-words-of.tsx'
import { words } from './words.ts'

/** Widths of the columns in rem: at least, and what they take of the rest. */
export const columnWidths: Record<ReviewColumn, string> = {
  verdict: 'minmax(9rem,1fr)',
  right: 'minmax(10rem,1.2fr)',
  seller: 'minmax(9rem,1fr)',
  price: 'minmax(5rem,0.5fr)',
  keyword: 'minmax(8rem,0.8fr)',
  evidence: 'minmax(6rem,0.5fr)',
  flagged: 'minmax(6rem,0.5fr)',
  review: 'minmax(10rem,1fr)',
  note: 'minmax(10rem,1.2fr)',
}

interface ReviewTableRowProps {
  flagId: string
  /** Undefined while it is read. */
  row: ReviewRow | undefined
  columns: readonly ReviewColumn[]
  known: Known | undefined
  nowMs: number
  index: number
  top: number
  height: number
  template: string
  isTicked: boolean
  /** The row that Tab leads to. */
  isActive: boolean
  onTick(flagId: string, range: boolean): void
  onPlay(flagId: string): void
  onFocus(flagId: string): void
}

export const ReviewTableRow = memo(function ReviewTableRow(props: ReviewTableRowProps) {
  const { flagId, row, columns, isTicked, isActive, template } = props
  const title = row ? titleOf(row) : ''
  return (
    <tr
      aria-rowindex={props.index + 2}
      data-flag-id={flagId}
      style={{ top: props.top, height: props.height, gridTemplateColumns: template }}
      onFocus={() => props.onFocus(flagId)}
      className={classNames(
        'absolute inset-x-0 grid items-center gap-x-3 border-b border-line px-4 hover:bg-sunken sm:px-6',
        isTicked && 'bg-accent-soft',
      )}
    >
      <td className="flex">
        <Checkbox
          aria-label={words.select(title)}
          checked={isTicked}
          tabIndex={-1}
          onClick={(event) => props.onTick(flagId, event.shiftKey)}
          onChange={() => undefined}
        />
      </td>
      <td className="min-w-0">
        {row && (
          <button
            type="button"
            data-open={flagId}
            tabIndex={isActive ? 0 : -1}
            aria-label={words.playFrom(title)}
            title={title}
            onClick={() => props.onPlay(flagId)}
            className="line-clamp-2 max-w-full text-start font-medium break-words text-accent hover:underline"
          >
            <span dir="auto">{title}</span>
          </button>
        )}
      </td>
      {columns.map((column) => (
        <td key={column} className="min-w-0 overflow-hidden text-ellipsis">
          {row && <Cell column={column} row={row} known={props.known} nowMs={props.nowMs} />}
        </td>
      ))}
    </tr>
  )
})

interface CellProps {
  column: ReviewColumn
  row: ReviewRow
  known: Known | undefined
  nowMs: number
}

function Cell({ column, row, known, nowMs }: CellProps) {
  const { flag, listing } = row
  switch (column) {
    case 'verdict':
      return <Judged flag={flag} />
    case 'right':
      return <Clamped text={known ? rightOf(known, flag) : ''} />
    case 'seller':
      return <Clamped text={sellerOf(row)} />
    case 'price':
      return <span className="tabular-nums">{listing?.price ?? words.priceUnknown}</span>
    case 'keyword':
      return <Clamped text={row.keyword ?? ''} />
    case 'evidence':
      return (
        <StateMark tone={row.hasScreenshot ? 'good' : 'warn'}>
          {row.hasScreenshot ? words.yes : words.no}
        </StateMark>
      )
    case 'flagged':
      return <span className="tabular-nums">{relativeTime(flag.createdAtMs, nowMs)}</span>
    case 'review':
      return (
        <span className="flex flex-col text-xs">
          <ReviewMarks row={row} nowMs={nowMs} />
        </span>
      )
    case 'note':
      return <Clamped text={flag.note} />
  }
}

const Clamped = ({ text }: { text: string }) => (
  <span className="line-clamp-2 break-words" dir="auto" title={text}>
    {text}
  </span>
)

function Judged({ flag }: Pick<ReviewRow, 'flag'>) {
  const decision = decisionOf(flag)
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {flag.verdict === 'infringing' && <GroupMark group={flag.ipType ?? 'undecided'} />}
      <span className="min-w-0">
        {words.decision[decision]}
        {flag.filedIn !== null && <span className="ms-1.5 text-xs text-ink-soft">{words.filed}</span>}
      </span>
    </span>
  )
}

const rightOf = (known: Known, { rightId, reasonId }: ReviewRow['flag']): string => {
  if (rightId === null) return ''
  return reasonId === null ? rightName(known, rightId) : complaintName(known, { rightId, reasonId })
}
