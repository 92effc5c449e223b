import { FilePlus2, Undo2 } from 'lucide-react'
import type { QueuedListing } from '../../lib/complaints/complaint-reader.ts'
import type { ProposedComplaint } from '../../lib/complaints/group-complaints.ts'
import { linksPerComplaint, portalOf } from '../../lib/complaints/portal-rules.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { SelectField } from '../ui/field.tsx'
import { complaintName } from './complaint-names.ts'
import type { Known } from './read-known.ts'
import { words } from './words.ts'

type Proposed = ProposedComplaint<QueuedListing>

interface ProposedPanelProps {
  complaints: readonly Proposed[]
  known: Known
  portalId: string
  onPortal(portalId: string): void
  onPrepare(complaints: readonly Proposed[]): void
  onUndecide(complaint: Proposed): void
}

/** Listings with right and reason as the complaints that they will be. */
export function ProposedPanel({ complaints, known, portalId, ...props }: ProposedPanelProps) {
  const portal = portalOf(known.rules, portalId)
  return (
    <div className="flex flex-col gap-3">
      <SelectField
        label={words.fileAt}
        value={portalId}
        choices={known.rules.portals.map(({ portalId: value, name }) => ({ value, label: name }))}
        hint={portal ? words.limit(linksPerComplaint(portal, null)) : undefined}
        onChange={(event) => props.onPortal(event.target.value)}
      />
      <ul className="flex flex-col gap-2">
        {complaints.map((complaint) => {
          const name = complaintName(known, complaint.key)
          const part = complaint.of > 1 ? words.part(complaint.part, complaint.of) : null
          const full = part ? `${name}, ${part}` : name
          return (
            <li
              key={`${name} ${complaint.part}`}
              className="flex items-center gap-2 rounded-lg border border-line bg-raised px-3 py-2"
            >
              <div className="min-w-0 flex-1">
                <p className="font-medium break-words" dir="auto">
                  {name}
                </p>
                <p className="text-xs text-ink-soft tabular-nums">
                  {words.listings(complaint.listings.length)}
                  {part && ` · ${part}`}
                </p>
              </div>
              <IconButton
                label={words.undecideLong(full)}
                icon={<Undo2 size={15} aria-hidden />}
                onClick={() => props.onUndecide(complaint)}
              />
              <Button
                size="small"
                aria-label={words.prepareLong(full)}
                onClick={() => props.onPrepare([complaint])}
              >
                {words.prepare}
              </Button>
            </li>
          )
        })}
      </ul>
      {complaints.length > 1 && (
        <Button look="primary" onClick={() => props.onPrepare(complaints)} className="self-start">
          <FilePlus2 size={15} aria-hidden />
          {words.prepareAll(complaints.length)}
        </Button>
      )}
    </div>
  )
}
