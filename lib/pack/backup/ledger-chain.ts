import {
  emptyLedgerAnchor,
  isRowWhole,
  type LedgerAnchor,
  type LedgerRow,
} from '../../evidence/ledger/ledger.ts'

/** Holds rows of a ledger against each other as they come, from the first; remembers the hash of row `noted`. */
export function ledgerChain(noted = 0) {
  let head: LedgerAnchor = emptyLedgerAnchor
  let notedHash: string | null = null
  return {
    /** False where the row is not the one that follows, or not as it was written. */
    async takes(row: LedgerRow): Promise<boolean> {
      if (row.seq !== head.count + 1 || row.previousHash !== head.head || !(await isRowWhole(row)))
        return false
      head = { count: row.seq, head: row.hash }
      if (row.seq === noted) notedHash = row.hash
      return true
    },
    head: () => head,
    notedHash: () => notedHash,
  }
}
