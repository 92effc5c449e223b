import type { ReactNode } from 'react'
import type { ReviewRow } from '../../lib/queue/review/review-reader.ts'
import { exactTime } from '../queue/row-facts.ts'
import { Button } from '../ui/button.tsx'
import { linkLook } from '../ui/link-look.ts'
import { PlaySection } from './play-section.tsx'
import { sellerOf } from './review-words-of.tsx'
import { words } from './words.ts'

interface PlayFactsProps {
  row: ReviewRow
  captureAddress(captureId: string): string
  onOpen(): void
}

/** What is known of the listing, and the ways to its page and its evidence. */
export function PlayFacts({ row, captureAddress, onOpen }: PlayFactsProps) {
  const { flag, listing } = row
  return (
    <PlaySection title={words.facts}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        <Fact name={words.price}>{listing?.price ?? words.priceUnknown}</Fact>
        <Fact name={words.seller}>{sellerOf(row)}</Fact>
        {row.storeNumbers.length > 0 && <Fact name={words.stores}>{row.storeNumbers.join(', ')}</Fact>}
        {row.keyword !== null && <Fact name={words.foundBy}>{row.keyword}</Fact>}
        <Fact name={words.flagged}>{exactTime(flag.createdAtMs)}</Fact>
        <Fact name={words.item}>{flag.comId}</Fact>
      </dl>
      {flag.captureId === null && <p className="mt-2 text-warn">{words.noEvidence}</p>}
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Button size="small" onClick={onOpen}>
          {words.openListing} <kbd aria-hidden>o</kbd>
        </Button>
        {flag.captureId !== null && (
          <a href={captureAddress(flag.captureId)} className={linkLook}>
            {words.openEvidence} <kbd aria-hidden>v</kbd>
          </a>
        )}
      </div>
    </PlaySection>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="text-ink-soft">{name}</dt>
    <dd className="m-0 min-w-0 break-words" dir="auto">
      {children}
    </dd>
  </>
)
