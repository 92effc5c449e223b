import type { IndexableType } from 'dexie'
import type { SalvageSource } from '../pack/second-copy/salvage.ts'
import type { DocketDatabase } from './database.ts'

/** Reads everything that is stored but the signing key, which the browser does not hand out. */
export const dexieSalvageSource = (database: DocketDatabase): SalvageSource => ({
  tables: database.tables.map(({ name }) => name).filter((name) => name !== 'keys'),
  keys: (table) => database.table(table).toCollection().primaryKeys(),
  row: (table, key) => database.table(table).get(key as IndexableType),
})
