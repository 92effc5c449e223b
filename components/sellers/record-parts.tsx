import { useState } from 'react'
import type { SellerRecord } from '../../lib/sellers/seller-reader.ts'
import { Button } from '../ui/button.tsx'
import { rowLink, SellerSection } from './seller-section.tsx'
import type { SellersServices } from './services.ts'
import { words } from './words.ts'

interface CountersPartProps {
  notices: SellerRecord['counterNotices']
  addresses: SellersServices['addresses']
}

/** How the seller contested; nothing where it did not. */
export function CountersPart({ notices, addresses }: CountersPartProps) {
  if (notices.length === 0) return null
  return (
    <SellerSection title={words.countersTitle}>
      <ul className="flex flex-col gap-1">
        {notices.map(({ followUpId, complaintId, receivedOn, comIds, state, stated }) => (
          <li key={followUpId}>
            <a href={addresses.complaint(complaintId)} className={rowLink}>
              {words.counter(receivedOn, comIds.length, words.counterState[state])}
            </a>
            {stated !== '' && (
              <p className="text-xs text-ink-soft" dir="auto">
                {stated}
              </p>
            )}
          </li>
        ))}
      </ul>
    </SellerSection>
  )
}

/** Pictures that are there at once. */
const firstShown = 10

interface PicturesPartProps {
  pictures: SellerRecord['pictures']
  addresses: SellersServices['addresses']
}

/** The pictures by identity, each with a capture that shows it. */
export function PicturesPart({ pictures, addresses }: PicturesPartProps) {
  const [showsAll, setShowsAll] = useState(false)
  if (pictures.length === 0) return null
  return (
    <SellerSection title={words.picturesTitle} hint={words.picturesHint}>
      <ul className="flex flex-col gap-1">
        {(showsAll ? pictures : pictures.slice(0, firstShown)).map(({ hash, captures, captureId }) => (
          <li key={hash} className="break-all">
            <a href={addresses.capture(captureId)} className={`font-mono text-xs ${rowLink}`}>
              {hash}
            </a>{' '}
            <span className="text-xs text-ink-soft tabular-nums">{words.captures(captures)}</span>
          </li>
        ))}
      </ul>
      {!showsAll && pictures.length > firstShown && (
        <Button className="mt-3" onClick={() => setShowsAll(true)}>
          {words.showAll(pictures.length)}
        </Button>
      )}
    </SellerSection>
  )
}
