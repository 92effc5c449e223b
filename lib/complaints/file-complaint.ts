import type { Clock } from '../core/clock.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { isCalendarDate } from '../rights/expiry.ts'
import type { CalendarDate } from '../rights/right.ts'
import type { Complaint } from './complaint.ts'
import type { ComplaintRepo } from './complaint-repo.ts'
import { filingAct } from './filing-act.ts'

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
  filing: Filing,
  today: CalendarDate,
): Promise<Result<Complaint>> {
  const read = readFiling(filing, today)
  if (!read.ok) return Promise.resolve(read)
  const at = clock()
  const nowMs = at.wallMs
  return repo.transact(async (transaction) => {
    const complaint = await transaction.complaint(complaintId)
    if (!complaint || complaint.state === 'filed') {
      return fail('not-a-draft', 'This complaint was filed or removed meanwhile. Look at it again.')
    }
    const filed: Complaint = {
      ...complaint,
      ...read.value,
      state: 'filed',
      changedAtMs: nowMs,
    }
    const lines = await transaction.lines(complaintId)
    const comIds = lines.map(({ comId }) => comId)
    await transaction.putComplaint(filed)
    await transaction.putLines(lines.map((line) => ({ ...line, state: 'filed', changedAtMs: nowMs })))
    await transaction.markFiled(comIds, complaintId)
    await transaction.enterActs([filingAct('filed', filed, comIds, at)])
    return ok(filed)
  })
}

/** What was typed, tidied. Fails as `fileComplaint` does. */
export function readFiling({ caseNumber, filedOn, note }: Filing, today: CalendarDate): Result<Filing> {
  const number = caseNumber.normalize('NFC').trim()
  if (number === '') return fail('case-number-missing', 'Enter the case number that the portal gave.')
  if (number.length > maxCaseNumberLength) {
    return fail(
      'case-number-long',
      `A case number may have ${maxCaseNumberLength} characters. Enter the number only.`,
    )
  }
  if (!isCalendarDate(filedOn)) return fail('filing-day-missing', 'Enter the day on which you filed it.')
  if (filedOn > today) {
    return fail('filed-in-future', 'The day of filing is in the future. Enter the day it was filed.')
  }
  return ok({ caseNumber: number, filedOn, note })
}
