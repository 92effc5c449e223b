import type { CaptureCheck, VerifySource } from '../capture-check.ts'
import { appendToLedger, type LedgerWriter } from '../ledger/append-to-ledger.ts'
import { payloadHashOf } from '../ledger/ledger-act.ts'
import { ledgerCheck } from '../ledger/ledger-check.ts'
import type { FoundFlaw } from '../verify-all.ts'
import { lookAtCapture } from './look-at-capture.ts'
import type { Round, RoundRepo, Rounds } from './rounds.ts'

/** All that looking through the evidence in slices needs. */
export interface LookingThrough extends LedgerWriter {
  rounds: RoundRepo
  source: VerifySource
  /** Whether a capture is being made: that goes first. */
  isBusy(): Promise<boolean>
  pause(ms: number): Promise<void>
}

/** A day between two rounds; a slice ends after `sliceMs`, well before a browser stops an idle background. */
export const roundLimits = { everyMs: 24 * 60 * 60_000, sliceMs: 8_000, saveEveryMs: 2_000 } as const

const maxTries = 3

/** A capture that the storage would not hand out. */
export class UnreadCapture extends Error {
  readonly captureId: string
  constructor(captureId: string, cause: unknown) {
    super(`Capture ${captureId} could not be looked at.`, { cause })
    this.captureId = captureId
  }
}

/**
 * Looks through the next few captures, the ones whose turn is longest ago first, and notes what is not as it was
 * sealed: in the ledger, and for the pages to show. It reads one thing at a time and rests as long as that took, so
 * that whoever wants to write comes in between; stopped at any moment it goes on, next time, after what it noted last.
 * A round begins when the last one ended a day ago, or with `isDue`. True where there is more to do now.
 *
 * @throws UnreadCapture, to be given to `noteUnread`
 */
export async function lookThroughSlice(
  looking: LookingThrough,
  { isDue = false }: { isDue?: boolean } = {},
): Promise<boolean> {
  const { rounds: repo, clock } = looking
  let rounds = await repo.read()
  const { monotonicMs: beganMs, wallMs } = clock()
  const rested = rounds.last === null || Math.abs(wallMs - rounds.last.endedAtMs) >= roundLimits.everyMs
  if (!isDue && !rounds.current && !rested) return false
  let round = isDue || !rounds.current ? newRound(wallMs) : rounds.current
  let savedMs = beganMs
  const goesOn = gently(looking)
  while (clock().monotonicMs - beganMs < roundLimits.sliceMs && (await goesOn())) {
    const [captureId] = await repo.captureIdsAfter(round.lastCaptureId, 1)
    if (captureId === undefined) {
      await endRound(looking, { ...rounds, current: round })
      return false
    }
    const looked = await reading(captureId, () => lookAtCapture(looking.source, captureId, goesOn))
    if (!looked) break
    round = after(round, captureId, looked.files)
    const before = rounds
    rounds = withFlaws({ ...rounds, current: round }, captureId, looked.flaws)
    if (isNews(before, rounds, captureId)) await enterFound(looking, rounds, captureId)
    else if (clock().monotonicMs - savedMs >= roundLimits.saveEveryMs) await repo.save(rounds)
    else continue
    savedMs = clock().monotonicMs
  }
  await repo.save({ ...rounds, current: round })
  return true
}

/** After the third time a capture that cannot be read is a flaw of its own, and the round goes on after it. */
export async function noteUnread(
  looking: LookingThrough,
  { captureId, cause }: UnreadCapture,
): Promise<void> {
  const rounds = await looking.rounds.read()
  const round = rounds.current ?? newRound(looking.clock().wallMs)
  const tries = (round.unread?.captureId === captureId ? round.unread.tries : 0) + 1
  if (tries < maxTries) {
    return looking.rounds.save({ ...rounds, current: { ...round, unread: { captureId, tries } } })
  }
  const message = `The browser’s storage does not hand it out (${cause instanceof Error ? cause.name : String(cause)}).`
  const check: CaptureCheck = { what: 'record', name: '', outcome: 'wrong', message }
  const found = withFlaws({ ...rounds, current: after(round, captureId, 0) }, captureId, [
    { captureId, check },
  ])
  if (isNews(rounds, found, captureId)) await enterFound(looking, found, captureId)
  else await looking.rounds.save(found)
}

const newRound = (beganAtMs: number): Round => ({
  beganAtMs,
  lastCaptureId: null,
  captures: 0,
  files: 0,
  unread: null,
})

const after = (round: Round, captureId: string, files: number): Round => ({
  ...round,
  lastCaptureId: captureId,
  captures: round.captures + 1,
  files: round.files + files,
  unread: null,
})

async function reading<T>(captureId: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw new UnreadCapture(captureId, error)
  }
}

/** Rests after each step for as long as it took; false while a capture is being made. */
function gently({ clock, isBusy, pause }: LookingThrough): () => Promise<boolean> {
  let lastMs = clock().monotonicMs
  return async () => {
    await pause(Math.max(1, clock().monotonicMs - lastMs))
    lastMs = clock().monotonicMs
    return !(await isBusy())
  }
}

const flawsOf = ({ flaws }: Rounds, captureId: string | null) =>
  flaws.filter((flaw) => flaw.captureId === captureId)

const withFlaws = (rounds: Rounds, captureId: string | null, found: FoundFlaw[]): Rounds => ({
  ...rounds,
  flaws: [...rounds.flaws.filter((flaw) => flaw.captureId !== captureId), ...found],
})

/** Whether more is wrong with this capture than was known. */
function isNews(before: Rounds, now: Rounds, captureId: string): boolean {
  const nameOf = ({ check }: FoundFlaw) => `${check.what} ${check.name} ${check.message}`
  const known = new Set(flawsOf(before, captureId).map(nameOf))
  return flawsOf(now, captureId).some((flaw) => !known.has(nameOf(flaw)))
}

async function enterFound(looking: LookingThrough, rounds: Rounds, captureId: string): Promise<void> {
  const flaws = flawsOf(rounds, captureId).map(({ check: { what, name, message } }) => ({
    what,
    name,
    message,
  }))
  const payloadHash = await payloadHashOf({ captureId, flaws, atMs: looking.clock().wallMs })
  await appendToLedger(
    looking,
    { actor: 'docket', action: 'damage-found', subject: captureId, payloadHash },
    (row) => looking.rounds.saveFound(rounds, row),
  )
}

/** The whole ledger comes last; a flaw in it is not entered in it. Captures that are gone take their flaws along. */
async function endRound({ rounds: repo, source, clock }: LookingThrough, rounds: Rounds): Promise<void> {
  const check = await ledgerCheck(source)
  const found: FoundFlaw[] = check.outcome === 'wrong' ? [{ captureId: null, check }] : []
  const { beganAtMs, captures, files } = rounds.current ?? newRound(clock().wallMs)
  const last = { beganAtMs, captures, files, endedAtMs: clock().wallMs }
  await repo.save({ ...withFlaws(rounds, null, found), current: null, last })
}
