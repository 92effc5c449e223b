import { canonicalJson } from '../../core/canonical-json.ts'
import { sha256Hex } from '../../core/digest.ts'
import type { LedgerEntry, LedgerRow } from './ledger.ts'

/** Who did it where the person has set no name. */
export const unnamedOperator = 'operator'

/**
 * Something that a person did and that the ledger has not entered yet. It is committed together with what it
 * changed, where nobody may wait for the ledger, and entered right after: see `enterWaitingActs`.
 */
export interface LedgerAct {
  actor: string
  action:
    | 'verdict-changed'
    | 'note-changed'
    | 'complaint-filed'
    | 'outcome-entered'
    | 'listing-seen'
    | 'seller-listed'
    | 'review-skipped'
    | 'judgement-checked'
    | 'restored'
  subject: string
  /** Canonical JSON of the change; the row holds its SHA-256. */
  payload: string
  /** When it was done; the row says so too. */
  at: LedgerRow['at']
}

/** An act with its place in the order of the commits: 1, 2, 3 … */
export interface WaitingAct {
  place: number
  act: LedgerAct
}

/** SHA-256 of the canonical JSON of what was done, for rows that are entered at once. */
export const payloadHashOf = (change: unknown): Promise<string> => hashOfText(canonicalJson(change))

/** What the ledger is to hold of an act. */
export async function entryOfAct({ actor, action, subject, payload }: LedgerAct): Promise<LedgerEntry> {
  return { actor, action, subject, payloadHash: await hashOfText(payload) }
}

const hashOfText = (text: string) => sha256Hex(new TextEncoder().encode(text))
