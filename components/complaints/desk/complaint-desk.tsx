import { FileText } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { settleComplaint } from '../../../lib/complaints/change-complaint.ts'
import { checkComplaint } from '../../../lib/complaints/check-complaint.ts'
import { formEntries } from '../../../lib/complaints/form-entries.ts'
import { formFiles } from '../../../lib/complaints/form-files.ts'
import { portalOf, reasonOf } from '../../../lib/complaints/portal-rules.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ChecksPart } from './checks-part.tsx'
import type { ComplaintDeskProps } from './complaint-desk-props.ts'
import { EntriesPart } from './entries-part.tsx'
import { FiledPart } from './filed-part.tsx'
import { FilingPart } from './filing-part.tsx'
import { PortalLink } from './portal-link.tsx'
import { deskWords as words } from './words.ts'

/** A complaint on the desk: before its filing the form, after it what came of it. */
export function ComplaintDesk({ services, desk, subject }: ComplaintDeskProps) {
  const { known } = desk
  const { complaint, lines } = subject.read
  const { rights, rules, today, nowMs } = known
  const right = known.rightOf.get(complaint.rightId) ?? null
  const holder = (right && known.holderOf.get(right.holderId)) ?? null
  const portal = portalOf(rules, complaint.portalId)
  const listings = useMemo(() => lines.map(({ facts }) => facts), [lines])
  const points = useMemo(
    () => checkComplaint({ complaint, right, rights, holder, listings, rules, today, nowMs }),
    [complaint, right, rights, holder, listings, rules, today, nowMs],
  )
  const isFiled = complaint.state === 'filed'
  useEffect(() => {
    if (!isFiled) void settleComplaint(services, complaint, points)
  }, [isFiled, services, complaint, points])
  const source = { complaint, right, holder, listings, rules }
  const files = useMemo(
    () => formFiles(complaint, { right, holder, rules }),
    [complaint, right, holder, rules],
  )
  const isDesign = reasonOf(rules, complaint.reasonId)?.demands.includes('design-comparison') ?? false
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {portal && <PortalLink portal={portal} />}
        <Button onClick={() => services.openComplaint(complaint.complaintId)}>
          <FileText size={15} aria-hidden />
          {words.openComplaint}
        </Button>
      </div>
      {isFiled ? (
        <FiledPart services={services} desk={desk} subject={subject} />
      ) : (
        <>
          <p className="text-xs text-ink-soft">{words.byHand}</p>
          {!portal && <Notice tone="danger">{words.portalGone}</Notice>}
          <ChecksPart points={points} mend={() => services.openComplaint(complaint.complaintId)} />
          <EntriesPart
            services={services}
            subjectId={complaint.complaintId}
            entries={formEntries(source)}
            marks={subject.marks}
            files={{ files, portal, isDesign, lines, folder: words.folder(complaint.complaintId) }}
          />
          <FilingPart services={services} complaint={complaint} points={points} today={today} />
        </>
      )}
    </>
  )
}
