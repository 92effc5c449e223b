import { useEffect, useMemo, useState } from 'react'
import type { ComplaintGroup } from '../../lib/complaints/group-by-ip-type.ts'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { QueueGroup } from '../../lib/queue/flag.ts'
import type { QueueEntry } from '../../lib/queue/queue-entry.ts'
import type { ComplaintSection } from './complaint-sections.ts'
import type { LoadedComplaints, QueueServices } from './services.ts'

const none: ReadonlyMap<QueueGroup, ComplaintSection[]> = new Map()

/**
 * What will be one complaint, within each group. Code and data for it are loaded only where a right was chosen for
 * a queued listing, and after the queue is shown; the queue stays whole where that fails.
 */
export function useComplaintSections(
  services: Pick<QueueServices, 'loadComplaints'>,
  entries: readonly QueueEntry[],
  groups: readonly ComplaintGroup[],
  onFailure: (message: string) => void,
): ReadonlyMap<QueueGroup, ComplaintSection[]> {
  const isWanted = entries.some(({ flag }) => flag.rightId !== null)
  const [loaded, setLoaded] = useState<LoadedComplaints | null>(null)
  useEffect(() => {
    if (!isWanted) return
    let isLeft = false
    services.loadComplaints().then(
      (complaints) => !isLeft && setLoaded(complaints),
      (error: unknown) => !isLeft && onFailure(failureFrom(error, 'grouping by complaint').message),
    )
    return () => {
      isLeft = true
    }
  }, [services, isWanted, onFailure])
  return useMemo(
    () => (loaded && isWanted ? loaded.complaintSections(groups, loaded.known) : none),
    [loaded, isWanted, groups],
  )
}
