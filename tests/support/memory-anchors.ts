import type { LedgerAnchor } from '../../lib/evidence/ledger/ledger.ts'
import type { AnchorStore } from '../../lib/evidence/ledger/ledger-repo.ts'

/** An anchor store of its own; `anchor` may be set to anything. */
export function memoryAnchors(): AnchorStore & { anchor: LedgerAnchor | null } {
  const store = {
    anchor: null as LedgerAnchor | null,
    read: async () => store.anchor,
    write: async (anchor: LedgerAnchor) => {
      store.anchor = anchor
    },
  }
  return store
}
