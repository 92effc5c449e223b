import type { Clock } from '../core/clock.ts'
import { newId } from '../core/ids.ts'
import { type Complaint, type ComplaintLine, type Language, noAnswers } from './complaint.ts'
import type { ComplaintRepo } from './complaint-repo.ts'
import type { ListingToGroup, ProposedComplaint } from './group-complaints.ts'

/**
 * Makes drafts of proposed complaints, in one commit. A listing that stands in a complaint already is left where
 * it is; a proposal of which nothing remains makes no draft. Returns the drafts in their order.
 */
export async function startComplaints(
  { repo, clock }: { repo: ComplaintRepo; clock: Clock },
  proposed: ReadonlyArray<ProposedComplaint<ListingToGroup>>,
  language: Language,
): Promise<Complaint[]> {
  const nowMs = clock().wallMs
  return repo.transact(async (transaction) => {
    const comIds = proposed.flatMap(({ listings }) => listings.map(({ comId }) => comId))
    // By listing and right, not by flag: a listing that was judged anew stands where it stood.
    const taken = new Set((await transaction.openLinesOfItems(comIds)).map(placeOf))
    const complaints: Complaint[] = []
    for (const { key, listings } of proposed) {
      const free = listings.filter(({ comId }) => !taken.has(placeOf({ comId, rightId: key.rightId })))
      if (free.length === 0) continue
      const complaint: Complaint = {
        ...key,
        complaintId: newId(nowMs),
        state: 'draft',
        answers: noAnswers(language),
        caseNumber: null,
        filedOn: null,
        note: '',
        createdAtMs: nowMs,
        changedAtMs: nowMs,
      }
      await transaction.putComplaint(complaint)
      await transaction.putLines(free.map((listing, position) => lineOf(complaint, listing, position, nowMs)))
      for (const { comId } of free) taken.add(placeOf({ comId, rightId: key.rightId }))
      complaints.push(complaint)
    }
    return complaints
  })
}

const placeOf = ({ comId, rightId }: Pick<ComplaintLine, 'comId' | 'rightId'>) => `${comId} ${rightId}`

const lineOf = (
  { complaintId, rightId }: Complaint,
  { flagId, comId }: ListingToGroup,
  position: number,
  nowMs: number,
): ComplaintLine => ({
  lineId: newId(nowMs),
  complaintId,
  comId,
  rightId,
  position,
  flagId,
  state: 'queued',
  changedAtMs: nowMs,
})
