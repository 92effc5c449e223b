import { type LedgerAct, unnamedOperator } from '../evidence/ledger/ledger-act.ts'
import type { DocketDatabase } from './database.ts'
import { waitingActWriter } from './waiting-acts.ts'

/**
 * Puts acts of the person on the ledger's list, within one transaction; make a new one for every transaction. It reads
 * the person's name and the end of the list once: thousands may be judged in one go.
 */
export function actEntry(
  database: Pick<DocketDatabase, 'meta'>,
): (acts: ReadonlyArray<Omit<LedgerAct, 'actor'>>) => Promise<void> {
  const add = waitingActWriter(database)
  let actor: string | null = null
  return (acts) => {
    const addBy = (name: string) => add(acts.map((act) => ({ ...act, actor: name })))
    return (
      actor === null
        ? database.meta.get('operatorName').then((row) => {
            actor = row?.key === 'operatorName' ? row.name : unnamedOperator
            return addBy(actor)
          })
        : addBy(actor)
    ).then(() => undefined) as Promise<void>
  }
}
