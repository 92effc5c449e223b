import { useCallback, useMemo } from 'react'
import {
  mergeComplaints,
  moveLines,
  orderLines,
  releaseLines,
  splitComplaint,
} from '../../lib/complaints/arrange-lines.ts'
import type { Complaint } from '../../lib/complaints/complaint.ts'
import { type FormerDraft, restoreDrafts } from '../../lib/complaints/restore-drafts.ts'
import { ok, type Result } from '../../lib/core/result.ts'
import { draftWords as words } from './draft-words.ts'
import type { ComplaintServices } from './services.ts'
import type { useUndo } from './use-undo.ts'

/** What a person may do with the listings of drafts; each can be taken back. */
export function useArranging(
  services: Pick<ComplaintServices, 'repo' | 'clock'>,
  complaintId: string,
  attempt: ReturnType<typeof useUndo>['attempt'],
  beforeEach: () => Promise<void>,
) {
  const arrange = useCallback(
    async (text: string, involved: readonly string[], act: () => Promise<Result<unknown>>) => {
      await beforeEach()
      return attempt('arranging listings', async () => {
        const former: FormerDraft[] = []
        for (const id of involved) {
          const complaint = await services.repo.complaint(id)
          if (complaint) former.push({ complaint, lines: await services.repo.lines(id) })
        }
        const outcome = await act()
        return outcome.ok ? ok({ text, takeBack: () => restoreDrafts(services, former) }) : outcome
      })
    },
    [services, attempt, beforeEach],
  )
  return useMemo(
    () => ({
      release: (lineIds: readonly string[]) =>
        arrange(words.released(lineIds.length), [complaintId], () =>
          releaseLines(services, { complaintId, lineIds }),
        ),
      split: (lineIds: readonly string[]) =>
        arrange(words.splitDone(lineIds.length), [complaintId], () =>
          splitComplaint(services, { complaintId, lineIds }),
        ),
      /** Cuts off everything behind the first `limit` listings, in drafts of at most as many. */
      cutAt: (limit: number, lineIds: readonly string[]) =>
        arrange(words.splitDone(lineIds.length - limit), [complaintId], async () => {
          for (let start = limit; start < lineIds.length; start += limit) {
            const part = lineIds.slice(start, start + limit)
            const outcome = await splitComplaint(services, { complaintId, lineIds: part })
            if (!outcome.ok) return outcome
          }
          return ok(null)
        }),
      moveTo: (to: string, lineIds: readonly string[]) =>
        arrange(words.moved(lineIds.length), [complaintId, to], () =>
          moveLines(services, { from: complaintId, to, lineIds }),
        ),
      order: (lineIds: readonly string[]) =>
        arrange(words.ordered, [complaintId], () => orderLines(services, { complaintId, lineIds })),
      join: (others: readonly Complaint[]) => {
        const ids = [complaintId, ...others.map((other) => other.complaintId)]
        return arrange(words.joined(others.length), ids, () => mergeComplaints(services, ids))
      },
    }),
    [arrange, services, complaintId],
  )
}
