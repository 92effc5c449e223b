import { canonicalJson } from '../core/canonical-json.ts'
import type { Clock } from '../core/clock.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { LedgerAct } from '../evidence/ledger/ledger-act.ts'

export const sellerLists = ['watch', 'allow', 'deny'] as const
/**
 * - `watch`: have an eye on it.
 * - `allow`: licensed or own; accusing it would be wrong.
 * - `deny`: known infringer.
 */
export type SellerList = (typeof sellerLists)[number]

/** That a person put a seller on a list. A seller stands on one at most. */
export interface SellerMark {
  sellerId: string
  list: SellerList
  /** Why, in the person's words. */
  note: string
  setAtMs: number
}

/** Port: where marks are kept. */
export interface SellerMarkStore {
  /**
   * Changes a seller's mark as `change` says, which sees what is stored, with the act that the ledger enters, in one
   * strict commit.
   */
  change(
    sellerId: string,
    change: (stored: SellerMark | null) => { mark: SellerMark | null; act: Omit<LedgerAct, 'actor'> } | null,
  ): Promise<void>
  marks(sellerIds: readonly string[]): Promise<Map<string, SellerMark>>
}

const maxNoteLength = 500

/** Puts a seller on a list, or takes it off (null). Fails with `mark-note-long`. */
export async function markSeller(
  { marks, clock }: { marks: SellerMarkStore; clock: Clock },
  sellerId: string,
  wanted: { list: SellerList; note: string } | null,
): Promise<Result<null>> {
  const note = wanted?.note.normalize('NFC').trim() ?? ''
  if (note.length > maxNoteLength) {
    return fail('mark-note-long', `A note may have ${maxNoteLength} characters. Shorten it.`)
  }
  const { wallMs, offsetMinutes } = clock()
  await marks.change(sellerId, (before) => {
    const mark = wanted && { sellerId, list: wanted.list, note, setAtMs: wallMs }
    const said = (one: SellerMark | null) => one && { list: one.list, note: one.note }
    if (canonicalJson(said(before)) === canonicalJson(said(mark))) return null
    const payload = canonicalJson({ sellerId, before: said(before), after: said(mark), atMs: wallMs })
    return {
      mark,
      act: { action: 'seller-listed', subject: sellerId, payload, at: { wallMs, offsetMinutes } },
    }
  })
  return ok(null)
}
