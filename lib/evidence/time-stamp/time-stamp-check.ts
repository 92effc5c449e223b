import { canonicalJson } from '../../core/canonical-json.ts'
import { sha256Hex } from '../../core/digest.ts'
import { type Failure, fail, ok, type Result } from '../../core/result.ts'
import { type CaptureCheck, checkOf, type VerifySource } from '../capture-check.ts'
import { stampedBytes, type TimeStamp } from './time-stamp.ts'
import { verifyTimeStampToken } from './time-stamp-token.ts'

/** Whether the first time stamp that covers this row is of the ledger as it stands; null where none covers it. */
export async function timeStampCheck(source: VerifySource, seq: number): Promise<CaptureCheck | null> {
  const stamp = await source.stamps.firstFrom(seq)
  if (!stamp) return null
  const looked = await lookAt(source, stamp)
  const flaw: Failure | null = looked.ok ? null : looked.error
  return checkOf(
    'time-stamp',
    String(stamp.ledgerSeq),
    flaw,
    `The ledger up to there existed at ${stamp.facts.time}, as ${stamp.facts.authority} signed. Not checked against a trust list.`,
  )
}

async function lookAt(
  { ledger }: VerifySource,
  { stampId, ledgerSeq, ledgerHead, entrySeq, token, sha256, facts }: TimeStamp,
): Promise<Result<null>> {
  const [row, entry] = [await ledger.row(ledgerSeq), await ledger.row(entrySeq)]
  if (row?.hash !== ledgerHead) {
    return fail('time-stamp-misplaced', 'The time stamp is not of this row of the ledger.')
  }
  if ((await sha256Hex(token)) !== sha256) {
    return fail('time-stamp-changed', 'The time stamp is not the one that came.')
  }
  const stamped = stampedBytes({ count: ledgerSeq, head: ledgerHead })
  const imprint = new Uint8Array(await crypto.subtle.digest('SHA-256', stamped))
  const verified = await verifyTimeStampToken(token, { imprint, nonce: null })
  if (!verified.ok) return verified
  if (canonicalJson(verified.value) !== canonicalJson(facts)) {
    return fail('time-stamp-differs', 'What is stored of the time stamp is not what it states.')
  }
  const isEntered =
    entry?.action === 'time-stamped' && entry.subject === stampId && entry.payloadHash === sha256
  return isEntered ? ok(null) : fail('time-stamp-unentered', 'The ledger has not entered the time stamp.')
}
