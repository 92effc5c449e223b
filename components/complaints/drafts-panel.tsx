import { CircleAlert, CircleCheck, PackageOpen, TriangleAlert } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Complaint } from '../../lib/complaints/complaint.ts'
import { portalOf } from '../../lib/complaints/portal-rules.ts'
import { packsHash } from '../pack/packs-view.ts'
import { exactTime } from '../queue/row-facts.ts'
import { CheckField } from '../ui/check-field.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
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

interface DraftsPanelProps {
  drafts: readonly DraftSummary[]
  known: Known
}

/** Stored complaints, each a way to its page. */
export const DraftsPanel = ({ drafts, known }: DraftsPanelProps) => (
  <ul className="flex flex-col gap-2">
    {drafts.map((draft) => (
      <li key={draft.complaint.complaintId}>
        <DraftLink draft={draft} known={known} />
      </li>
    ))}
  </ul>
)

/** Drafts of which many are packed in one go: those that are chosen, or all that are ready. */
export function PackableDrafts({ drafts, known }: DraftsPanelProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const ids = drafts.map(({ complaint }) => complaint.complaintId)
  const wanted = ids.filter((id) => chosen.has(id))
  const ready = drafts.filter(({ blocking }) => blocking === 0).map(({ complaint }) => complaint.complaintId)
  const toPack = wanted.length > 0 ? wanted : ready
  const choose = (some: readonly string[], isChosen: boolean) =>
    setChosen((before) => {
      const after = new Set(before)
      for (const id of some) {
        if (isChosen) after.add(id)
        else after.delete(id)
      }
      return after
    })
  return (
    <>
      <div className="flex min-h-8 flex-wrap items-center gap-3">
        <CheckField
          label={words.selectAllDrafts}
          checked={wanted.length === ids.length}
          mixed={wanted.length > 0 && wanted.length < ids.length}
          onChange={(event) => choose(ids, event.target.checked)}
        />
        {toPack.length > 0 && (
          <a
            href={packsHash({ complaintIds: toPack, evidence: 'named' })}
            className="ms-auto inline-flex h-8 items-center gap-1.5 rounded-md border border-line bg-raised px-3 text-[0.8125rem] font-medium hover:bg-hover"
          >
            <PackageOpen size={15} aria-hidden />
            {wanted.length > 0 ? words.packChosen(wanted.length) : words.packReady(ready.length)}
          </a>
        )}
      </div>
      <ul className="flex flex-col gap-2">
        {drafts.map((draft) => {
          const { complaintId } = draft.complaint
          return (
            <li key={complaintId} className="flex items-center gap-2">
              <Checkbox
                aria-label={words.selectDraft(complaintName(known, draft.complaint), draft.lines)}
                checked={chosen.has(complaintId)}
                onChange={(event) => choose([complaintId], event.target.checked)}
              />
              <DraftLink draft={draft} known={known} />
            </li>
          )
        })}
      </ul>
    </>
  )
}

function DraftLink({ draft, known }: { draft: DraftSummary; known: Known }) {
  const { complaint, lines } = draft
  const portal = portalOf(known.rules, complaint.portalId)
  return (
    <a
      href={`#/complaints/${complaint.complaintId}`}
      className="flex min-w-0 flex-1 items-center gap-3 rounded-lg border border-line bg-raised px-3 py-2 text-ink hover:bg-hover"
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
          {complaint.lastPack && ` · ${words.packed(exactTime(complaint.lastPack.packedAtMs))}`}
        </span>
      </span>
      {complaint.state !== 'filed' && <Standing {...draft} />}
    </a>
  )
}

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
