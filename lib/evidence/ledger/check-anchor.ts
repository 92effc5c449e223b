import { ExpectedError } from '../../core/expected-error.ts'
import type { Failure } from '../../core/result.ts'
import { emptyLedgerAnchor, type LedgerAnchor, verifyLedger } from './ledger.ts'
import type { AnchorStore, LedgerRepo } from './ledger-repo.ts'

/**
 * Compares the ledger with its anchor, at every opening and before anything is written: the browser may have
 * replaced a damaged database by an empty or an older one without a word. Looks at the length, the anchored
 * row and those after it; `verifyLedger` looks at all. Returns why nothing may be written, or null.
 */
export async function checkAnchor(ledger: LedgerRepo, anchors: AnchorStore): Promise<Failure | null> {
  let anchor: LedgerAnchor | null
  try {
    anchor = await anchors.read()
  } catch (error) {
    if (error instanceof ExpectedError) return { code: error.code, message: error.message }
    throw error
  }
  const last = await ledger.lastRow()
  if (!anchor)
    return last ? readOnly('ledger-unanchored', 'what tells whether rows are missing is gone') : null
  if (!last) {
    return anchor.count === 0
      ? null
      : readOnly('ledger-lost', `all ${anchor.count} rows of its ledger are gone`)
  }
  if (last.seq < anchor.count) {
    return readOnly('ledger-tail-missing', `its ledger ends with row ${last.seq} of ${anchor.count}`)
  }
  const flaw = await verifyLedger(rowsFromAnchor(ledger, anchor.count), anchor, await startOf(ledger, anchor))
  if (flaw) return readOnly(`ledger-${flaw.code}`, lowerFirst(flaw.message.replace(/\.$/, '')))
  // Up to that row: another page may add one meanwhile.
  if ((await ledger.countRowsTo(last.seq)) !== last.seq) {
    return readOnly('ledger-row-missing', 'a row within its ledger is missing')
  }
  return null
}

const batch = 200

async function* rowsFromAnchor(ledger: LedgerRepo, count: number) {
  for (let from = Math.max(1, count); ; from += batch) {
    const rows = await ledger.rowsFrom(from, batch)
    yield* rows
    if (rows.length < batch) return
  }
}

/** What stands before the anchored row. */
async function startOf(ledger: LedgerRepo, { count }: LedgerAnchor): Promise<LedgerAnchor> {
  if (count <= 1) return emptyLedgerAnchor
  const anchored = await ledger.row(count)
  return { count: count - 1, head: anchored?.previousHash ?? '' }
}

const readOnly = (code: string, what: string): Failure => ({
  code,
  message: `The stored evidence is not complete: ${what}. Docket only shows what is there and changes nothing. Save what is there, keep the copies made before, and do not remove Docket or its data.`,
})

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
