import type { InLedgerLine } from '../evidence/ledger/ledger-repo.ts'

/** One at a time among background and extension pages: they share one origin, and so its locks. */
export const inLedgerLine: InLedgerLine = (work) => navigator.locks.request('docket-ledger', work)
