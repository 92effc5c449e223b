import Dexie, { type Table, type TransactionMode } from 'dexie'
import type { DocketDatabase } from './database.ts'

/** Waits for something that is no request to the database, and keeps the transaction open meanwhile. */
export type Hold = <T>(other: PromiseLike<T>) => Promise<T>

/**
 * One transaction whose work also waits for other things, such as a file. Dexie's `waitFor` alone would wait for ever where
 * the browser ends the transaction meanwhile (full disk, closed storage).
 */
export const heldTransaction = <T>(
  database: DocketDatabase,
  mode: TransactionMode,
  tables: Table[],
  work: (hold: Hold) => Promise<T>,
): Promise<T> =>
  new Promise((resolve, reject) => {
    database
      .transaction(mode, tables, async (transaction) => {
        // Later than the work's own error, which is the better reason.
        transaction.on('abort', () => setTimeout(reject, 0, ended()))
        return await work((other) => Dexie.waitFor(other) as unknown as Promise<never>)
      })
      .then(resolve, reject)
  })

const ended = () => new DOMException('The browser ended the transaction.', 'AbortError')
