import type { Clock } from '../core/clock.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { CalendarDate } from '../rights/right.ts'
import type { Complaint } from './complaint.ts'
import type { ComplaintRepo } from './complaint-repo.ts'
import { type Filing, readFiling } from './file-complaint.ts'
import { filingAct } from './filing-act.ts'
import type { FollowUpRepo } from './follow-up.ts'

interface Deps {
  repo: Pick<ComplaintRepo, 'transact'>
  followUps: Pick<FollowUpRepo, 'all'>
  clock: Clock
}

const notFiled = fail('not-filed', 'This complaint is not filed any more. Look at it again.')

/**
 * Corrects what was entered on a filed complaint. Fails as `fileComplaint` does, with `not-filed`, and with
 * `after-follow-up` where the portal would have answered before it was filed.
 */
export async function correctFiling(
  { repo, followUps, clock }: Deps,
  complaintId: string,
  filing: Filing,
  today: CalendarDate,
): Promise<Result<Complaint>> {
  const read = readFiling(filing, today)
  if (!read.ok) return read
  const received = (await ofComplaint(followUps, complaintId)).map(({ receivedOn }) => receivedOn)
  const at = clock()
  return repo.transact(async (transaction) => {
    const complaint = await transaction.complaint(complaintId)
    if (complaint?.state !== 'filed') return notFiled
    const outcome = await transaction.earliestOutcomeOn(complaintId)
    const [earliest] = [...received, ...(outcome ? [outcome] : [])].sort()
    if (earliest !== undefined && earliest < read.value.filedOn) {
      return fail(
        'after-follow-up',
        `The portal answered on ${earliest}, so it was filed by then. Enter the day of filing.`,
      )
    }
    const corrected: Complaint = { ...complaint, ...read.value, changedAtMs: at.wallMs }
    const lines = await transaction.lines(complaintId)
    await transaction.putComplaint(corrected)
    await transaction.enterActs([
      filingAct(
        'corrected',
        corrected,
        lines.map(({ comId }) => comId),
        at,
      ),
    ])
    return ok(corrected)
  })
}

/**
 * Takes back that a complaint was filed: it is a draft again, and its listings wait in the queue, in one commit.
 * Fails with `not-filed`, and with `has-follow-ups` or `has-outcomes` where the portal answered already.
 */
export async function takeBackFiling(
  { repo, followUps, clock }: Deps,
  complaintId: string,
): Promise<Result<Complaint>> {
  if ((await ofComplaint(followUps, complaintId)).length > 0) {
    return fail(
      'has-follow-ups',
      'A counter-notice or decision was entered on this complaint, so it was filed. Correct its number or day instead.',
    )
  }
  const at = clock()
  const changedAtMs = at.wallMs
  return repo.transact(async (transaction) => {
    const complaint = await transaction.complaint(complaintId)
    if (complaint?.state !== 'filed') return notFiled
    if ((await transaction.earliestOutcomeOn(complaintId)) !== null) {
      return fail(
        'has-outcomes',
        'What became of it was entered under Follow up, so it was filed. Correct its number or day, or take the outcomes back first.',
      )
    }
    const draft: Complaint = { ...complaint, state: 'draft', caseNumber: null, filedOn: null, changedAtMs }
    const lines = await transaction.lines(complaintId)
    const comIds = lines.map(({ comId }) => comId)
    await transaction.putComplaint(draft)
    await transaction.putLines(lines.map((line) => ({ ...line, state: 'queued', changedAtMs })))
    await transaction.unmarkFiled(comIds, complaintId)
    await transaction.enterActs([filingAct('taken-back', draft, comIds, at)])
    return ok(draft)
  })
}

const ofComplaint = async (followUps: Deps['followUps'], complaintId: string) =>
  (await followUps.all()).filter((one) => one.complaintId === complaintId)
