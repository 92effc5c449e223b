import type { Clock, Moment } from '../core/clock.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Flag } from './flag.ts'
import type { FlagRepo, FlagTransaction } from './flag-repo.ts'
import { verdictAct } from './judgement-act.ts'

/**
 * Takes a flag back from the page that made it; the judgement it replaced stands again. Repeating it
 * changes nothing.
 *
 * Fails with `unknown-flag`, `other-document` (another page made it: use the popup), `judged-again`.
 */
export function undoFlag(
  { repo, clock }: { repo: FlagRepo; clock: Clock },
  { flagId, documentKey }: { flagId: string; documentKey: string },
): Promise<Result<{ comId: string }>> {
  return repo.transact(async (transaction) => {
    const flag = await transaction.flag(flagId)
    if (!flag) return fail('unknown-flag', 'There is nothing to take back: this flag was not saved.')
    if (flag.documentKey !== documentKey) {
      return fail('other-document', 'This flag was made on another page. Take it back in the popup.')
    }
    if (flag.status === 'replaced') {
      return fail('judged-again', 'The listing was judged again since. Take back the newer judgement first.')
    }
    if (flag.status === 'current') await takeBack(transaction, flag, 'undone', clock())
    return ok({ comId: flag.comId })
  })
}

/** Removes flags from the queue by hand of the person in the popup. Returns those that were removed. */
export function removeFlags(
  { repo, clock }: { repo: FlagRepo; clock: Clock },
  flagIds: string[],
): Promise<string[]> {
  return repo.transact(async (transaction) => {
    const removed: string[] = []
    for (const flagId of flagIds) {
      const flag = await transaction.flag(flagId)
      if (flag?.status !== 'current') continue
      await takeBack(transaction, flag, 'removed', clock())
      removed.push(flagId)
    }
    return removed
  })
}

/**
 * Undoes `removeFlags`: the flags stand again and replace what took their place. A listing that was judged
 * anew since then keeps the newer judgement. Returns the flags that stand again.
 */
export function restoreFlags(
  { repo, clock }: { repo: FlagRepo; clock: Clock },
  flagIds: string[],
): Promise<string[]> {
  return repo.transact(async (transaction) => {
    const restored: string[] = []
    for (const flagId of flagIds) {
      const flag = await transaction.flag(flagId)
      if (flag?.status !== 'undone') continue
      const standing = await transaction.currentFlag(flag.comId)
      if (standing && standing.flagId !== flag.replacesFlagId) continue
      const at = clock()
      const changedAtMs = at.wallMs
      if (standing) await transaction.putFlag({ ...standing, status: 'replaced', changedAtMs })
      const restoredFlag: Flag = { ...flag, status: 'current', changedAtMs }
      await transaction.putFlag(restoredFlag)
      const otherFlagId = standing?.flagId ?? null
      await transaction.enterAct(verdictAct('restored', restoredFlag, { before: flag, otherFlagId, at }))
      restored.push(flagId)
    }
    return restored
  })
}

async function takeBack(
  transaction: FlagTransaction,
  flag: Flag,
  change: 'undone' | 'removed',
  at: Moment,
): Promise<void> {
  const changedAtMs = at.wallMs
  const undone: Flag = { ...flag, status: 'undone', changedAtMs }
  await transaction.putFlag(undone)
  const former = flag.replacesFlagId === null ? null : await transaction.flag(flag.replacesFlagId)
  const standsAgain = former?.status === 'replaced' ? former : null
  if (standsAgain) await transaction.putFlag({ ...standsAgain, status: 'current', changedAtMs })
  const otherFlagId = standsAgain?.flagId ?? null
  await transaction.enterAct(verdictAct(change, undone, { before: flag, otherFlagId, at }))
}
