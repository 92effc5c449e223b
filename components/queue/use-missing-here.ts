import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import type { QueueEntry } from '../../lib/queue/queue-entry.ts'
import type { QueueServices } from './services.ts'

/** Looks at so many of the newest listings without screenshot; a page has about sixty cards. */
const lookedAt = 300

export interface MissingHere {
  tabId: number
  /** How many listings that were flagged on the tab's page have no screenshot. */
  count: number
}

/** The page in the tab beside the popup, where listings flagged on it have no screenshot yet. */
export function useMissingHere(
  services: QueueServices,
  entries: QueueEntry[],
  lacking: ReadonlySet<string>,
): MissingHere | null {
  const [page, setPage] = useState<Awaited<ReturnType<QueueServices['sitePage']>>>(null)
  useEffect(() => {
    let isMounted = true
    services.sitePage().then((found) => isMounted && setPage(found))
    return () => {
      isMounted = false
    }
  }, [services])

  const wanted = page
    ? entries
        .flatMap(({ flag: { captureId } }) => (captureId !== null && lacking.has(captureId) ? captureId : []))
        .slice(0, lookedAt)
    : []
  const count = useLiveQuery(async () => {
    if (!page || wanted.length === 0) return 0
    const evidence = await services.reader.evidence(wanted)
    return [...evidence.values()].filter(
      ({ capture }) => capture && withoutFragment(capture.sighting.pageUrl) === withoutFragment(page.url),
    ).length
  }, [services, page, wanted.join()])
  return page && count ? { tabId: page.tabId, count } : null
}

const withoutFragment = (url: string) => url.replace(/#.*$/, '')
