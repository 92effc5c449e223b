import * as z from 'zod'
import { fromBase64, toBase64 } from '../../core/base64.ts'
import { canonicalJson } from '../../core/canonical-json.ts'
import { sha256Hex } from '../../core/digest.ts'
import { ExpectedError } from '../../core/expected-error.ts'
import { parseHostileJson } from '../../core/hostile-json.ts'
import { anchorOf, type LedgerRow } from '../../evidence/ledger/ledger.ts'
import { momentSchema } from '../../evidence/sighting-schema.ts'
import { stampedBytes, type TimeStamp } from '../../evidence/time-stamp/time-stamp.ts'
import { verifyTimeStampToken } from '../../evidence/time-stamp/time-stamp-token.ts'

z.config({ jitless: true })

const seq = z.number().int().positive()

const stampCopySchema = z.strictObject({
  format: z.literal('docket-time-stamp'),
  ledgerSeq: seq,
  entrySeq: seq,
  /** The token (RFC 3161, DER). */
  token: z.base64().max(100_000),
  url: z.url({ protocol: /^https$/ }).max(8000),
  receivedAt: momentSchema,
})

/** A time stamp as a file beside the second copies: what the ledger's row that enters it does not say. */
export type StampCopy = z.infer<typeof stampCopySchema>

export function stampCopyBytes(stamp: TimeStamp): Uint8Array<ArrayBuffer> {
  const { ledgerSeq, entrySeq, token, url, receivedAt } = stamp
  const copy: StampCopy = {
    format: 'docket-time-stamp',
    ledgerSeq,
    entrySeq,
    token: toBase64(token),
    url,
    receivedAt,
  }
  return new TextEncoder().encode(canonicalJson(copy))
}

/** @throws ExpectedError `time-stamp-malformed` */
export function parseStampCopy(text: string): StampCopy {
  const json = parseHostileJson(text)
  const parsed = stampCopySchema.safeParse(json.ok ? json.value : null)
  if (parsed.success) return parsed.data
  throw new ExpectedError('time-stamp-malformed', 'The file is no copy of a time stamp that Docket made.')
}

/**
 * The time stamp, verified anew; null where it is not the one that this ledger entered, of the row that it names.
 *
 * @param rowOf gives a row of the ledger that is to have it
 */
export async function stampOfCopy(
  { ledgerSeq, entrySeq, token: base64, url, receivedAt }: StampCopy,
  rowOf: (seq: number) => LedgerRow | undefined,
): Promise<TimeStamp | null> {
  const token = fromBase64(base64)
  const sha256 = await sha256Hex(token)
  const [row, entry] = [rowOf(ledgerSeq), rowOf(entrySeq)]
  if (!row || entry?.action !== 'time-stamped' || entry.payloadHash !== sha256) return null
  const imprint = await crypto.subtle.digest('SHA-256', stampedBytes(anchorOf(row)))
  const facts = await verifyTimeStampToken(token, { imprint: new Uint8Array(imprint), nonce: null })
  if (!facts.ok) return null
  return {
    stampId: entry.subject,
    ledgerSeq,
    ledgerHead: row.hash,
    entrySeq,
    token,
    sha256,
    url,
    facts: facts.value,
    receivedAt,
  }
}
