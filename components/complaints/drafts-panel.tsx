import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Complaint } from '../../lib/complaints/complaint.ts'
import { portalOf } from '../../lib/complaints/portal-rules.ts'
import { complaintName } from './complaint-names.ts'
import type { Known } from './read-known.ts'
import { words } from './words.ts'

/** A stored complaint with what is open of it. */
export interface DraftSummary {
  complaint: Complaint
  lines: number
  blocking: number
  warnings: number
}

/** Stored complaints, each a way to its page. */
export const DraftsPanel = ({ drafts, known }: { drafts: readonly DraftSummary[]; known: Known }) => (
  <ul className="flex flex-col gap-2">
    {drafts.map((draft) => {
      const { complaint, lines } = draft
      const portal = portalOf(known.rules, complaint.portalId)
      return (
        <li key={complaint.complaintId}>
          <a
            href={`#/complaints/${complaint.complaintId}`}
            className="flex items-center gap-3 rounded-lg border border-line bg-raised px-3 py-2 text-ink hover:bg-hover"
          >
            <span className="min-w-0 flex-1">
              <span className="block font-medium break-words" dir="auto">
                {complaintName(known, complaint)}
              </span>
              <span className="block text-xs text-ink-soft tabular-nums">
                {words.listings(lines)}
                {portal && ` · ${portal.name}`}
                {complaint.state === 'filed' &&
                  ` · ${words.caseNumber(complaint.caseNumber ?? '', complaint.filedOn ?? '')}`}
              </span>
            </span>
            {complaint.state !== 'filed' && <Standing {...draft} />}
          </a>
        </li>
      )
    })}
  </ul>
)

const Standing = ({ blocking, warnings }: DraftSummary) => (
  <span className="flex shrink-0 flex-col items-end text-xs">
    {blocking > 0 ? (
      <Mark look="text-danger" icon={<CircleAlert size={13} aria-hidden />}>
        {words.blockingCount(blocking)}
      </Mark>
    ) : (
      <Mark look="text-good" icon={<CircleCheck size={13} aria-hidden />}>
        {words.ready}
      </Mark>
    )}
    {warnings > 0 && (
      <Mark look="text-warn" icon={<TriangleAlert size={13} aria-hidden />}>
        {words.warningCount(warnings)}
      </Mark>
    )}
  </span>
)

const Mark = ({ look, icon, children }: { look: string; icon: ReactNode; children: ReactNode }) => (
  <span className={`flex items-center gap-1 font-medium ${look}`}>
    {icon}
    {children}
  </span>
)
