import type { Clock } from '../../core/clock.ts'
import { ExpectedError } from '../../core/expected-error.ts'
import { anchorOf, emptyLedgerAnchor, type LedgerEntry, type LedgerRow, nextLedgerRow } from './ledger.ts'
import { entryOfAct } from './ledger-act.ts'
import type { AnchorStore, InLedgerLine, LedgerRepo } from './ledger-repo.ts'

/** All that appending needs. */
export interface LedgerWriter {
  ledger: LedgerRepo
  anchors: AnchorStore
  inLedgerLine: InLedgerLine
  clock: Clock
}

/** Acts entered in one commit: thousands are judged at once where a person selects them. */
const actsAtOnce = 200

/**
 * Appends one row, after all acts that wait: what was done before stands before. `commit` writes the row in the
 * same strict transaction as what it records; without it the row is all there is. The anchor follows after the
 * commit: after an interruption between the two the ledger is ahead of it, never behind.
 * @throws ExpectedError `ledger-cut` where the ledger is shorter than the anchor says: then nothing is written.
 */
export function appendToLedger(
  writer: LedgerWriter,
  entry: LedgerEntry,
  commit: (row: LedgerRow) => Promise<void> = writer.ledger.addRow,
): Promise<LedgerRow> {
  return writer.inLedgerLine(async () => {
    const last = await enterWaiting(writer, await lastWholeRow(writer))
    const row = await nextLedgerRow(last, entry, writer.clock())
    await commit(row)
    await writer.anchors.write(anchorOf(row))
    return row
  })
}

/**
 * Enters the acts that wait, in the order in which they were committed, each at the time at which it was done.
 * Does nothing where none waits. An interruption leaves each act either waiting or entered.
 * @throws as `appendToLedger`
 */
export async function enterWaitingActs(writer: LedgerWriter): Promise<void> {
  const [waiting] = await writer.ledger.waitingActs(1)
  if (waiting) await writer.inLedgerLine(async () => enterWaiting(writer, await lastWholeRow(writer)))
}

/** Brings the anchor up to the ledger's last row, after an interruption between commit and anchor. */
export function catchUpAnchor({ ledger, anchors, inLedgerLine }: LedgerWriter): Promise<void> {
  return inLedgerLine(async () => {
    const last = anchorOf(await ledger.lastRow())
    const anchor = (await anchors.read()) ?? emptyLedgerAnchor
    if (last.count > anchor.count) await anchors.write(last)
  })
}

/** The row to go on from. */
async function lastWholeRow({ ledger, anchors }: LedgerWriter): Promise<LedgerRow | null> {
  const last = await ledger.lastRow()
  const anchor = await anchors.read()
  if ((last?.seq ?? 0) < (anchor?.count ?? 0)) {
    throw new ExpectedError(
      'ledger-cut',
      'Rows of the ledger are missing, so nothing is written. Restart the browser; Docket then says what to do.',
    )
  }
  // Anchored before the first row: rows without an anchor are a sign of loss from then on.
  if (!anchor) await anchors.write(emptyLedgerAnchor)
  return last
}

async function enterWaiting(
  { ledger, anchors }: LedgerWriter,
  lastRow: LedgerRow | null,
): Promise<LedgerRow | null> {
  let last = lastRow
  while (true) {
    const acts = await ledger.waitingActs(actsAtOnce)
    if (acts.length === 0) return last
    const rows: LedgerRow[] = []
    for (const { act } of acts) {
      last = await nextLedgerRow(last, await entryOfAct(act), act.at)
      rows.push(last)
    }
    await ledger.enterActs(rows, acts)
    await anchors.write(anchorOf(last))
  }
}
