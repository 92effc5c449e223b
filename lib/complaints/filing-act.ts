import { canonicalJson } from '../core/canonical-json.ts'
import type { Moment } from '../core/clock.ts'
import type { LedgerAct } from '../evidence/ledger/ledger-act.ts'
import type { Complaint } from './complaint.ts'

/**
 * The ledger's word of a filing. `complaint` is as it stands afterwards.
 * - `filed`: it was filed on the portal.
 * - `corrected`: number, day or note were entered wrongly.
 * - `taken-back`: it was not filed after all.
 */
export const filingAct = (
  change: 'filed' | 'corrected' | 'taken-back',
  complaint: Complaint,
  comIds: readonly string[],
  { wallMs, offsetMinutes }: Moment,
): Omit<LedgerAct, 'actor'> => {
  const { complaintId, caseNumber, filedOn, note, portalId, rightId, reasonId } = complaint
  return {
    action: 'complaint-filed',
    subject: complaintId,
    payload: canonicalJson({
      ...{ change, complaintId, caseNumber, filedOn, note, portalId, rightId, reasonId },
      comIds: [...comIds],
      atMs: wallMs,
    }),
    at: { wallMs, offsetMinutes },
  }
}
