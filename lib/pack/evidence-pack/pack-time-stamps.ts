import { sha256Hex } from '../../core/digest.ts'
import { failureFrom } from '../../core/expected-error.ts'
import type { Failure } from '../../core/result.ts'
import type { LedgerRow } from '../../evidence/ledger/ledger.ts'
import type { LedgerRepo } from '../../evidence/ledger/ledger-repo.ts'
import { stampedBytes, type TimeStamp } from '../../evidence/time-stamp/time-stamp.ts'
import type { TimeStampRepo } from '../../evidence/time-stamp/time-stamp-repo.ts'
import { type PackedTimeStamp, timeStampPaths } from './evidence-pack-layout.ts'

/** How asking for a time stamp of the export ended. */
export type StampOutcome = { state: 'off' } | { state: 'stamped' } | { state: 'failed'; failure: Failure }

/** Where the time stamps of a pack come from. */
export interface PackTimeStampSource {
  stamps: Pick<TimeStampRepo, 'firstFrom' | 'stamp'>
  /** Has the ledger stamped at this row; `off` where nobody wants that. */
  stampRow(seq: number): Promise<StampOutcome>
}

/** The time stamps that a pack carries, and why it has none of its own export, where it has not. */
export interface PackTimeStamps {
  stamps: TimeStamp[]
  outcome: StampOutcome
}

/**
 * Has the export's row stamped, and finds for every row of a record the first stamp that covers it: the one
 * nearest to when it was made. No failure here keeps a pack from being made; it then says that its times are by
 * this computer's clock.
 *
 * @param recordSeqs ledger rows of all records in the pack
 */
export async function gatherTimeStamps(
  { timeStamps, ledger }: { timeStamps: PackTimeStampSource; ledger: LedgerRepo },
  recordSeqs: number[],
  exported: LedgerRow,
): Promise<PackTimeStamps> {
  let outcome: StampOutcome
  const stamps: TimeStamp[] = []
  try {
    outcome = await timeStamps.stampRow(exported.seq)
    for (const seq of [...recordSeqs, exported.seq].sort((a, b) => a - b)) {
      if (seq <= (stamps.at(-1)?.ledgerSeq ?? 0)) continue
      const stamp = await timeStamps.stamps.firstFrom(seq)
      if (!stamp || stamp.ledgerSeq > exported.seq) continue
      const flaw = await flawOfStored(ledger, stamp)
      if (flaw) outcome = { state: 'failed', failure: flaw }
      else stamps.push(stamp)
    }
  } catch (error) {
    outcome = { state: 'failed', failure: failureFrom(error, 'getting a time stamp') }
  }
  return { stamps, outcome }
}

/** A stamp must be the one that was verified and entered, of the row as it still stands. */
async function flawOfStored(ledger: LedgerRepo, stamp: TimeStamp): Promise<Failure | null> {
  const [row, entry] = await Promise.all([ledger.row(stamp.ledgerSeq), ledger.row(stamp.entrySeq)])
  const sha256 = await sha256Hex(stamp.token)
  const isWhole =
    row?.hash === stamp.ledgerHead && entry?.action === 'time-stamped' && entry.payloadHash === sha256
  return isWhole
    ? null
    : {
        code: 'time-stamp-damaged',
        message: `The stored time stamp of ledger row ${stamp.ledgerSeq} is damaged and was left out.`,
      }
}

/** The files of a time stamp. */
export function timeStampFiles({ ledgerSeq, ledgerHead, token }: TimeStamp) {
  const paths = timeStampPaths(ledgerSeq)
  return [
    { name: paths.stamped, bytes: stampedBytes({ count: ledgerSeq, head: ledgerHead }) },
    { name: paths.token, bytes: token },
  ]
}

/** A time stamp as `pack.json` names it. */
export const packedTimeStamp = ({ ledgerSeq, entrySeq, sha256, facts }: TimeStamp): PackedTimeStamp => ({
  ledgerSeq,
  entrySeq,
  sha256,
  ...facts,
})
