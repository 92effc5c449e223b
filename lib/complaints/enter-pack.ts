import type { PackAct } from './complaint.ts'
import type { ComplaintRepo } from './complaint-repo.ts'

/**
 * Enters that a pack was made of these complaints. It files nothing and is no change of a complaint: what was ready
 * stays ready. Complaints that were removed meanwhile are left out.
 */
export function enterPack(
  { repo }: { repo: ComplaintRepo },
  complaintIds: readonly string[],
  act: PackAct,
): Promise<void> {
  return repo.transact(async (transaction) => {
    for (const complaintId of complaintIds) {
      const complaint = await transaction.complaint(complaintId)
      if (complaint) await transaction.putComplaint({ ...complaint, lastPack: act })
    }
  })
}
