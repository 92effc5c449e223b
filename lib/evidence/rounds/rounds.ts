import type { LedgerRow } from '../ledger/ledger.ts'
import type { FoundFlaw } from '../verify-all.ts'

/** One reading of all evidence, from the capture whose turn is longest ago to the newest. */
export interface Round {
  beganAtMs: number
  /** The capture that was looked at last: the next slice goes on after it. Null at the beginning. */
  lastCaptureId: string | null
  captures: number
  /** Files that were read and are what was taken. */
  files: number
  /** A capture that could not be looked at, and how often that was tried. */
  unread: { captureId: string; tries: number } | null
}

/** What Docket knows of its evidence from looking through it by itself. */
export interface Rounds {
  /** Null between two rounds. */
  current: Round | null
  /** The last one that came to its end. */
  last: (Pick<Round, 'beganAtMs' | 'captures' | 'files'> & { endedAtMs: number }) | null
  /** What was found and still stands: a capture's flaws go when it is looked at again and found whole. */
  flaws: FoundFlaw[]
}

export const noRounds: Rounds = { current: null, last: null, flaws: [] }

/** Port to where the state of the rounds is kept. */
export interface RoundRepo {
  read(): Promise<Rounds>
  /** The captures that come next, by id, which is the order of their making; from the first where `captureId` is null. */
  captureIdsAfter(captureId: string | null, limit: number): Promise<string[]>
  save(rounds: Rounds): Promise<void>
  /** With the ledger's row about what was found, in one strict commit. */
  saveFound(rounds: Rounds, row: LedgerRow): Promise<void>
}
