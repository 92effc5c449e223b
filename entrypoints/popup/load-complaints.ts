import { complaintSections } from '../../components/queue/complaint-sections.ts'
import type { LoadedComplaints } from '../../components/queue/services.ts'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { dexiePortalRules } from '../../lib/storage/dexie-portal-rules.ts'
import { dexieRightsRepo } from '../../lib/storage/dexie-rights-repo.ts'

/** What groups the queue by complaint. A file of its own: the popup loads it when a listing has a right. */
export async function loadComplaints(database: DocketDatabase): Promise<LoadedComplaints> {
  const [rights, { rules }] = await Promise.all([
    dexieRightsRepo(database).rights(),
    dexiePortalRules(database).read(),
  ])
  return {
    known: { rights: new Map(rights.map((right) => [right.rightId, right])), rules },
    complaintSections,
  }
}
