import { groupPoints } from '../../lib/complaints/group-points.ts'
import type { BlockedComplaint, ToPack } from '../../lib/complaints/read-to-pack.ts'
import { pointText } from '../complaints/point-words.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { NoticeHeading } from './export-steps.tsx'
import { packsWords as words } from './packs-words.ts'

interface BlockedComplaintsProps {
  toPack: ToPack
  /** Whether the person has still to say what becomes of the rest. */
  isAsked: boolean
  onRest(): void
  onAgain(): void
}

/** Complaints that cannot be packed, each point a way to what mends it; nothing is left out unless a person says so. */
export function BlockedComplaints({ toPack, isAsked, onRest, onAgain }: BlockedComplaintsProps) {
  const { ready, blocked } = toPack
  return (
    <Notice tone={ready.length > 0 ? 'warn' : 'danger'}>
      <div role="status">
        <NoticeHeading>
          {isAsked
            ? words.blocked(blocked.length, blocked.length + ready.length)
            : words.leftOut(blocked.length)}
        </NoticeHeading>
      </div>
      {isAsked && <p>{ready.length > 0 ? words.blockedHint : words.noneReady}</p>}
      <ul className="mt-2 flex flex-col gap-3">
        {blocked.map((one) => (
          <li key={one.complaintId}>
            <Blocked {...one} />
          </li>
        ))}
      </ul>
      {isAsked && (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button look={ready.length > 0 ? 'secondary' : 'primary'} onClick={onAgain}>
            {words.tryAgain}
          </Button>
          {ready.length > 0 && (
            <Button look="primary" onClick={onRest}>
              {words.packRest(ready.length)}
            </Button>
          )}
        </div>
      )}
    </Notice>
  )
}

function Blocked({ complaintId, name, complaint, points }: BlockedComplaint) {
  if (!complaint) return <p>{words.gone}</p>
  const groups = groupPoints(points.filter(({ severity }) => severity === 'blocking'))
  return (
    <>
      <a href={`#/complaints/${complaintId}`} className="font-medium text-accent underline" dir="auto">
        {name}
      </a>
      <ul className="mt-1 flex list-disc flex-col gap-1 ps-5">
        {groups.map(({ code, field, points: same }) => (
          <li key={code} className="break-words">
            {same[0] && pointText(same[0])}
            {same.length > 1 && ` (${words.andMore(same.length - 1)})`}{' '}
            <a
              href={`#/complaints/${complaintId}?field=${field}`}
              aria-label={words.mendThis(same[0] ? pointText(same[0]) : code)}
              className="whitespace-nowrap text-accent underline"
            >
              {words.mend}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
