import { canonicalJson } from '../../core/canonical-json.ts'
import { sha256Hex } from '../../core/digest.ts'
import type { Failure } from '../../core/result.ts'

export const ledgerActions = [
  'capture-sealed',
  'capture-viewed',
  'note-changed',
  'verdict-changed',
  'exported',
  'copied',
  'deleted',
  'imported',
  'backed-up',
  'restored',
  'loss-accepted',
  'time-stamped',
  'permission-changed',
  'complaint-filed',
  'outcome-entered',
  'listing-seen',
  'seller-listed',
  'damage-found',
  'review-skipped',
  'judgement-checked',
] as const
/** What may happen to evidence and complaints. `deleted` is a tombstone: the row stays for ever. */
type LedgerAction = (typeof ledgerActions)[number]

/** What is to be entered. */
export interface LedgerEntry {
  /** Who did it: the operator's name as set, or "docket" for what it does by itself. */
  actor: string
  action: LedgerAction
  /** Id of what it was done to: a capture, a flag, a pack, a permission, a complaint or its line, a seller's account. */
  subject: string
  /** Of what was done, 64 hexadecimal digits: for a sealed capture that of its record. */
  payloadHash: string
}

/** One row of the ledger. Each names the hash of the one before it, so none can change unnoticed. */
export interface LedgerRow extends LedgerEntry {
  /** 1, 2, 3 … without gaps. */
  seq: number
  /** Hash of the row before; 64 zeros in the first. */
  previousHash: string
  /** By this computer's clock. */
  at: { wallMs: number; offsetMinutes: number }
  /** SHA-256 of the row's canonical JSON without this member. */
  hash: string
}

/** Head and length of the ledger as known elsewhere: without it a dropped tail leaves no trace. */
export interface LedgerAnchor {
  count: number
  /** Hash of the row with `seq` = `count`; 64 zeros for an empty ledger. */
  head: string
}

export const emptyLedgerAnchor: LedgerAnchor = { count: 0, head: '0'.repeat(64) }

export const anchorOf = (row: LedgerRow | null): LedgerAnchor =>
  row ? { count: row.seq, head: row.hash } : emptyLedgerAnchor

/** The row that follows `last`. */
export async function nextLedgerRow(
  last: LedgerRow | null,
  { actor, action, subject, payloadHash }: LedgerEntry,
  at: LedgerRow['at'],
): Promise<LedgerRow> {
  const { count, head } = anchorOf(last)
  const row = {
    seq: count + 1,
    previousHash: head,
    at: { wallMs: at.wallMs, offsetMinutes: at.offsetMinutes },
    actor,
    action,
    subject,
    payloadHash,
  }
  return { ...row, hash: await hashOfRow(row) }
}

const hashOfRow = (row: Omit<LedgerRow, 'hash'>) => sha256Hex(new TextEncoder().encode(canonicalJson(row)))

/** Whether the row is the one that its hash was taken of. */
export const isRowWhole = async ({ hash, ...row }: LedgerRow): Promise<boolean> =>
  (await hashOfRow(row)) === hash

/** A row as one line of `ledger.jsonl`. */
export const ledgerLine = (row: LedgerRow): string => `${canonicalJson(row)}\n`

/** The first flaw of a ledger, and where. */
export interface LedgerFlaw extends Failure {
  code: 'row-changed' | 'row-missing' | 'row-out-of-order' | 'row-repeated' | 'tail-missing' | 'head-differs'
  /** The row's number as it stands there, or as it should. */
  seq: number
}

/**
 * Looks through rows in their order for the first that was changed, is missing, out of order or repeated, and
 * whether they reach the anchor. Rows after the anchor are allowed: it is written after them. An excerpt
 * begins after `start`; a whole ledger after nothing. Returns null where all agree.
 */
export async function verifyLedger(
  rows: AsyncIterable<LedgerRow> | Iterable<LedgerRow>,
  anchor: LedgerAnchor,
  start: LedgerAnchor = emptyLedgerAnchor,
): Promise<LedgerFlaw | null> {
  let before = start
  let meetsAnchor = start.count === anchor.count && start.head === anchor.head
  for await (const row of rows) {
    const flaw = placeFlaw(row.seq, before.count) ?? (await contentFlaw(row, before.head))
    if (flaw) return flaw
    before = anchorOf(row)
    if (row.seq === anchor.count) {
      meetsAnchor = row.hash === anchor.head
      if (!meetsAnchor) return headDiffers(row.seq)
    }
  }
  if (before.count < anchor.count) return tailMissing(before.count, anchor.count)
  return meetsAnchor ? null : headDiffers(anchor.count)
}

function placeFlaw(seq: number, lastSeq: number): LedgerFlaw | null {
  const wanted = lastSeq + 1
  if (seq === wanted) return null
  if (seq === lastSeq) {
    return { code: 'row-repeated', seq, message: `Row ${seq} of the ledger stands there twice.` }
  }
  if (seq > wanted) {
    return { code: 'row-missing', seq: wanted, message: `Row ${wanted} of the ledger is missing.` }
  }
  return { code: 'row-out-of-order', seq, message: `Row ${seq} of the ledger stands after row ${lastSeq}.` }
}

async function contentFlaw(row: LedgerRow, head: string): Promise<LedgerFlaw | null> {
  if (row.previousHash === head && (await isRowWhole(row))) return null
  return {
    code: 'row-changed',
    seq: row.seq,
    message: `Row ${row.seq} of the ledger, or the one before it, is not as it was written.`,
  }
}

const tailMissing = (count: number, of: number): LedgerFlaw => ({
  code: 'tail-missing',
  seq: count + 1,
  message: `The ledger ends with row ${count}, but ${of} rows were written.`,
})

const headDiffers = (seq: number): LedgerFlaw => ({
  code: 'head-differs',
  seq,
  message: `Row ${seq} of the ledger is not the one that was written.`,
})
