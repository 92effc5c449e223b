import type { Clock, Moment } from '../core/clock.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Flag } from './flag.ts'
import type { FlagRepo, FlagTransaction } from './flag-repo.ts'
import { inBatches } from './in-batches.ts'
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
    if (flag.status === 'current') await takeBack(transaction, [flag], 'undone', clock())
    return ok({ comId: flag.comId })
  })
}

/**
 * Removes flags from the queue by hand of the person in the popup or the dashboard, all in one commit. What was filed
 * or judged again meanwhile stays. Returns those that were removed.
 */
export function removeFlags(
  { repo, clock }: { repo: FlagRepo; clock: Clock },
  flagIds: readonly string[],
): Promise<string[]> {
  return repo.transact(async (transaction) => {
    const at = clock()
    const removed: string[] = []
    for (const batch of inBatches(flagIds)) {
      const stored = await transaction.flags([...new Set(batch)])
      const gone = stored.filter(({ status, filedIn }) => status === 'current' && filedIn === null)
      await takeBack(transaction, gone, 'removed', at)
      removed.push(...gone.map(({ flagId }) => flagId))
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
      await transaction.enterActs([verdictAct('restored', restoredFlag, { before: flag, otherFlagId, at })])
      restored.push(flagId)
    }
    return restored
  })
}

async function takeBack(
  transaction: FlagTransaction,
  flags: readonly Flag[],
  change: 'undone' | 'removed',
  at: Moment,
): Promise<void> {
  if (flags.length === 0) return
  const changedAtMs = at.wallMs
  const formerIds = flags.flatMap(({ replacesFlagId }) => replacesFlagId ?? [])
  const formers = formerIds.length > 0 ? await transaction.flags(formerIds) : []
  const standAgain = formers.filter(({ status }) => status === 'replaced')
  const undone = flags.map((flag): Flag => ({ ...flag, status: 'undone', changedAtMs }))
  await transaction.putFlags([
    ...undone,
    ...standAgain.map((flag): Flag => ({ ...flag, status: 'current', changedAtMs })),
  ])
  const standing = new Set(standAgain.map(({ flagId }) => flagId))
  await transaction.enterActs(
    flags.map((before, index) => {
      const { replacesFlagId } = before
      const otherFlagId = replacesFlagId !== null && standing.has(replacesFlagId) ? replacesFlagId : null
      return verdictAct(change, undone[index] ?? before, { before, otherFlagId, at })
    }),
  )
}
