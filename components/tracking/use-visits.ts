import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { fail, ok, type Result } from '../../lib/core/result.ts'
import type { PageState } from '../../lib/site/page-context.ts'
import { type VisitList, withMetChallenge, withNext } from '../../lib/tracking/visit-list.ts'
import { type WaitCause, waitOf } from '../../lib/tracking/visit-pace.ts'
import type { FollowUpServices } from './services.ts'
import { visitWords as words } from './visit-words.ts'

/** The list as it stands, and how long the next listing has to wait. */
export function useVisits({ visits, visitTabs, clock }: FollowUpServices): {
  list: VisitList | undefined
  wait: { cause: WaitCause; untilMs: number; leftMs: number } | null
} {
  const list = useLiveQuery(() => visits.read(), [visits])
  const [nowMs, setNowMs] = useState(() => clock().wallMs)
  useEffect(() => {
    const ticking = setInterval(() => setNowMs(clock().wallMs), 500)
    return () => clearInterval(ticking)
  }, [clock])
  // A challenge may come while the page is looked at: as long as it is the newest, its tab is watched.
  const newest = list?.visited.at(-1)
  const isWatching = newest !== undefined && nowMs - newest.openedAtMs < watchMs && list?.isPaused === false
  const watched = isWatching ? newest.comId : null
  useEffect(() => {
    if (watched === null) return
    const watching = setInterval(async () => {
      if (stops(await visitTabs.stateOf(watched)))
        await visits.change(withMetChallenge(watched, clock().wallMs))
    }, 1_000)
    return () => clearInterval(watching)
  }, [watched, visits, visitTabs, clock])
  const wait = list ? waitOf(list.pace, nowMs) : null
  return { list, wait: wait && { ...wait, leftMs: wait.untilMs - nowMs } }
}

const watchMs = 60_000

/** AliExpress asks who is there: nothing more is opened. */
const stops = (state: PageState | null): boolean => state === 'challenge' || state === 'login'

/** Opens the next listing, unless the page of the last one is a challenge by now. Fails as `withNext`, and `challenge`. */
export async function openNext(
  { visits, visitTabs, clock }: Pick<FollowUpServices, 'visits' | 'visitTabs' | 'clock'>,
  chance: number,
): Promise<Result<string>> {
  const last = (await visits.read()).visited.at(-1)?.comId ?? null
  if (last !== null && stops(await visitTabs.stateOf(last))) {
    await visits.change(withMetChallenge(last, clock().wallMs))
    return fail('challenge', words.challenged)
  }
  const opened = await visits.change(withNext(clock().wallMs, chance))
  if (!opened.ok) return opened
  const comId = opened.value.visited.at(-1)?.comId ?? ''
  await visitTabs.open(comId, last)
  return ok(comId)
}
