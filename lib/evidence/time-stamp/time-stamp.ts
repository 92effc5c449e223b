import { canonicalJson } from '../../core/canonical-json.ts'
import type { Moment } from '../../core/clock.ts'
import type { LedgerAnchor } from '../ledger/ledger.ts'

/** What a time-stamp token states, after it was verified. Text in it is fit to be shown. */
export interface TimeStampFacts {
  /** When, by the authority's clock: UTC as fine as it was stated, e.g. "2026-11-25T10:24:00.123Z". */
  time: string
  /** How far that may be off either way, in milliseconds; null where the authority does not say. */
  accuracyMs: number | null
  /** Who stamped: subject of the certificate that signed. */
  authority: string
  /** Who vouches for that certificate. Not checked against any trust list. */
  issuer: string
  /** SHA-256 of the certificate, to look it up in a trust list. */
  certificateSha256: string
  /** Number of the stamp with its authority, hexadecimal. */
  serial: string
  /** The rules by which the authority stamps, as an object identifier. */
  policy: string
}

/** A time stamp of the ledger's head as it was at one row. */
export interface TimeStamp {
  stampId: string
  /** The row that was the head: it and all before it existed at `facts.time`. */
  ledgerSeq: number
  /** Hash of that row. */
  ledgerHead: string
  /** Row that entered this stamp: it and all after it were written later than `facts.time`. */
  entrySeq: number
  /** The token (RFC 3161, DER), as it came. */
  token: Uint8Array<ArrayBuffer>
  sha256: string
  /** The address that was asked. */
  url: string
  facts: TimeStampFacts
  /** When the answer came, by this computer's clock: what differs from `facts.time` is the clock's fault or the way. */
  receivedAt: Moment
}

/**
 * The bytes that are stamped: number and hash of the ledger's last row as canonical JSON, without a line end. A
 * pack carries them as a file, so that `openssl ts -verify -data` can check the stamp.
 */
export const stampedBytes = ({ count, head }: LedgerAnchor): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(canonicalJson({ count, head }))

/**
 * Port: sends a request to a time-stamp authority and returns its answer, whatever that is.
 * @throws ExpectedError where none comes; time and size are bounded.
 */
export type AskTsa = (url: string, request: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>
