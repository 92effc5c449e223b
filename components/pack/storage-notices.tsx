import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import type { Clock } from '../../lib/core/clock.ts'
import type { Failure } from '../../lib/core/result.ts'
import { Button } from '../ui/button.tsx'
import { BacklogLine, type CopyState } from './backlog-line.tsx'
import { DamageLine } from './damage-line.tsx'
import { isLoss, ReadOnlyBanner } from './read-only-banner.tsx'
import { restoreWords } from './restore-words.ts'

/** What every page says of the storage needs this. */
export interface StorageNoticeServices {
  readOnlyBecause: Failure | null
  copyState(): Promise<CopyState>
  /** In how many captures something was found damaged. */
  damagedCaptures(): Promise<number>
  clock: Clock
  openSettings(): void
  openRestore(): void
  openStorage(): void
}

interface StorageNoticesProps {
  services: StorageNoticeServices
  /** False where the page itself says how copies stand. */
  showsBacklog?: boolean
  showsAction?: boolean
}

/** What no page may keep to itself: that nothing can be saved, and that evidence is in this browser alone. */
export function StorageNotices({ services, showsBacklog = true, showsAction = true }: StorageNoticesProps) {
  const { readOnlyBecause, clock } = services
  const state = useLiveQuery(() => services.copyState(), [services])
  const damaged = useLiveQuery(() => services.damagedCaptures(), [services])
  const [nowMs, setNowMs] = useState(() => clock().wallMs)
  useEffect(() => {
    const timer = setInterval(() => setNowMs(clock().wallMs), 60_000)
    return () => clearInterval(timer)
  }, [clock])
  if (readOnlyBecause) {
    const action = showsAction && isLoss(readOnlyBecause) && (
      <Button size="small" onClick={services.openRestore}>
        {restoreWords.bannerAction}
      </Button>
    )
    return <ReadOnlyBanner because={readOnlyBecause} action={action} />
  }
  return (
    <>
      {damaged !== undefined && damaged > 0 && (
        <DamageLine captures={damaged} onOpen={services.openStorage} />
      )}
      {state && showsBacklog && <BacklogLine state={state} nowMs={nowMs} onOpen={services.openSettings} />}
    </>
  )
}
