import { canonicalJson } from '../../core/canonical-json.ts'
import { sha256Hex } from '../../core/digest.ts'
import type { Failure } from '../../core/result.ts'
import type { LedgerRow } from '../../evidence/ledger/ledger.ts'
import { stampedBytes } from '../../evidence/time-stamp/time-stamp.ts'
import { verifyTimeStampToken } from '../../evidence/time-stamp/time-stamp-token.ts'
import {
  type EvidencePackManifest,
  type PackedTimeStamp,
  timeStampPaths,
} from '../evidence-pack/evidence-pack-layout.ts'

interface CheckedStamps {
  /** What was found right, each in one sentence. */
  checks: string[]
  /** What a person has to know of it, each in one sentence. */
  notes: string[]
  /** The first flaw and its file; null where all is right. */
  flaw: (Failure & { file: string }) | null
}

/**
 * Verifies the time stamps of a pack: that each is of a row of this ledger, whole, and as `pack.json` says.
 *
 * @param read gives a file of the pack @throws as `read` does
 */
export async function checkTimeStamps(
  read: (name: string) => Promise<Uint8Array<ArrayBuffer>>,
  { timeStamps = [], ledger: { firstSeq } }: EvidencePackManifest,
  rows: LedgerRow[],
): Promise<CheckedStamps> {
  const checks: string[] = []
  const notes: string[] = []
  const rowOf = (seq: number) => rows[seq - firstSeq]
  for (const stamp of timeStamps) {
    const flaw = await flawOfStamp(read, stamp, rowOf)
    if (flaw) return { checks, notes, flaw }
    checks.push(`The ledger up to row ${stamp.ledgerSeq} was time-stamped at ${stamp.time}.`)
    notes.push(stampNote(stamp))
  }
  const covered = Math.max(0, ...timeStamps.map(({ ledgerSeq }) => ledgerSeq))
  if (covered < firstSeq)
    notes.push('No time stamp: all times are by the clock of the computer that made this pack.')
  else if (covered < firstSeq + rows.length - 1) {
    notes.push(`Times after ledger row ${covered} are by the clock of the computer that made this pack.`)
  }
  return { checks, notes, flaw: null }
}

const stampNote = ({ ledgerSeq, time, authority, issuer }: PackedTimeStamp) =>
  `Row ${ledgerSeq} was stamped at ${time} by ${authority}; issuer ${issuer}; not checked against a trust list.`

async function flawOfStamp(
  read: (name: string) => Promise<Uint8Array<ArrayBuffer>>,
  { ledgerSeq, entrySeq, sha256, ...stated }: PackedTimeStamp,
  rowOf: (seq: number) => LedgerRow | undefined,
): Promise<CheckedStamps['flaw']> {
  const paths = timeStampPaths(ledgerSeq)
  const flaw = (code: string, message: string) => ({ file: paths.token, code, message })
  const [stamped, token] = [await read(paths.stamped), await read(paths.token)]
  const row = rowOf(ledgerSeq)
  const wanted = row && stampedBytes({ count: row.seq, head: row.hash })
  if (!wanted || (await sha256Hex(wanted)) !== (await sha256Hex(stamped))) {
    const message = `${paths.stamped} is not about a row of this ledger.`
    return { file: paths.stamped, code: 'time-stamp-misplaced', message }
  }
  if ((await sha256Hex(token)) !== sha256) {
    return flaw('time-stamp-changed', `${paths.token} is not the time stamp that pack.json names.`)
  }
  const imprint = new Uint8Array(await crypto.subtle.digest('SHA-256', stamped))
  const verified = await verifyTimeStampToken(token, { imprint, nonce: null })
  if (!verified.ok) return flaw(verified.error.code, verified.error.message)
  if (canonicalJson(verified.value) !== canonicalJson(stated)) {
    return flaw('time-stamp-differs', `pack.json states other than ${paths.token}.`)
  }
  const entry = rowOf(entrySeq)
  if (entrySeq <= ledgerSeq || (entry && (entry.action !== 'time-stamped' || entry.payloadHash !== sha256))) {
    return flaw('time-stamp-unentered', `Row ${entrySeq} of the ledger does not enter ${paths.token}.`)
  }
  return null
}
