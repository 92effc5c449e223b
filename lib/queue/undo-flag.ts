import type { Clock } from '../core/clock.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Flag } from './flag.ts'
import type { FlagRepo, FlagTransaction } from './flag-repo.ts'

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
    if (flag.status === 'current') await takeBack(transaction, flag, clock().wallMs)
    return ok({ comId: flag.comId })
  })
}

/** So many at once: no task of the page becomes long, and the transaction never waits. */
const batchSize = 250

/**
 * Removes flags from the queue by hand of the person in the popup or the dashboard, all in one commit. What was filed
 * or judged again meanwhile stays. Returns those that were removed.
 */
export function removeFlags(
  { repo, clock }: { repo: FlagRepo; clock: Clock },
  flagIds: readonly string[],
): Promise<string[]> {
  return repo.transact(async (transaction) => {
    const changedAtMs = clock().wallMs
    const removed: string[] = []
    for (let start = 0; start < flagIds.length; start += batchSize) {
      const stored = await transaction.flags([...new Set(flagIds.slice(start, start + batchSize))])
      const gone = stored.filter(({ status, filedIn }) => status === 'current' && filedIn === null)
      const formerIds = gone.flatMap(({ replacesFlagId }) => replacesFlagId ?? [])
      const formers = formerIds.length > 0 ? await transaction.flags(formerIds) : []
      await transaction.putFlags([
        ...gone.map((flag): Flag => ({ ...flag, status: 'undone', changedAtMs })),
        ...formers
          .filter(({ status }) => status === 'replaced')
          .map((flag): Flag => ({ ...flag, status: 'current', changedAtMs })),
      ])
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
      const nowMs = clock().wallMs
      if (standing) await transaction.putFlag({ ...standing, status: 'replaced', changedAtMs: nowMs })
      await transaction.putFlag({ ...flag, status: 'current', changedAtMs: nowMs })
      restored.push(flagId)
    }
    return restored
  })
}

async function takeBack(transaction: FlagTransaction, flag: Flag, nowMs: number): Promise<void> {
  await transaction.putFlag({ ...flag, status: 'undone', changedAtMs: nowMs })
  const former = flag.replacesFlagId === null ? null : await transaction.flag(flag.replacesFlagId)
  if (former?.status === 'replaced') {
    await transaction.putFlag({ ...former, status: 'current', changedAtMs: nowMs })
  }
}
