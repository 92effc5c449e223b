import { CircleCheck, OctagonAlert, TriangleAlert } from 'lucide-react'
import { type OpenPoint, sortedPoints } from '../../lib/complaints/open-point.ts'
import type { Right } from '../../lib/rights/right.ts'
import { pointText } from '../complaints/point-words.ts'
import { focusField, placeOfPoint } from './field-of-point.ts'
import { holderHash } from './rights-view.ts'
import { words } from './words.ts'

interface OpenPointsProps {
  points: readonly OpenPoint[]
  right: Right
}

/** What the portal still asks of a right; each point leads to its field. */
export function OpenPoints({ points, right }: OpenPointsProps) {
  const blocking = points.filter(({ severity }) => severity === 'blocking').length
  return (
    <section aria-labelledby="open-points" className="rounded-xl border border-line bg-raised p-4">
      <h2 id="open-points" className="text-sm font-semibold">
        {words.points.title}
      </h2>
      <p role="status" className="mt-0.5 text-ink-soft">
        {points.length > 0 && words.points.count(blocking, points.length - blocking)}
      </p>
      {points.length === 0 ? (
        <p className="mt-1 flex items-start gap-2 text-good">
          <CircleCheck size={15} aria-hidden className="mt-0.5 shrink-0" />
          {words.points.none}
        </p>
      ) : (
        <ul className="mt-2 flex flex-col gap-0.5">
          {sortedPoints(points).map((point) => (
            <li key={point.code}>
              <Point point={point} right={right} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Point({ point, right }: { point: OpenPoint; right: Right }) {
  const place = placeOfPoint(point, right)
  const isBlocking = point.severity === 'blocking'
  const content = (
    <>
      <span className={isBlocking ? 'mt-0.5 shrink-0 text-danger' : 'mt-0.5 shrink-0 text-warn'}>
        {isBlocking ? <OctagonAlert size={15} aria-hidden /> : <TriangleAlert size={15} aria-hidden />}
        <span className="sr-only">{isBlocking ? words.points.blocking : words.points.warning}: </span>
      </span>
      <span className="min-w-0">{pointText(point)}</span>
    </>
  )
  const look =
    '-mx-2 flex w-[calc(100%+1rem)] items-start gap-2 rounded-md px-2 py-1 text-start hover:bg-hover'
  if (place?.form === 'holder') {
    return (
      <a href={holderHash(right.holderId, place.field)} className={look}>
        {content}
      </a>
    )
  }
  return (
    <button type="button" className={look} onClick={() => place && focusField(place.field)}>
      {content}
    </button>
  )
}
