import type { Complaint, ComplaintLine } from '../../../lib/complaints/complaint.ts'
import { groupComplaints } from '../../../lib/complaints/group-complaints.ts'
import { defaultPortalRules as rules } from '../../../lib/complaints/portal-rules-data.ts'
import { startComplaints } from '../../../lib/complaints/start-complaints.ts'
import { flagListing } from '../../../lib/queue/flag-listing.ts'
import { dexieComplaintRepo } from '../../../lib/storage/dexie-complaint-repo.ts'
import { openTestDatabase } from '../../support/open-test-database.ts'
import { buildNewFlag } from '../../support/records.ts'

/** A database with flagged listings that stand in drafts, `counts[n]` of them for reason `reasons[n]`. */
export async function houseWithDrafts(wanted: Array<{ reasonId: string; count: number }>) {
  const house = await openTestDatabase()
  const repo = dexieComplaintRepo(house.database)
  const deps = { repo, clock: house.clock }
  const listings: Array<{ flagId: string; comId: string; rightId: string; reasonId: string }> = []
  for (const { reasonId, count } of wanted) {
    for (let at = 0; at < count; at++) {
      const comId = String(1_005_007_000_000_001 + listings.length)
      const flag = buildNewFlag({ comId })
      await flagListing({ repo: house.flags, clock: house.clock }, flag)
      listings.push({ flagId: flag.flagId, comId, rightId: 'right-tm', reasonId })
    }
  }
  const { complaints: proposed } = groupComplaints(listings, {
    rules,
    portalId: 'aidc-ipp',
    platformId: 'aliexpress',
    complaintType: 'product-listing',
    rights: new Map([['right-tm', { ipType: 'trademark' }]]),
  })
  const drafts = await startComplaints(deps, proposed, 'en')
  const linesOf = (complaint: Pick<Complaint, 'complaintId'> | undefined) =>
    repo.lines(complaint?.complaintId ?? '')
  return { house, repo, deps, listings, proposed, drafts, linesOf }
}

export const lineIdsOf = (lines: readonly ComplaintLine[]): string[] => lines.map(({ lineId }) => lineId)
