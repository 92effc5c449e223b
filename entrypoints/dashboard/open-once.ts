import { bringSettings } from '../../lib/browser/beside-settings.ts'
import { isDemoPage } from '../../lib/browser/demo-page.ts'
import { storedAnchor } from '../../lib/browser/ledger-anchor.ts'
import {
  type DocketDatabase,
  openDatabase,
  openForReplacing,
  openForRestore,
} from '../../lib/storage/database.ts'
import { openDemoDatabase } from '../../lib/storage/demo-database.ts'

let opened: Promise<DocketDatabase> | null = null
let restoring: Promise<DocketDatabase> | null = null
let count = 0
const listeners = new Set<() => void>()

/** Opened by the first page that needs it: the welcome page must show even where it cannot be opened. */
export function database(): Promise<DocketDatabase> {
  opened ??= isDemoPage ? openDemoDatabase(storedAnchor) : openOwn()
  return opened
}

async function openOwn(): Promise<DocketDatabase> {
  const ready = await openDatabase(storedAnchor)
  await bringSettings(ready)
  return ready
}

/** A connection that may put a backup where everything is lost; closed by whoever asked for it. */
export const replacingDatabase = (): Promise<DocketDatabase> => openForReplacing(storedAnchor)

/** The connection that may put evidence back where nothing else may be written. */
export function restoringDatabase(): Promise<DocketDatabase> {
  restoring ??= openForRestore(storedAnchor)
  return restoring
}

/** After evidence came back: the database is opened anew and compared with its anchor again. */
export function reopenDatabase(): void {
  opened?.then(
    (before) => before.close(),
    // It was never open: there is nothing to close.
    () => undefined,
  )
  opened = null
  count += 1
  for (const listener of listeners) listener()
}

/** How often it was opened anew. */
export const openedCount = (): number => count

export function onReopened(callback: () => void): () => void {
  listeners.add(callback)
  return () => listeners.delete(callback)
}
