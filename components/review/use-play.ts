import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { movedPlace, type Play } from '../../lib/queue/review/play.ts'
import type { ReviewRow } from '../../lib/queue/review/review-reader.ts'
import type { ReviewServices } from './services.ts'

/** The listing that is shown. `row` is null where it is not stored any more. */
export interface Shown {
  flagId: string
  row: ReviewRow | null
  /** The listing was judged again since: `row` is the newer judgement. */
  isNewer: boolean
}

export interface Playing {
  /** Null where none was begun; undefined while that is read. */
  play: Play | null | undefined
  place: number
  /** Undefined while it is read: nothing may be judged that is not shown. */
  shown: Shown | undefined
  moveBy(by: number): void
  moveTo(flagId: string): void
}

/** Where the person is in a play, and the listing there. The place is stored, so that a reload goes on there. */
export function usePlay(services: ReviewServices, onFailure: (error: unknown) => void): Playing {
  const { reader, play: store, readOnlyBecause } = services
  const [play, setPlay] = useState<Play | null | undefined>()
  const [place, setPlace] = useState(0)
  useEffect(() => {
    let isLeft = false
    store.read().then((stored) => {
      if (isLeft) return
      setPlay(stored?.play ?? null)
      setPlace(stored?.place ?? 0)
    }, onFailure)
    return () => {
      isLeft = true
    }
  }, [store, onFailure])

  const flagId = play?.flagIds[place]
  const read = useLiveQuery(
    async () => (flagId === undefined ? undefined : readShown(reader, flagId)),
    [reader, flagId],
  )

  const go = (next: number) => {
    setPlace(next)
    if (!readOnlyBecause) store.moveTo(next).catch(onFailure)
  }
  return {
    play,
    place,
    // The query of the listing before is shown until the next one is read.
    shown: read?.flagId === flagId ? read : undefined,
    moveBy: (by) => play && go(movedPlace(play, place, by)),
    moveTo(wanted) {
      const at = play?.flagIds.indexOf(wanted) ?? -1
      if (at >= 0) go(at)
    },
  }
}

async function readShown(reader: ReviewServices['reader'], flagId: string): Promise<Shown> {
  const row = (await reader.rows([flagId])).get(flagId) ?? null
  if (!row || row.flag.status === 'current') return { flagId, row, isNewer: false }
  const standing = await reader.standing(row.flag.comId)
  const newer = standing === null ? undefined : (await reader.rows([standing])).get(standing)
  return { flagId, row: newer ?? row, isNewer: newer !== undefined }
}
