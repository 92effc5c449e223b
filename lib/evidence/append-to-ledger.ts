import type { Clock } from '../core/clock.ts'
import { ExpectedError } from '../core/expected-error.ts'
import { anchorOf, emptyLedgerAnchor, type LedgerEntry, type LedgerRow, nextLedgerRow } from './ledger.ts'
import type { AnchorStore, InLedgerLine, LedgerRepo } from './ledger-repo.ts'

/** All that appending needs. */
export interface LedgerWriter {
  ledger: LedgerRepo
  anchors: AnchorStore
  inLedgerLine: InLedgerLine
  clock: Clock
}

/**
 * Appends one row. `commit` writes the row in the same strict transaction as what it records; without it the
 * row is all there is. The anchor follows after the commit: after an interruption between the two the ledger
 * is one row ahead of it, never behind.
 * @throws ExpectedError `ledger-cut` where the ledger is shorter than the anchor says: then nothing is written.
 */
export function appendToLedger(
  { ledger, anchors, inLedgerLine, clock }: LedgerWriter,
  entry: LedgerEntry,
  commit: (row: LedgerRow) => Promise<void> = ledger.addRow,
): Promise<LedgerRow> {
  return inLedgerLine(async () => {
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
    const row = await nextLedgerRow(last, entry, clock())
    await commit(row)
    await anchors.write(anchorOf(row))
    return row
  })
}

/** Brings the anchor up to the ledger's last row, after an interruption between commit and anchor. */
export function catchUpAnchor({ ledger, anchors, inLedgerLine }: LedgerWriter): Promise<void> {
  return inLedgerLine(async () => {
    const last = anchorOf(await ledger.lastRow())
    const anchor = (await anchors.read()) ?? emptyLedgerAnchor
    if (last.count > anchor.count) await anchors.write(last)
  })
}
