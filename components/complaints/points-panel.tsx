import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { groupPoints, type PointGroup } from '../../lib/complaints/group-points.ts'
import type { Field, OpenPoint } from '../../lib/complaints/open-point.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { draftWords as words } from './draft-words.ts'
import { pointText } from './point-words.ts'

/** Listings that are mended by taking them out, and such as are mended by looking at them once more. */
const removable = new Set(
  'gone withdrawn seller-allowed seller-allowed-elsewhere in-other-complaint filed-before removed-before link-shape store-missing territory prior-sale doubled'.split(
    ' ',
  ),
)
const openable = new Set(
  'stale never-seen evidence-missing seller-unknown store-missing removed-before prior-sale'.split(' '),
)

export interface PointCommands {
  goTo(field: Field): void
  /** Takes these listings out; of doubled ones only the later. */
  takeOut(comIds: readonly string[], onlyLater: boolean): void
  open(comId: string): void
  /** Cuts the complaint at the portal's number of links. */
  split(): void
}

interface PointsPanelProps {
  points: readonly OpenPoint[]
  /** Complaints that it would be cut into. */
  parts: number
  commands: PointCommands
}

/** Everything that is open of a complaint, sorted, each with what mends it: one thing for many where it can. */
export function PointsPanel({ points, parts, commands }: PointsPanelProps) {
  const groups = groupPoints(points)
  const blocking = groups.filter(({ severity }) => severity === 'blocking')
  const warnings = groups.filter(({ severity }) => severity === 'warning')
  return (
    <aside
      aria-label={words.points}
      className="flex min-w-0 flex-col gap-3 lg:sticky lg:top-4 lg:order-2 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto"
    >
      <h2 className="-mb-1 text-base font-semibold">{words.points}</h2>
      {blocking.length === 0 && (
        <Notice tone="good">{warnings.length === 0 ? words.noPoints : words.onlyWarnings}</Notice>
      )}
      <PointList title={words.blocking} groups={blocking} parts={parts} commands={commands} />
      <PointList title={words.warning} groups={warnings} parts={parts} commands={commands} />
    </aside>
  )
}

const PointList = ({
  title,
  groups,
  parts,
  commands,
}: { title: string; groups: PointGroup[] } & Pick<PointsPanelProps, 'parts' | 'commands'>) =>
  groups.length === 0 ? null : (
    <div>
      <h3 className="mb-1.5 font-semibold">
        {title} <span className="font-normal text-ink-soft tabular-nums">{groups.length}</span>
      </h3>
      <ul className="flex flex-col gap-1.5">
        {groups.map((group) => (
          <Point key={`${group.severity} ${group.code}`} group={group} parts={parts} commands={commands} />
        ))}
      </ul>
    </div>
  )

/** One sentence for all points of a kind. */
export const pointMessage = ({ code, points }: Pick<PointGroup, 'code' | 'points'>): string => {
  const [first] = points
  return (points.length > 1 ? words.many[code]?.(points.length) : null) ?? (first ? pointText(first) : '')
}

function Point({
  group,
  parts,
  commands,
}: { group: PointGroup } & Pick<PointsPanelProps, 'parts' | 'commands'>) {
  const { code, severity, field, points, comIds } = group
  const [opened, setOpened] = useState(0)
  const isBlocking = severity === 'blocking'
  const message = pointMessage(group)
  const at = opened % Math.max(1, comIds.length)
  return (
    <li
      className={`rounded-lg border px-3 py-2 ${isBlocking ? 'border-danger/40 bg-danger-soft' : 'border-warn/40 bg-warn-soft'}`}
    >
      <div className="flex gap-2">
        <span aria-hidden className={`mt-0.5 shrink-0 ${isBlocking ? 'text-danger' : 'text-warn'}`}>
          {isBlocking ? <CircleAlert size={15} /> : <TriangleAlert size={15} />}
        </span>
        <div className="min-w-0 flex-1">
          <p className="break-words">{message}</p>
          <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1">
            {removable.has(code) && (
              <Button size="small" onClick={() => commands.takeOut(comIds, code === 'doubled')}>
                {words.takeOut(comIds.length)}
              </Button>
            )}
            {openable.has(code) && comIds.length > 0 && (
              <Button
                size="small"
                onClick={() => {
                  commands.open(comIds[at] ?? '')
                  setOpened(opened + 1)
                }}
              >
                {words.openNext(at + 1, comIds.length)}
              </Button>
            )}
            {(code === 'too-many-links' || code === 'one-order') && (
              <Button size="small" onClick={commands.split}>
                {code === 'one-order' ? words.oneEach : words.splitInto(parts)}
              </Button>
            )}
            <button
              type="button"
              onClick={() => commands.goTo(field)}
              className="h-7 rounded text-xs font-medium text-accent underline"
            >
              {words.goTo(words.place[field])}
            </button>
          </div>
          {points.length > 1 && (
            <details className="mt-1 text-xs">
              <summary className="text-ink-soft">{words.each(points.length)}</summary>
              <ul className="mt-1 max-h-48 overflow-y-auto">
                {points.map((point) => (
                  <li key={`${point.comId} ${point.message}`} className="break-words py-0.5">
                    {pointText(point)}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      </div>
    </li>
  )
}

/** The mark of how a complaint stands. */
export const StandingMark = ({ isReady }: { isReady: boolean }) => (
  <span
    className={`inline-flex items-center gap-1 rounded-full border px-2 py-0.5 text-xs font-medium ${isReady ? 'border-good/40 bg-good-soft text-good' : 'border-line-strong text-ink-soft'}`}
  >
    {isReady && <CircleCheck size={13} aria-hidden />}
    {isReady ? words.stands.ready : words.stands.draft}
  </span>
)
