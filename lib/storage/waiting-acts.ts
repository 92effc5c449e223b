import type { LedgerAct, WaitingAct } from '../evidence/ledger/ledger-act.ts'
import type { DocketDatabase } from './database.ts'
import type { WaitingActRow } from './stored-rows.ts'

const prefix = 'act:'

/** Places have 12 digits, so that keys sort as places do. */
const keyOf = (place: number): WaitingActRow['key'] => `${prefix}${String(place).padStart(12, '0')}`

const placeOf = (key: string) => Number(key.slice(prefix.length))

const waiting = ({ meta }: Pick<DocketDatabase, 'meta'>) => meta.where('key').startsWith(prefix)

/** Acts that the ledger has still to enter, in the order of their commits. */
export async function readWaitingActs(
  database: Pick<DocketDatabase, 'meta'>,
  limit: number,
): Promise<WaitingAct[]> {
  const rows = await waiting(database).limit(limit).toArray()
  return rows.flatMap((row) => ('act' in row ? [{ place: placeOf(row.key), act: row.act }] : []))
}

/** Takes acts off the list, within a transaction. */
export const removeWaitingActs = ({ meta }: Pick<DocketDatabase, 'meta'>, acts: WaitingAct[]) =>
  meta.bulkDelete(acts.map(({ place }) => keyOf(place)))

/**
 * Puts acts at the end of the list, within one read-write transaction: their order is the order in which
 * transactions are committed, whatever the clock says. Make a new one for every transaction.
 */
export function waitingActWriter(
  database: Pick<DocketDatabase, 'meta'>,
): (acts: readonly LedgerAct[]) => PromiseLike<unknown> {
  let last: number | null = null
  const put = (before: number, acts: readonly LedgerAct[]) => {
    last = before + acts.length
    return database.meta.bulkPut(acts.map((act, index) => ({ key: keyOf(before + index + 1), act })))
  }
  return (acts) =>
    last === null
      ? waiting(database)
          .last()
          .then((row) => put(row ? placeOf(row.key) : 0, acts))
      : put(last, acts)
}
