import { CircleAlert, TriangleAlert } from 'lucide-react'
import { groupPoints, type PointGroup } from '../../../lib/complaints/group-points.ts'
import type { OpenPoint } from '../../../lib/complaints/open-point.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { pointMessage } from '../points-panel.tsx'
import { deskWords as words } from './words.ts'

/** What is open of the complaint: what blocks it in view, warnings a click away. */
export function ChecksPart({ points, mend }: { points: readonly OpenPoint[]; mend(): void }) {
  const groups = groupPoints(points)
  const blocking = groups.filter(({ severity }) => severity === 'blocking')
  const warnings = groups.filter(({ severity }) => severity === 'warning')
  return (
    <section aria-label={words.checks} className="flex flex-col gap-2">
      <h2 className="sr-only">{words.checks}</h2>
      {blocking.length === 0 ? (
        <Notice tone="good">{words.nothingBlocks}</Notice>
      ) : (
        <div className="flex flex-col gap-2 rounded-lg border border-danger/40 bg-danger-soft px-3 py-2">
          <p className="font-medium">{words.blocked(blocking.length)}</p>
          <PointList groups={blocking} />
          <Button size="small" className="self-start" onClick={mend}>
            {words.mend}
          </Button>
        </div>
      )}
      {warnings.length > 0 && (
        <details className="rounded-lg border border-warn/40 bg-warn-soft px-3 py-2">
          <summary className="font-medium">{words.warnings(warnings.length)}</summary>
          <PointList groups={warnings} />
        </details>
      )}
    </section>
  )
}

const PointList = ({ groups }: { groups: readonly PointGroup[] }) => (
  <ul className="mt-1 flex flex-col gap-1.5">
    {groups.map((group) => (
      <li key={`${group.severity} ${group.code}`} className="flex gap-2">
        {group.severity === 'blocking' ? (
          <CircleAlert size={15} aria-hidden className="mt-0.5 shrink-0 text-danger" />
        ) : (
          <TriangleAlert size={15} aria-hidden className="mt-0.5 shrink-0 text-warn" />
        )}
        <span className="min-w-0 break-words">{pointMessage(group)}</span>
      </li>
    ))}
  </ul>
)
