import { bringSettings } from '../../lib/browser/beside-settings.ts'
import { isDemoPage } from '../../lib/browser/demo-page.ts'
import { keepDatabaseOpen } from '../../lib/browser/keep-database-open.ts'
import { storedAnchor } from '../../lib/browser/ledger-anchor.ts'
import type { AnchorStore } from '../../lib/evidence/ledger/ledger-repo.ts'
import {
  type DocketDatabase,
  openDatabase,
  openForReplacing,
  openForRestore,
} from '../../lib/storage/database.ts'
import { openDemoDatabase } from '../../lib/storage/demo-database.ts'

const working = keepDatabaseOpen(isDemoPage ? openDemoDatabase : openOwn)
const restoring = keepDatabaseOpen(openForRestore)

/** Opened by the first page that needs it: the welcome page must show even where it cannot be opened. */
export const database = (): Promise<DocketDatabase> => working.get()

async function openOwn(anchors: AnchorStore): Promise<DocketDatabase> {
  const ready = await openDatabase(anchors)
  await bringSettings(ready)
  return ready
}

/** A connection that may put a backup where everything is lost; closed by whoever asked for it. */
export const replacingDatabase = (): Promise<DocketDatabase> => openForReplacing(storedAnchor)

/** The connection that may put evidence back where nothing else may be written. */
export const restoringDatabase = (): Promise<DocketDatabase> => restoring.get()

/** After evidence came back: the database is opened anew and compared with its anchor again. */
export const reopenDatabase = working.reopen

/** How often either was opened anew. */
export const openedCount = (): number => working.count() + restoring.count()

export function onReopened(callback: () => void): () => void {
  const ends = [working.onReopen(callback), restoring.onReopen(callback)]
  return () => {
    for (const end of ends) end()
  }
}
