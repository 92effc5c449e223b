import type { Transaction } from 'dexie'
import type { FlagRow, MetaRow } from './stored-rows.ts'

/** Version 3 to 4: rights and complaints have tables of their own, and flags say where they went. */
export async function addComplaints(transaction: Transaction): Promise<void> {
  await transaction
    .table<FlagRow>('flags')
    .toCollection()
    .modify((flag) => {
      flag.rightId = null
      flag.reasonId = null
      flag.filedIn = null
    })
  await transaction.table<MetaRow>('meta').put({ key: 'schema', version: 4 })
}
