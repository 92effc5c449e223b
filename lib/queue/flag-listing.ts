import { canonicalJson } from '../core/canonical-json.ts'
import type { Clock } from '../core/clock.ts'
import { sha256Hex } from '../core/digest.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Capture } from '../evidence/capture.ts'
import { newCaptureJob } from '../evidence/new-capture-job.ts'
import { keptRight } from './change-judgement.ts'
import { type Flag, isQueued, type Judgement } from './flag.ts'
import type { FlagRepo } from './flag-repo.ts'
import { verdictAct } from './judgement-act.ts'
import { summariseListing } from './summarise-listing.ts'

/** A judgement as it reaches the queue: parsed, and from a page that was checked. */
export interface NewFlag extends Judgement {
  flagId: string
  documentKey: string
  shownId: string
  capture: Capture
}

/**
 * Stores a person's judgement of a listing with what the page stated, in one commit, and reads it back.
 * Doing it again with the same `flagId` changes nothing: the sender repeats until it hears of success.
 * A former judgement of the same listing is replaced and stays, so that Undo can bring it back.
 *
 * Fails with `id-reused` (the id belongs to another listing), `not-stored` (the read-back differs).
 */
export async function flagListing(
  { repo, clock }: { repo: FlagRepo; clock: Clock },
  wanted: NewFlag,
): Promise<Result<{ flag: Flag; repeated: boolean }>> {
  const { capture } = wanted
  const at = clock()
  const nowMs = at.wallMs
  const outcome = await repo.transact(async (transaction): Promise<Outcome> => {
    const stored = await transaction.flag(wanted.flagId)
    if (stored)
      return stored.comId === capture.comId ? { flag: stored, repeated: true, capture: null } : idReused
    const storedCapture = await transaction.capture(capture.captureId)
    if (storedCapture && storedCapture.comId !== capture.comId) return idReused

    const former = await transaction.currentFlag(capture.comId)
    if (former) await transaction.putFlag({ ...former, status: 'replaced', changedAtMs: nowMs })
    const ipType = wanted.verdict === 'infringing' ? wanted.ipType : null
    const flag: Flag = {
      flagId: wanted.flagId,
      comId: capture.comId,
      captureId: capture.captureId,
      verdict: wanted.verdict,
      ipType,
      note: wanted.note,
      status: 'current',
      replacesFlagId: former?.flagId ?? null,
      ...keptRight(former, { ipType }),
      filedIn: null,
      documentKey: wanted.documentKey,
      createdAtMs: nowMs,
      changedAtMs: nowMs,
    }
    await transaction.putFlag(flag)
    await transaction.enterActs([
      verdictAct('made', flag, { before: null, otherFlagId: flag.replacesFlagId, at }),
    ])
    // Two flags may share a capture (the type was changed on the same page): its statements never change.
    if (!storedCapture) {
      await transaction.putCapture(capture)
      await transaction.putCaptureJob(
        newCaptureJob(capture, { documentKey: flag.documentKey, wantsEvidence: isQueued(flag), nowMs }),
      )
    }
    const before = await transaction.listing(capture.comId)
    await transaction.putListing(summariseListing(capture, wanted.shownId, before))
    if (flag.ipType) await transaction.rememberIpType(flag.ipType)
    return { flag, repeated: false, capture: storedCapture ?? capture }
  })

  if (outcome === idReused) {
    return fail(
      'id-reused',
      'Not saved: this flag already belongs to another listing. Reload the page and flag again.',
    )
  }
  if (outcome.capture && !(await isStored(repo, outcome.flag, outcome.capture))) {
    return fail(
      'not-stored',
      'Not saved: the storage did not return what was written. Free some disk space, restart the browser and flag again.',
    )
  }
  return ok({ flag: outcome.flag, repeated: outcome.repeated })
}

const idReused = 'id-reused'

/** `capture` is what must now be stored; null where an earlier request stored and checked it. */
type Outcome = { flag: Flag; repeated: boolean; capture: Capture | null } | typeof idReused

async function isStored(repo: FlagRepo, flag: Flag, capture: Capture): Promise<boolean> {
  const stored = await repo.readBack(flag.flagId)
  if (!stored.flag || !stored.capture) return false
  const [writtenHash, readHash] = await Promise.all([
    hashOf({ flag, capture }),
    hashOf({ flag: stored.flag, capture: stored.capture }),
  ])
  return writtenHash === readHash
}

const hashOf = (record: unknown) => sha256Hex(new TextEncoder().encode(canonicalJson(record)))
