import { keepDatabaseOpen } from '../../lib/browser/keep-database-open.ts'
import { type DocketDatabase, openForRestore } from '../../lib/storage/database.ts'

const working = keepDatabaseOpen()
const restoring = keepDatabaseOpen(openForRestore)

/** Opened by the first page that needs it: the welcome page must show even where it cannot be opened. */
export const database = (): Promise<DocketDatabase> => working.get()

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
