import type { Complaint, ComplaintKey } from '../../lib/complaints/complaint.ts'
import {
  type ComplaintType,
  complaintTypes,
  linksPerComplaint,
  type PortalRules,
  portalOf,
  reasonOf,
} from '../../lib/complaints/portal-rules.ts'
import type { Right } from '../../lib/rights/right.ts'
import { type Choice, SelectField } from '../ui/field.tsx'
import { reasonChoices } from './complaint-names.ts'
import { DraftMenu } from './draft-menu.tsx'
import { draftWords as words } from './draft-words.ts'
import { words as common } from './words.ts'

export type FrameKey = Partial<Pick<ComplaintKey, 'portalId' | 'reasonId' | 'complaintType'>>

interface FramePartProps {
  complaint: Complaint
  right: Right | null
  rules: PortalRules
  /** Drafts of the same kind. */
  others: readonly Choice[]
  onChange(key: FrameKey): void
  onJoin(complaintId: string): void
}

/** Where a complaint goes and for what reason, and the drafts that it can be joined with. */
export function FramePart({ complaint, right, rules, others, onChange, onJoin }: FramePartProps) {
  const portal = portalOf(rules, complaint.portalId)
  const reason = reasonOf(rules, complaint.reasonId)
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <div data-field="portal">
        <SelectField
          label={words.portal}
          value={complaint.portalId}
          choices={rules.portals.map(({ portalId: value, name }) => ({ value, label: name }))}
          hint={portal ? common.limit(linksPerComplaint(portal, reason)) : undefined}
          onChange={(event) => onChange({ portalId: event.target.value })}
        />
      </div>
      <div data-field="complaint-type">
        <SelectField
          label={words.type}
          value={complaint.complaintType}
          choices={complaintTypes.map((value) => ({ value, label: common.complaintType[value] }))}
          onChange={(event) => onChange({ complaintType: event.target.value as ComplaintType })}
        />
      </div>
      <div data-field="reason" className="sm:col-span-2">
        <SelectField
          label={words.reason}
          value={reason ? complaint.reasonId : ''}
          choices={reasonChoices(right ?? undefined, rules)}
          hint={reason?.when}
          onChange={(event) => event.target.value && onChange({ reasonId: event.target.value })}
        />
      </div>
      {others.length > 0 && (
        <div className="sm:col-span-2">
          <DraftMenu label={words.join} choices={others} onChoose={onJoin} />
        </div>
      )}
    </div>
  )
}
