import type { CopyBacklog } from '../pack/second-copy/second-copy.ts'
import type { DocketDatabase } from '../storage/database.ts'
import { dexieCopyRepo } from '../storage/dexie-copy-repo.ts'
import { placeOf } from './copy-place.ts'

/** How second copies stand, for a line that says it. */
export async function readCopyState(
  database: DocketDatabase,
): Promise<{ backlog: CopyBacklog; hasPlace: boolean; waitsForPermission: boolean }> {
  const copies = dexieCopyRepo(database)
  const [backlog, choice] = await Promise.all([copies.backlog(), copies.place()])
  const refusal = choice && backlog.captures > 0 ? await placeOf(choice).refusal() : null
  return {
    backlog,
    hasPlace: choice !== null,
    waitsForPermission: refusal?.code === 'copy-waits-for-permission',
  }
}
