import { type CopyRun, copyEvidence } from '../pack/second-copy/copy-evidence.ts'
import type { DocketDatabase } from '../storage/database.ts'
import { dexieCopyRepo } from '../storage/dexie-copy-repo.ts'
import { dexiePapers } from '../storage/dexie-import-repo.ts'
import { dexieTimeStampRepo } from '../storage/dexie-time-stamp-repo.ts'
import { placeOf } from './copy-place.ts'
import { sealingOn } from './sealing-on.ts'
import { verifierPage } from './verifier-page.ts'

/**
 * Writes every copy that is due, in the background or in a page. Null where no place was chosen, where nothing
 * may be written, or where another context is at it.
 */
export async function copyNow(database: DocketDatabase): Promise<CopyRun | null> {
  const copies = dexieCopyRepo(database)
  const choice = await copies.place()
  if (!choice || database.readOnlyBecause) return null
  const source = {
    ...sealingOn(database),
    verifierPage,
    papersOf: dexiePapers(database),
    timeStamps: { stamps: dexieTimeStampRepo(database) },
  }
  return navigator.locks.request('docket-second-copies', { ifAvailable: true }, async (lock) => {
    if (!lock) return null
    const total: CopyRun = { copied: 0, stopped: null }
    for (;;) {
      // What was sealed meanwhile is copied in another round.
      const run = await copyEvidence({ copies, source, place: placeOf(choice) })
      total.copied += run.copied
      if (run.copied === 0 || run.stopped) return { ...total, stopped: run.stopped }
    }
  })
}
