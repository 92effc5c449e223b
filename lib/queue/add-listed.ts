import { canonicalJson } from '../core/canonical-json.ts'
import type { Clock } from '../core/clock.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { canonicalItemUrl } from '../site/item-id.ts'
import { maxNoteLength } from './change-judgement.ts'
import type { Flag, Judgement, ListingSummary } from './flag.ts'
import type { FlagRepo, FlagTransaction } from './flag-repo.ts'
import { inBatches } from './in-batches.ts'
import { verdictAct } from './judgement-act.ts'

/** A listing of a list, with the id that its flag will have: adding it twice changes nothing. */
export interface NewListed {
  flagId: string
  comId: string
  shownId: string
}

/** What the person decided of all of them. */
export type ListedDecision = Judgement & Pick<Flag, 'rightId' | 'reasonId'>

/**
 * Queues listings of which only the number is known, all in one commit, and reads them back. Their evidence is
 * missing until they are opened. A listing that was judged meanwhile keeps that judgement and is skipped.
 *
 * Fails with `note-too-long`, `id-reused` (an id belongs to another listing), `not-stored` (the read-back differs).
 */
export async function addListed(
  { repo, clock }: { repo: FlagRepo; clock: Clock },
  listed: readonly NewListed[],
  { documentKey, ...decision }: ListedDecision & { documentKey: string },
): Promise<Result<{ flagIds: string[]; skipped: string[] }>> {
  if (decision.note.length > maxNoteLength) {
    return fail('note-too-long', `A note may have ${maxNoteLength} characters. Shorten it and add again.`)
  }
  const isInfringing = decision.verdict === 'infringing'
  const at = clock()
  const nowMs = at.wallMs
  const flagOf = ({ flagId, comId }: NewListed): Flag => ({
    flagId,
    comId,
    captureId: null,
    verdict: decision.verdict,
    ipType: isInfringing ? decision.ipType : null,
    note: decision.note,
    status: 'current',
    replacesFlagId: null,
    rightId: isInfringing ? decision.rightId : null,
    reasonId: isInfringing ? decision.reasonId : null,
    filedIn: null,
    documentKey,
    createdAtMs: nowMs,
    changedAtMs: nowMs,
  })
  const flags: Flag[] = []
  const repeated: string[] = []
  const skipped: string[] = []
  const outcome = await repo.transact(async (transaction): Promise<Result<null>> => {
    const added: NewListed[] = []
    const judged = new Set<string>()
    // Everything is looked at before the first is written: what is refused leaves nothing behind.
    for (const batch of inBatches(listed)) {
      const stored = byId(await transaction.flags(batch.map(({ flagId }) => flagId)))
      for (const { comId } of await transaction.currentFlags(batch.map(({ comId }) => comId)))
        judged.add(comId)
      for (const one of batch) {
        const before = stored.get(one.flagId)
        if (before && before.comId !== one.comId) return idReused
        if (before?.status === 'current') repeated.push(one.flagId)
        else if (before || judged.has(one.comId)) skipped.push(one.comId)
        else {
          judged.add(one.comId)
          added.push(one)
        }
      }
    }
    for (const batch of inBatches(added)) {
      const made = batch.map(flagOf)
      flags.push(...made)
      await transaction.putFlags(made)
      await putUnknown(transaction, batch)
      await transaction.enterActs(
        made.map((flag) => verdictAct('made', flag, { before: null, otherFlagId: null, at })),
      )
    }
    const [first] = flags
    if (first?.ipType) await transaction.rememberIpType(first.ipType)
    return ok(null)
  })
  if (!outcome.ok) return outcome
  for (const batch of inBatches(flags)) {
    const stored = byId(await repo.storedFlags(batch.map(({ flagId }) => flagId)))
    if (batch.some((flag) => canonicalJson(stored.get(flag.flagId) ?? null) !== canonicalJson(flag)))
      return notStored
  }
  return ok({ flagIds: [...flags.map(({ flagId }) => flagId), ...repeated], skipped })
}

const byId = (flags: readonly Flag[]) => new Map(flags.map((flag) => [flag.flagId, flag]))

/** What is known of a listing already stays. */
async function putUnknown(transaction: FlagTransaction, added: readonly NewListed[]): Promise<void> {
  const known = new Set(
    (await transaction.listings(added.map(({ comId }) => comId))).map(({ comId }) => comId),
  )
  await transaction.putListings(added.filter(({ comId }) => !known.has(comId)).map(unseenListing))
}

const unseenListing = ({ comId, shownId }: NewListed): ListingSummary => ({
  comId,
  shownId,
  title: null,
  sellerId: null,
  storeName: null,
  price: null,
  imageUrl: null,
  url: canonicalItemUrl(comId),
  lastSeenUrl: null,
  lastSeenAtMs: null,
  hasItemCapture: false,
})

const idReused = fail(
  'id-reused',
  'Not saved: an id belongs to another listing already. Read the list again.',
)

const notStored = fail(
  'not-stored',
  'Not saved: the storage did not return what was written. Free some disk space, restart the browser and add the list again.',
)
