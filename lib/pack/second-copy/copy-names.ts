import type { LedgerRow } from '../../evidence/ledger/ledger.ts'

/**
 * Name of a capture's second copy: for people by the listing's number, for Docket by capture and record. ULIDs
 * never come twice, so two installations may share a folder.
 */
export const copyName = (
  { comId, captureId, recordId }: { comId: string; captureId: string; recordId: string },
  take = 1,
): string => `docket-${comId}-${captureId}-${recordId}${take === 1 ? '' : `-${take}`}.zip`

/** Name of a piece of the ledger, by its rows' numbers and the hash of the last: never the same for other rows. */
export const ledgerPieceName = (first: LedgerRow, last: LedgerRow): string =>
  `docket-ledger-${padded(first.seq)}-${padded(last.seq)}-${last.hash.slice(0, 16)}.jsonl`

/** Name of a time stamp beside them, by the row that it covers and the hash of the row that enters it. */
export const stampCopyName = (ledgerSeq: number, entry: LedgerRow): string =>
  `docket-time-stamp-${padded(ledgerSeq)}-${entry.hash.slice(0, 16)}.json`

const padded = (seq: number) => String(seq).padStart(8, '0')
