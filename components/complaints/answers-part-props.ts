import type { ComplaintAnswers } from '../../lib/complaints/complaint.ts'
import type { ReadComplaint } from '../../lib/complaints/complaint-reader.ts'
import type { Reason } from '../../lib/complaints/portal-rules.ts'
import type { Right } from '../../lib/rights/right.ts'
import type { ComplaintServices } from './services.ts'

/** What every part of the answers is given. */
export interface AnswersPartProps {
  complaintId: string
  reason: Reason
  right: Right | null
  lines: ReadComplaint['lines']
  answers: ComplaintAnswers
  services: ComplaintServices
  onChange(answers: Partial<ComplaintAnswers>): void
}
