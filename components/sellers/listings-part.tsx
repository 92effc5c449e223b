import { useState } from 'react'
import { type FiledLine, isOpen, type LineOutcome } from '../../lib/sellers/line-outcome.ts'
import type { SellerListingRecord } from '../../lib/sellers/seller-reader.ts'
import { locale } from '../language/language.ts'
import { Button } from '../ui/button.tsx'
import { Cell, FactTable, rowLink, SellerSection } from './seller-section.tsx'
import type { SellersServices } from './services.ts'
import { words } from './words.ts'

/** Rows that are there at once. */
const firstShown = 50

const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })

interface ListingsPartProps {
  records: readonly SellerListingRecord[]
  addresses: SellersServices['addresses']
}

/** The seller's listings, what was done about each, and what became of it. */
export function ListingsPart({ records, addresses }: ListingsPartProps) {
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? records : records.slice(0, firstShown)
  const { listing: what, verdict, complaints, price, seen } = words.listingsHead
  return (
    <SellerSection title={words.listingsTitle}>
      <FactTable label={words.listingsTitle} heads={[what, verdict, complaints, price, seen]}>
        {shown.map(({ listing, summary, flag, filed, otherSellerIds }) => (
          <tr key={listing.comId}>
            <Cell className="max-w-72">
              <span dir="auto" className="line-clamp-2">
                {summary?.title ?? words.item(listing.comId)}
              </span>
              <span className="text-xs text-ink-soft tabular-nums">{words.item(listing.comId)}</span>
              {otherSellerIds.length > 0 && (
                <p className="text-xs text-warn">{words.contested(otherSellerIds)}</p>
              )}
            </Cell>
            <Cell>{words.verdict(flag?.verdict ?? null)}</Cell>
            <Cell>
              {filed.length === 0 ? (
                <span className="text-ink-soft">{words.noComplaint}</span>
              ) : (
                <ul>
                  {filed.map((line) => (
                    <Filed key={line.line.lineId} filed={line} addresses={addresses} />
                  ))}
                </ul>
              )}
            </Cell>
            <Cell className="tabular-nums">
              {[priceText(listing.price?.value ?? null), listing.sold?.value].filter(Boolean).join(', ')}
            </Cell>
            <Cell>
              <a
                href={addresses.capture(listing.lastCaptureId)}
                aria-label={`${words.evidenceOf(words.item(listing.comId))}, ${day.format(listing.lastSeenAtMs)}`}
                className={`whitespace-nowrap ${rowLink}`}
              >
                {day.format(listing.lastSeenAtMs)}
              </a>
            </Cell>
          </tr>
        ))}
      </FactTable>
      {shown.length < records.length && (
        <Button className="mt-3" onClick={() => setShowsAll(true)}>
          {words.showAll(records.length)}
        </Button>
      )}
    </SellerSection>
  )
}

function Filed({ filed, addresses }: { filed: FiledLine; addresses: SellersServices['addresses'] }) {
  const { complaint, outcome, line } = filed
  return (
    <li>
      <a
        href={addresses.complaint(complaint.complaintId)}
        aria-label={`${words.complaint(complaint.caseNumber)}, ${words.item(line.comId)}`}
        className={rowLink}
      >
        {words.complaint(complaint.caseNumber)}
      </a>
      : {outcomeWords(outcome)}
      {outcome.removedCaptureId !== null && (
        <>
          {' ('}
          <a
            href={addresses.capture(outcome.removedCaptureId)}
            aria-label={words.evidenceOf(
              `${words.item(line.comId)} ${words.outcome.removed(outcome.removedOn ?? '')}`,
            )}
            className={rowLink}
          >
            {words.evidenceOfRemoval}
          </a>
          {')'}
        </>
      )}
    </li>
  )
}

/** What became of a line, in one piece. */
function outcomeWords(outcome: LineOutcome): string {
  const { removedOn, relistedOn, counteredOn, ended } = outcome
  return [
    removedOn !== null && words.outcome.removed(removedOn),
    relistedOn !== null && words.outcome.relisted(relistedOn),
    counteredOn !== null && words.outcome.countered(counteredOn),
    ended !== null && words.outcome.ended[ended.as](ended.on),
    isOpen(outcome) && words.outcome.open,
  ]
    .filter(Boolean)
    .join(', ')
}

function priceText(
  price: { text: string | null; value: number; currency: string | null } | null,
): string | null {
  if (!price) return null
  return price.text ?? `${price.value}${price.currency === null ? '' : ` ${price.currency}`}`
}
