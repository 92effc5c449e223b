import type { Clock } from '../core/clock.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Flag, Judgement } from './flag.ts'
import type { FlagRepo } from './flag-repo.ts'
import { inBatches } from './in-batches.ts'
import { changesVerdict, noteAct, verdictAct } from './judgement-act.ts'

/** Longest note, in UTF-16 code units. */
export const maxNoteLength = 2000

/** What a flag said before it was changed; hand it back to `changeJudgements` to undo. */
export interface JudgementChange {
  flagId: string
  judgement: Partial<Judgement>
  /** Only to undo: the right and reason that a change of type took away. */
  right?: Pick<Flag, 'rightId' | 'reasonId'>
}

/**
 * Changes what current flags say: verdict, IP type or note, one or many at once, in one commit.
 * A new IP type makes a flag infringing; any other verdict clears the type. Right and reason go with the type
 * that they were chosen for. Returns what undoes it.
 *
 * Fails with `note-too-long`, with `not-current` when a flag was taken back or replaced meanwhile, with
 * `already-filed` where verdict or type of a filed one would change: then nothing at all is changed.
 */
export async function changeJudgements(
  { repo, clock }: { repo: FlagRepo; clock: Clock },
  changes: JudgementChange[],
): Promise<Result<JudgementChange[]>> {
  if (changes.some(({ judgement }) => (judgement.note?.length ?? 0) > maxNoteLength)) {
    return fail('note-too-long', `A note may have ${maxNoteLength} characters. Shorten it and save again.`)
  }
  return repo.transact(async (transaction): Promise<Result<JudgementChange[]>> => {
    const at = clock()
    const next: Array<{ before: Flag; changed: Flag }> = []
    for (const batch of inBatches(changes)) {
      const stored = await transaction.flags(batch.map(({ flagId }) => flagId))
      const flagOf = new Map(stored.map((flag) => [flag.flagId, flag]))
      for (const change of batch) {
        const before = flagOf.get(change.flagId)
        if (before?.status !== 'current') return notCurrent
        const changed = changedFlag(before, change, at.wallMs)
        if (before.filedIn !== null && changesVerdict(before, changed)) return alreadyFiled
        next.push({ before, changed })
      }
    }
    for (const batch of inBatches(next)) {
      await transaction.putFlags(batch.map(({ changed }) => changed))
      await transaction.enterActs(
        batch.flatMap(({ before, changed }) => [
          ...(changesVerdict(before, changed)
            ? [verdictAct('changed', changed, { before, otherFlagId: null, at })]
            : []),
          ...(changed.note === before.note ? [] : [noteAct(changed, { before, at })]),
        ]),
      )
    }
    return ok(next.map(({ before }) => inverseOf(before)))
  })
}

function changedFlag(before: Flag, { judgement, right }: JudgementChange, changedAtMs: number): Flag {
  const next = nextJudgement(before, judgement)
  return { ...before, ...next, ...(right ?? keptRight(before, next)), changedAtMs }
}

const inverseOf = ({ flagId, verdict, ipType, note, rightId, reasonId }: Flag): JudgementChange => ({
  flagId,
  judgement: { verdict, ipType, note },
  right: { rightId, reasonId },
})

const notCurrent = fail(
  'not-current',
  'A listing was judged again elsewhere meanwhile. Nothing was changed; look at it and try again.',
)

const alreadyFiled = fail(
  'already-filed',
  'A listing is filed, so its judgement stays. Nothing was changed; look at it again.',
)

/** The right and reason that a former judgement leaves to the next one: none where the type is another. */
export const keptRight = (
  former: Pick<Flag, 'ipType' | 'rightId' | 'reasonId'> | null,
  { ipType }: Pick<Judgement, 'ipType'>,
): Pick<Flag, 'rightId' | 'reasonId'> =>
  former !== null && ipType !== null && former.ipType === ipType
    ? { rightId: former.rightId, reasonId: former.reasonId }
    : { rightId: null, reasonId: null }

function nextJudgement(before: Judgement, wanted: Partial<Judgement>): Judgement {
  const verdict = wanted.verdict ?? (wanted.ipType ? 'infringing' : before.verdict)
  const ipType = wanted.ipType === undefined ? before.ipType : wanted.ipType
  return { verdict, ipType: verdict === 'infringing' ? ipType : null, note: wanted.note ?? before.note }
}
