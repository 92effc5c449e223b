import { canonicalJson } from '../core/canonical-json.ts'
import type { Clock } from '../core/clock.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { isCalendarDate } from '../rights/expiry.ts'
import type { CalendarDate } from '../rights/right.ts'
import type { Complaint } from './complaint.ts'
import type { ComplaintRepo } from './complaint-repo.ts'

/** What the person typed after filing on the portal. */
export interface Filing {
  caseNumber: string
  filedOn: CalendarDate
  note: string
}

const maxCaseNumberLength = 100

/**
 * Enters that the person filed a complaint: its lines are `filed`, and the queue is free of them, in one
 * commit, and the ledger is told. Docket itself files nothing. Fails with `case-number-missing`, `case-number-long`, `filing-day-missing`,
 * `filed-in-future`, `not-a-draft`.
 */
export function fileComplaint(
  { repo, clock }: { repo: ComplaintRepo; clock: Clock },
  complaintId: string,
  { caseNumber, filedOn, note }: Filing,
  today: CalendarDate,
): Promise<Result<Complaint>> {
  const number = caseNumber.normalize('NFC').trim()
  if (number === '') {
    return Promise.resolve(fail('case-number-missing', 'Enter the case number that the portal gave.'))
  }
  if (number.length > maxCaseNumberLength) {
    return Promise.resolve(
      fail(
        'case-number-long',
        `A case number may have ${maxCaseNumberLength} characters. Enter the number only.`,
      ),
    )
  }
  if (!isCalendarDate(filedOn)) {
    return Promise.resolve(fail('filing-day-missing', 'Enter the day on which you filed it.'))
  }
  if (filedOn > today) {
    return Promise.resolve(
      fail('filed-in-future', 'The day of filing is in the future. Enter the day it was filed.'),
    )
  }
  const { wallMs: nowMs, offsetMinutes } = clock()
  return repo.transact(async (transaction) => {
    const complaint = await transaction.complaint(complaintId)
    if (!complaint || complaint.state === 'filed') {
      return fail('not-a-draft', 'This complaint was filed or removed meanwhile. Look at it again.')
    }
    const filed: Complaint = {
      ...complaint,
      state: 'filed',
      caseNumber: number,
      filedOn,
      note,
      changedAtMs: nowMs,
    }
    const lines = await transaction.lines(complaintId)
    await transaction.putComplaint(filed)
    await transaction.putLines(lines.map((line) => ({ ...line, state: 'filed', changedAtMs: nowMs })))
    await transaction.markFiled(
      lines.map(({ comId }) => comId),
      complaintId,
    )
    await transaction.enterActs([
      {
        action: 'complaint-filed',
        subject: complaintId,
        payload: canonicalJson({
          ...{ complaintId, caseNumber: number, filedOn, note, atMs: nowMs },
          ...{ portalId: filed.portalId, rightId: filed.rightId, reasonId: filed.reasonId },
          comIds: lines.map(({ comId }) => comId),
        }),
        at: { wallMs: nowMs, offsetMinutes },
      },
    ])
    return ok(filed)
  })
}
