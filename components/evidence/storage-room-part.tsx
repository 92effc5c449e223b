import { useEffect, useState } from 'react'
import { roomLimits } from '../../lib/evidence/gather/storage-room.ts'
import { joined } from '../language/language.ts'
import { readableSize } from '../pack/saved-pack.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Part } from './part.tsx'
import type { StorageServices } from './storage-services.ts'
import { storageWords as words } from './storage-words.ts'

type RoomServices = Pick<StorageServices, 'estimate' | 'isPersistent' | 'askForPersistence'>

interface Room {
  usedBytes: number | null
  quotaBytes: number | null
  isPersistent: boolean
}

/** How much room there is, and whether the browser keeps what lies in it. */
export function StorageRoomPart({ services }: { services: RoomServices }) {
  const [room, setRoom] = useState<Room | null>(null)
  const [isDeclined, setDeclined] = useState(false)
  useEffect(() => {
    let isGone = false
    const read = async () => {
      const [estimate, isPersistent] = await Promise.all([services.estimate(), services.isPersistent()])
      if (!isGone) setRoom({ ...estimate, isPersistent })
    }
    read().catch((error: unknown) => {
      // The page's boundary says why it cannot be read.
      setRoom(() => {
        throw error
      })
    })
    return () => {
      isGone = true
    }
  }, [services])
  const ask = async () => {
    const isPersistent = await services.askForPersistence()
    setDeclined(!isPersistent)
    setRoom((before) => before && { ...before, isPersistent })
  }
  return (
    <Part title={words.room}>
      {!room && <p className="text-ink-soft">{words.reading}</p>}
      {room && <Used {...room} />}
      {room?.isPersistent && <p>{words.persistent}</p>}
      {room && !room.isPersistent && (
        <>
          <p>{words.notPersistent}</p>
          <Button className="self-start" onClick={() => void ask()}>
            {words.ask}
          </Button>
        </>
      )}
      <p role="status">{isDeclined && words.declined}</p>
    </Part>
  )
}

function Used({ usedBytes, quotaBytes }: Room) {
  if (usedBytes === null || quotaBytes === null) return <p>{words.roomUntold}</p>
  const free = Math.max(0, quotaBytes - usedBytes)
  const size = readableSize(free)
  return (
    <>
      <p className="tabular-nums">
        {joined([words.used(readableSize(usedBytes), readableSize(quotaBytes)), words.free(size)])}
      </p>
      <div aria-hidden className="h-2.5 w-full overflow-hidden rounded-full bg-hover">
        <div
          className="h-full bg-accent"
          style={{ width: `${(100 * usedBytes) / Math.max(1, quotaBytes)}%` }}
        />
      </div>
      {free < roomLimits.refuseBytes && <Notice tone="danger">{words.full(size)}</Notice>}
      {free >= roomLimits.refuseBytes && free < roomLimits.warnBytes && (
        <Notice tone="warn">{words.nearlyFull(size)}</Notice>
      )}
    </>
  )
}
