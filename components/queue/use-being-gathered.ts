import { useEffect, useState } from 'react'

/** Which captures the background is at, at this moment. */
export interface GatheringServices {
  capturesBeingGathered(): Promise<ReadonlySet<string>>
}

const none: ReadonlySet<string> = new Set()
const everyMs = 2000

/**
 * Ids of the captures that the background is at. Asked for only while one that is shown is open (`isAnyOpen`), and
 * again every two seconds: a background that was stopped says nothing any more.
 */
export function useBeingGathered(services: GatheringServices, isAnyOpen: boolean): ReadonlySet<string> {
  const [ids, setIds] = useState(none)
  useEffect(() => {
    if (!isAnyOpen) return
    let isGone = false
    const ask = async () => {
      const asked = await services.capturesBeingGathered()
      if (!isGone) setIds(asked)
    }
    void ask()
    const timer = setInterval(() => void ask(), everyMs)
    return () => {
      isGone = true
      clearInterval(timer)
    }
  }, [services, isAnyOpen])
  return isAnyOpen ? ids : none
}
