import { useLiveQuery } from 'dexie-react-hooks'
import type { CaptureServices } from './capture-services.ts'
import { captureWords as words } from './capture-words.ts'

interface OtherCapturesProps {
  services: CaptureServices
  comId: string
}

/** Where the listing was captured more than once, the way to all of it: a card states little, its item page more. */
export function OtherCaptures({ services, comId }: OtherCapturesProps) {
  const ids = useLiveQuery(() => services.reader.captureIdsOfItem(comId), [services, comId])
  if (!ids || ids.length < 2) return null
  return (
    <a href={services.addresses.ofItem(comId)} className="w-fit rounded text-accent underline">
      {words.allOfListing(ids.length)}
    </a>
  )
}
