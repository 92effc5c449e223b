import { type CaptureCheck, checkOf, type VerifySource } from '../capture-check.ts'
import { emptyLedgerAnchor, verifyLedger } from './ledger.ts'

const batch = 200

/** Whether the ledger goes on row by row from this one to the head that lies outside the database. */
export async function ledgerCheck(
  { ledger, anchors }: Pick<VerifySource, 'ledger' | 'anchors'>,
  firstSeq = 1,
): Promise<CaptureCheck> {
  const anchor = await anchors.read()
  if (!anchor) {
    const message = 'What tells whether rows are missing, outside the database, is gone.'
    return checkOf('ledger', String(firstSeq), { code: 'ledger-unanchored', message }, '')
  }
  const from = Math.max(1, Math.min(firstSeq, anchor.count))
  const first = await ledger.row(from)
  const start = from === 1 ? emptyLedgerAnchor : { count: from - 1, head: first?.previousHash ?? '' }
  let last = 0
  async function* rows() {
    for (let seq = from; ; ) {
      const read = await ledger.rowsFrom(seq, batch)
      yield* read
      last = read.at(-1)?.seq ?? last
      if (read.length < batch) return
      seq = last + 1
    }
  }
  const flaw = await verifyLedger(rows(), anchor, start)
  const name = last > from ? `${from}–${last}` : String(from)
  return checkOf(
    'ledger',
    name,
    flaw,
    'Row follows on row, and the head is the one that lies outside the database.',
  )
}
