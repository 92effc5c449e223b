import type { Clock } from '../core/clock.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Flag, Judgement } from './flag.ts'
import type { FlagRepo } from './flag-repo.ts'
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
 * Fails with `note-too-long`, and with `not-current` when a flag was taken back or replaced meanwhile: then
 * nothing at all is changed.
 */
export async function changeJudgements(
  { repo, clock }: { repo: FlagRepo; clock: Clock },
  changes: JudgementChange[],
): Promise<Result<JudgementChange[]>> {
  if (changes.some(({ judgement }) => (judgement.note?.length ?? 0) > maxNoteLength)) {
    return fail('note-too-long', `A note may have ${maxNoteLength} characters. Shorten it and save again.`)
  }
  return repo.transact(async (transaction) => {
    const flags: Flag[] = []
    for (const { flagId } of changes) {
      const flag = await transaction.flag(flagId)
      if (flag?.status !== 'current') {
        return fail(
          'not-current',
          'A listing was judged again elsewhere meanwhile. Nothing was changed; look at it and try again.',
        )
      }
      flags.push(flag)
    }
    const inverses: JudgementChange[] = []
    for (const [index, flag] of flags.entries()) {
      const change = changes[index]
      const { flagId, verdict, ipType, note, rightId, reasonId } = flag
      inverses.push({ flagId, judgement: { verdict, ipType, note }, right: { rightId, reasonId } })
      const next = nextJudgement(flag, change?.judgement ?? {})
      const at = clock()
      const changed = {
        ...flag,
        ...next,
        ...(change?.right ?? keptRight(flag, next)),
        changedAtMs: at.wallMs,
      }
      await transaction.putFlag(changed)
      if (changesVerdict(flag, changed)) {
        await transaction.enterActs([verdictAct('changed', changed, { before: flag, otherFlagId: null, at })])
      }
      if (changed.note !== flag.note) await transaction.enterActs([noteAct(changed, { before: flag, at })])
    }
    return ok(inverses)
  })
}

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
