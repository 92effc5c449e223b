import type { Clock } from '../core/clock.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Flag, Judgement } from './flag.ts'
import type { FlagRepo } from './flag-repo.ts'
import { noteAct, verdictAct } from './judgement-act.ts'

/** Longest note, in UTF-16 code units. */
export const maxNoteLength = 2000

/** What a flag said before it was changed; hand it back to `changeJudgements` to undo. */
export interface JudgementChange {
  flagId: string
  judgement: Partial<Judgement>
}

/**
 * Changes what current flags say: verdict, IP type or note, one or many at once, in one commit.
 * A new IP type makes a flag infringing; any other verdict clears the type. Returns what undoes it.
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
      const wanted = changes[index]?.judgement ?? {}
      inverses.push({
        flagId: flag.flagId,
        judgement: { verdict: flag.verdict, ipType: flag.ipType, note: flag.note },
      })
      const at = clock()
      const changed = { ...flag, ...nextJudgement(flag, wanted), changedAtMs: at.wallMs }
      await transaction.putFlag(changed)
      if (changed.verdict !== flag.verdict || changed.ipType !== flag.ipType) {
        await transaction.enterAct(verdictAct('changed', changed, { before: flag, otherFlagId: null, at }))
      }
      if (changed.note !== flag.note) await transaction.enterAct(noteAct(changed, { before: flag, at }))
    }
    return ok(inverses)
  })
}

function nextJudgement(before: Judgement, wanted: Partial<Judgement>): Judgement {
  const verdict = wanted.verdict ?? (wanted.ipType ? 'infringing' : before.verdict)
  const ipType = wanted.ipType === undefined ? before.ipType : wanted.ipType
  return { verdict, ipType: verdict === 'infringing' ? ipType : null, note: wanted.note ?? before.note }
}
