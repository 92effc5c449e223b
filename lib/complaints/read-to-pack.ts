import type { CalendarDate, Holder, Right } from '../rights/right.ts'
import type { RightsRepo } from '../rights/rights-repo.ts'
import { checkComplaint, isReady } from './check-complaint.ts'
import type { Complaint } from './complaint.ts'
import type { ComplaintReader, ReadComplaint } from './complaint-reader.ts'
import type { ComplaintRepo } from './complaint-repo.ts'
import { blocking, type OpenPoint, sortedPoints } from './open-point.ts'
import { type Portal, type PortalRules, portalOf, type Reason, reasonOf } from './portal-rules.ts'
import type { PortalRulesStore } from './portal-rules-store.ts'

/** A complaint that nothing blocks, with everything that its pack rests on. */
export interface ComplaintToPack extends ReadComplaint {
  portal: Portal
  reason: Reason
  right: Right
  holder: Holder
  /** Other forms of the rules on which the same may be filed. */
  otherForms: Portal[]
  /** What a careful person looks at once more; nothing of it blocks. */
  warnings: OpenPoint[]
}

/** A complaint that may not be packed, and why. */
export interface BlockedComplaint {
  complaintId: string
  /** Null where it is not stored (any more). */
  complaint: Complaint | null
  /** Right and reason, as far as they are known. */
  name: string
  points: OpenPoint[]
}

export interface ToPack {
  ready: ComplaintToPack[]
  blocked: BlockedComplaint[]
  rules: PortalRules
}

interface PackReaders {
  reader: Pick<ComplaintReader, 'complaint'>
  repo: Pick<ComplaintRepo, 'lines'>
  rights: Pick<RightsRepo, 'rights' | 'holders'>
  rules: Pick<PortalRulesStore, 'read'>
}

/**
 * Reads complaints and checks each as it stands now, in the order given. One that was filed already is packed for
 * the records, unless what it rests on is gone.
 */
export async function readToPack(
  { reader, repo, rights, rules }: PackReaders,
  complaintIds: readonly string[],
  { today, nowMs }: { today: CalendarDate; nowMs: number },
): Promise<ToPack> {
  const [knownRights, holders, read] = await Promise.all([rights.rights(), rights.holders(), rules.read()])
  const toPack: ToPack = { ready: [], blocked: [], rules: read.rules }
  for (const complaintId of new Set(complaintIds)) {
    const [stored, lines] = [await reader.complaint(complaintId), await repo.lines(complaintId)]
    if (!stored) {
      toPack.blocked.push({ complaintId, complaint: null, name: '', points: [] })
      continue
    }
    const { complaint } = stored
    const right = knownRights.find(({ rightId }) => rightId === complaint.rightId) ?? null
    const holder = holders.find(({ holderId }) => holderId === right?.holderId) ?? null
    const portal = portalOf(read.rules, complaint.portalId)
    const reason = reasonOf(read.rules, complaint.reasonId)
    const listings = stored.lines.map(({ facts }) => facts)
    const known = new Set(listings.map(({ comId }) => comId))
    const found = checkComplaint({
      ...{ complaint, right, rights: knownRights, holder, listings, rules: read.rules, today, nowMs },
    })
    const points = sortedPoints([
      // Filed it stands as it was filed: what is open of it now is no longer a matter of packing.
      ...(complaint.state === 'filed' ? found.filter(({ severity }) => severity === 'warning') : found),
      ...lines
        .filter(({ comId }) => !known.has(comId))
        .map(({ comId }) =>
          blocking(
            'listing-missing',
            'lines',
            `What was read of item ${comId} is not stored. Take it out, or flag it again.`,
            comId,
          ),
        ),
    ])
    if (portal && reason && right && holder && isReady(points)) {
      const otherForms = otherFormsOf(read.rules, complaint)
      toPack.ready.push({ ...stored, portal, reason, right, holder, otherForms, warnings: points })
    } else {
      const name = `${right?.label ?? complaint.rightId} · ${reason?.name.value ?? complaint.reasonId}`
      const blocks = isReady(points) ? found : points
      toPack.blocked.push({ complaintId, complaint, name, points: blocks })
    }
  }
  return toPack
}

const otherFormsOf = (
  { portals }: PortalRules,
  { portalId, platformId, complaintType }: Complaint,
): Portal[] =>
  portals.filter(
    (portal) =>
      portal.kind === 'form' &&
      portal.portalId !== portalId &&
      portal.platforms.includes(platformId) &&
      portal.complaintTypes.includes(complaintType),
  )
