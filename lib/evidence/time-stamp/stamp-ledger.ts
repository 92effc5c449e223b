import { sha256Hex } from '../../core/digest.ts'
import { ExpectedError, failureFrom } from '../../core/expected-error.ts'
import { newId } from '../../core/ids.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { appendToLedger, type LedgerWriter } from '../ledger/append-to-ledger.ts'
import { anchorOf, type LedgerRow } from '../ledger/ledger.ts'
import { type AskTsa, stampedBytes, type TimeStamp } from './time-stamp.ts'
import { buildTimeStampQuery, newNonce, readTimeStampAnswer } from './time-stamp-query.ts'
import type { TimeStampRepo } from './time-stamp-repo.ts'
import type { TimeStampSettings, TimeStampSettingsStore, TimeStampTry } from './time-stamp-settings.ts'
import { verifyTimeStampToken } from './time-stamp-token.ts'

/** All that time-stamping needs. */
export interface TimeStamping extends LedgerWriter {
  stamps: TimeStampRepo
  settings: TimeStampSettingsStore
  askTsa: AskTsa
}

const dayMs = 24 * 60 * 60 * 1000
/** So long an authority that failed is left alone by the daily stamp. */
const retryAfterMs = 60 * 60 * 1000

/**
 * Has the ledger stamped as it is at row `seq`, by default its last. Only the hash of its head leaves the
 * computer. The answer is verified in full, entered in the ledger with its stamp in one strict commit, and read
 * back; repeating it for a row that has a stamp returns that one. How it ended is noted, whatever it is.
 *
 * Fails with `time-stamps-off`, `ledger-empty`, `row-unknown`, with what the authority or the network says, and with
 * the first flaw of the stamp. Nothing else depends on it: sealing and exporting go on without.
 */
export async function stampLedger(stamping: TimeStamping, seq?: number): Promise<Result<TimeStamp>> {
  const { url, isOn } = await stamping.settings.read()
  if (!isOn || url === null) {
    return fail('time-stamps-off', 'Time stamps are off. Turn them on in the settings.')
  }
  const { ledger, settings, clock } = stamping
  const row = seq === undefined ? await ledger.lastRow() : await ledger.row(seq)
  if (!row) {
    return seq === undefined
      ? fail('ledger-empty', 'There is nothing to stamp yet: flag a listing first.')
      : fail('row-unknown', `The ledger has no row ${seq}.`)
  }
  const stored = await stamping.stamps.firstFrom(row.seq)
  if (stored?.ledgerSeq === row.seq) return ok(stored)
  // Noted before as well: the browser may stop the background while the authority is asked.
  await settings.noteTry({ atMs: clock().wallMs, failure: interrupted })
  const outcome = await stampRow(stamping, url, row)
  await settings.noteTry({ atMs: clock().wallMs, failure: outcome.ok ? null : outcome.error })
  return outcome
}

const interrupted = {
  code: 'interrupted',
  message: 'The browser stopped Docket while it asked for a time stamp. It will be asked for again.',
}

/** Stamps the ledger if a day has passed since its last stamp and it has grown; null where nothing is due. */
export async function stampDaily(stamping: TimeStamping): Promise<Result<TimeStamp> | null> {
  const { settings, stamps, ledger, clock } = stamping
  const isDue = isStampDue(clock().wallMs, {
    settings: await settings.read(),
    lastTry: await settings.lastTry(),
    lastStamp: await stamps.last(),
    lastSeq: (await ledger.lastRow())?.seq ?? 0,
  })
  return isDue ? stampLedger(stamping) : null
}

export interface StampState {
  settings: TimeStampSettings
  lastTry: TimeStampTry | null
  lastStamp: Pick<TimeStamp, 'ledgerSeq' | 'entrySeq' | 'receivedAt'> | null
  /** Length of the ledger. */
  lastSeq: number
}

/** Whether the daily stamp is to be made now. A clock that was set back counts as time that has passed. */
export function isStampDue(nowMs: number, { settings, lastTry, lastStamp, lastSeq }: StampState): boolean {
  const isPast = (atMs: number, waitMs: number) => nowMs - atMs >= waitMs || nowMs < atMs
  if (!settings.isOn || lastSeq === 0) return false
  if (lastTry?.failure && !isPast(lastTry.atMs, retryAfterMs)) return false
  if (!lastStamp) return true
  // The row that entered the stamp is no news.
  const news = lastSeq - lastStamp.ledgerSeq - (lastStamp.entrySeq <= lastSeq ? 1 : 0)
  return news > 0 && isPast(lastStamp.receivedAt.wallMs, dayMs)
}

async function stampRow(stamping: TimeStamping, url: string, row: LedgerRow): Promise<Result<TimeStamp>> {
  try {
    const { count, head } = anchorOf(row)
    const imprint = new Uint8Array(await crypto.subtle.digest('SHA-256', stampedBytes({ count, head })))
    const nonce = newNonce()
    const answer = readTimeStampAnswer(await stamping.askTsa(url, buildTimeStampQuery(imprint, nonce)))
    if (!answer.ok) return answer
    const receivedAt = stamping.clock()
    const token = answer.value.bytes.slice()
    const facts = await verifyTimeStampToken(token, { imprint, nonce })
    if (!facts.ok) return facts
    const stamp = {
      stampId: newId(receivedAt.wallMs),
      ledgerSeq: count,
      ledgerHead: head,
      token,
      sha256: await sha256Hex(token),
      url,
      facts: facts.value,
      receivedAt,
    }
    return ok(await enter(stamping, stamp))
  } catch (error) {
    return { ok: false, error: failureFrom(error, 'getting a time stamp') }
  }
}

async function enter(stamping: TimeStamping, stamp: Omit<TimeStamp, 'entrySeq'>): Promise<TimeStamp> {
  const { stampId, sha256 } = stamp
  const row = await appendToLedger(
    stamping,
    { actor: 'docket', action: 'time-stamped', subject: stampId, payloadHash: sha256 },
    (entry) => stamping.stamps.add({ ...stamp, entrySeq: entry.seq }, entry),
  )
  const stored = await stamping.stamps.stamp(stampId)
  if (!stored || stored.entrySeq !== row.seq || (await sha256Hex(stored.token)) !== sha256) {
    throw new ExpectedError(
      'not-stored',
      'The storage did not return the time stamp that was written. Free some disk space and restart the browser.',
    )
  }
  return stored
}
