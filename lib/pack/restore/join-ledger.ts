import type { LedgerAnchor, LedgerRow } from '../../evidence/ledger/ledger.ts'
import { anchorOf, emptyLedgerAnchor, isRowWhole } from '../../evidence/ledger/ledger.ts'

/** A ledger as far as its rows can be put together, from the oldest that is known to the newest. */
export interface JoinedLedger {
  /** In order, without gaps. */
  rows: LedgerRow[]
  /** Rows before the first one here that nobody has; 0 where it begins with row 1. */
  missingBefore: number
}

/**
 * Puts rows from many pieces together by the hashes that each row names: whatever is in a chain is as it was
 * written, whoever brings it. Rows of several ledgers may be mixed. Newest first.
 */
export async function joinLedgers(pieces: Iterable<Iterable<LedgerRow>>): Promise<JoinedLedger[]> {
  const byHash = new Map<string, LedgerRow>()
  for (const piece of pieces) {
    for (const row of piece) if (!byHash.has(row.hash) && (await isRowWhole(row))) byHash.set(row.hash, row)
  }
  const named = new Set(Array.from(byHash.values(), ({ previousHash }) => previousHash))
  const heads = [...byHash.values()].filter(({ hash }) => !named.has(hash))
  return heads.map((head) => chainTo(head, byHash)).sort((a, b) => headOf(b).count - headOf(a).count)
}

function chainTo(head: LedgerRow, byHash: ReadonlyMap<string, LedgerRow>): JoinedLedger {
  const rows: LedgerRow[] = []
  let row: LedgerRow | undefined = head
  while (row) {
    rows.push(row)
    const before = byHash.get(row.previousHash)
    row = before?.seq === row.seq - 1 ? before : undefined
  }
  rows.reverse()
  const first = rows[0]
  const beginsIt = first?.seq === 1 && first.previousHash === emptyLedgerAnchor.head
  return { rows, missingBefore: beginsIt ? 0 : Math.max(1, (first?.seq ?? 1) - 1) }
}

export const headOf = ({ rows }: JoinedLedger): LedgerAnchor => anchorOf(rows.at(-1) ?? null)

/** Whether this very row is part of it. */
export function holds({ rows }: JoinedLedger, { count, head }: LedgerAnchor): boolean {
  if (count === 0) return true
  const row = rows[count - (rows[0]?.seq ?? 1)]
  return row?.seq === count && row.hash === head
}
