import { ExpectedError } from '../core/expected-error.ts'
import type { Failure } from '../core/result.ts'
import { makeSigningKey } from '../evidence/seal/seal.ts'
import type { BackupTarget } from '../pack/backup/backup-repo.ts'
import { type DocketDatabase, schemaVersion } from './database.ts'
import { heldTransaction } from './held-transaction.ts'
import { storing } from './storage-refusal.ts'
import { waitingActWriter } from './waiting-acts.ts'

/** What a profile has before anything is done in it: settings, permissions, failures, files that nothing names. */
const besides: ReadonlySet<string> = new Set(['meta', 'ledger', 'incidents', 'keys', 'blobs'])

/** Puts a backup into the database. Give it one that was opened for replacing. */
export function dexieBackupTarget(database: DocketDatabase): BackupTarget {
  const { meta, ledger, keys, foreignKeys } = database

  const refusal = async (): Promise<Failure | null> => {
    for (const table of database.tables) {
      if (!besides.has(table.name) && (await table.count()) > 0) return notEmpty
    }
    const works = await ledger.filter(({ action }) => action !== 'permission-changed').count()
    return works > 0 ? notEmpty : null
  }

  return {
    schemaVersion,
    tables: new Set(database.tables.map(({ name }) => name)),
    refusal,
    ledgerRows: async () => (await ledger.orderBy('seq').last())?.seq ?? 0,
    nextKey: async () => (await keys.get('signing')) ?? (await makeSigningKey()),
    takeAll: (rows, { key, formerKey, act, settings }) =>
      storing(() =>
        heldTransaction(database, 'rw', database.tables, async (hold) => {
          const refused = await refusal()
          if (refused) throw new ExpectedError(refused.code, refused.message)
          await ledger.clear()
          const source = rows[Symbol.asyncIterator]()
          for (;;) {
            const next = await hold(source.next())
            if (next.done) break
            const table = next.value[0]?.table
            if (table !== undefined) await database.table(table).bulkPut(next.value.map(({ value }) => value))
          }
          await keys.put({ keyId: 'signing', privateKey: key.privateKey, publicKey: key.publicKey })
          if (formerKey) await foreignKeys.put(formerKey)
          await meta.put({ key: 'broughtSettings', settings })
          const name = await meta.get('operatorName')
          const actor = name?.key === 'operatorName' ? name.name : act.actor
          await waitingActWriter(database)([{ ...act, actor }])
        }),
      ),
  }
}

const notEmpty: Failure = {
  code: 'restore-not-empty',
  message:
    'There is work in this profile already, and a backup is never mixed with it. Make a new browser profile, install Docket there, and restore in it before anything else.',
}
