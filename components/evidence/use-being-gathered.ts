import { useEffect, useState } from 'react'
import type { EvidenceEntry } from '../../lib/evidence/evidence-reader.ts'
import type { CapturesServices } from './services.ts'

const none: ReadonlySet<string> = new Set()
const everyMs = 2000

/**
 * Which of these captures the background is at. Asked for only while one of them is open, and again every two
 * seconds: a background that was stopped says nothing any more.
 */
export function useBeingGathered(
  services: Pick<CapturesServices, 'capturesBeingGathered'>,
  entries: ReadonlyMap<string, EvidenceEntry>,
): ReadonlySet<string> {
  const [ids, setIds] = useState(none)
  const isAnyOpen = [...entries.values()].some(({ job }) => job?.gathering === 'open')
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
