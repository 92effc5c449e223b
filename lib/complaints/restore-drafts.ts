import type { Clock } from '../core/clock.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Complaint, ComplaintLine } from './complaint.ts'
import type { ComplaintRepo, ComplaintTransaction } from './complaint-repo.ts'

/** A draft as it was before its listings were arranged. */
export interface FormerDraft {
  complaint: Complaint
  lines: readonly ComplaintLine[]
}

/**
 * Undoes what was done with the listings of drafts: each stands again where it stood. A draft that only the undone
 * act made, and that is empty now, goes. Fails with `filed-meanwhile` and `taken-meanwhile`; nothing is changed then.
 */
export function restoreDrafts(
  { repo, clock }: { repo: ComplaintRepo; clock: Clock },
  former: readonly FormerDraft[],
): Promise<Result<null>> {
  const nowMs = clock().wallMs
  return repo.transact(async (transaction) => {
    const lines = former.flatMap((draft) => draft.lines)
    const lineIds = new Set(lines.map(({ lineId }) => lineId))
    const standing = await transaction.linesOfFlags(lines.map(({ flagId }) => flagId))
    const stored: Array<Complaint | null> = []
    for (const { complaint } of former) stored.push(await transaction.complaint(complaint.complaintId))
    if (standing.some(({ state }) => state === 'filed') || stored.some((one) => one?.state === 'filed')) {
      return fail('filed-meanwhile', 'One of these complaints was filed meanwhile, so nothing was undone.')
    }
    if (standing.some(({ lineId }) => !lineIds.has(lineId))) {
      return fail(
        'taken-meanwhile',
        'A listing stands in another complaint by now, so nothing was undone. Take it out there first.',
      )
    }
    const formerIds = new Set(former.map(({ complaint }) => complaint.complaintId))
    for (const { complaint } of former) {
      await transaction.putComplaint({ ...complaint, state: 'draft', changedAtMs: nowMs })
    }
    await transaction.putLines(lines.map((line) => ({ ...line, changedAtMs: nowMs })))
    const touched = new Set(standing.map(({ complaintId }) => complaintId))
    for (const complaintId of touched) {
      if (!formerIds.has(complaintId)) await removeIfEmpty(transaction, complaintId)
    }
    return ok(null)
  })
}

async function removeIfEmpty(transaction: ComplaintTransaction, complaintId: string): Promise<void> {
  const remaining = await transaction.lines(complaintId)
  if (remaining.length === 0) await transaction.removeComplaint(complaintId)
  else await transaction.putLines(remaining.map((line, position) => ({ ...line, position })))
}
