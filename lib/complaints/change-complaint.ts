import type { Clock } from '../core/clock.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { isReady } from './check-complaint.ts'
import type { Complaint, ComplaintAnswers } from './complaint.ts'
import type { ComplaintRepo } from './complaint-repo.ts'
import type { OpenPoint } from './open-point.ts'

interface Deps {
  repo: ComplaintRepo
  clock: Clock
}

/** What a person changes of a draft; what is left out stays. */
export type ComplaintChange = Partial<Pick<Complaint, 'portalId' | 'complaintType' | 'reasonId'>> & {
  answers?: Partial<ComplaintAnswers>
}

/**
 * Changes a draft. Whether it is still ready is told by `settleComplaint` once it was checked again.
 * Fails with `not-a-draft`.
 */
export function changeComplaint(
  { repo, clock }: Deps,
  complaintId: string,
  { answers, ...key }: ComplaintChange,
): Promise<Result<Complaint>> {
  const nowMs = clock().wallMs
  return repo.transact(async (transaction) => {
    const complaint = await transaction.complaint(complaintId)
    if (!complaint || complaint.state === 'filed') return notADraft
    const changed: Complaint = {
      ...complaint,
      ...key,
      state: 'draft',
      answers: { ...complaint.answers, ...answers },
      changedAtMs: nowMs,
    }
    await transaction.putComplaint(changed)
    return ok(changed)
  })
}

/**
 * Enters what the checks said of this very draft: ready where nothing blocks it, else a draft. A complaint that was
 * changed since it was checked, or filed, is left alone.
 */
export function settleComplaint(
  { repo }: Pick<Deps, 'repo'>,
  checked: Pick<Complaint, 'complaintId' | 'changedAtMs'>,
  points: readonly OpenPoint[],
): Promise<void> {
  const state = isReady(points) ? 'ready' : 'draft'
  return repo.transact(async (transaction) => {
    const complaint = await transaction.complaint(checked.complaintId)
    if (!complaint || complaint.state === 'filed' || complaint.state === state) return
    if (complaint.changedAtMs !== checked.changedAtMs) return
    await transaction.putComplaint({ ...complaint, state })
  })
}

const notADraft = fail(
  'not-a-draft',
  'This complaint was filed or removed meanwhile, so nothing was changed. Look at it again.',
)
