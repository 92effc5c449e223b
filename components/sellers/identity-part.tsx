import type { DatedFact, Seller } from '../../lib/sellers/fold-seller.ts'
import type { StatedBy } from '../../lib/sellers/seller-trace.ts'
import { locale } from '../language/language.ts'
import { Cell, FactTable, rowLink, SellerSection } from './seller-section.tsx'
import { words } from './words.ts'

const kinds = [
  'identity',
  'names',
  'storeNumbers',
  'companyIds',
  'contacts',
  'countries',
  'traderStatuses',
  'storeOpened',
] as const

const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })

/** Who the seller is, fact by fact, each with the captures that state it. */
export function IdentityPart({ seller, address }: { seller: Seller; address(captureId: string): string }) {
  const { what, value, first, last, source } = words.identityHead
  return (
    <SellerSection title={words.identityTitle} hint={words.identityHint}>
      <FactTable label={words.identityTitle} heads={[what, value, first, last, source]}>
        {kinds.flatMap((kind) =>
          seller[kind].map((fact) => {
            const shown = kind === 'identity' ? words.statedBy[fact.value as StatedBy] : fact.value
            return (
              <tr key={`${kind} ${fact.value}`}>
                <Cell className="text-ink-soft">{words.fact[kind]}</Cell>
                <Cell>
                  <span dir="auto" className="break-words">
                    {shown}
                  </span>
                </Cell>
                <Cell>
                  <Seen fact={fact} which="first" shown={shown} address={address} />
                </Cell>
                <Cell>
                  <Seen fact={fact} which="last" shown={shown} address={address} />
                </Cell>
                <Cell className="text-xs break-all text-ink-soft">{fact.source}</Cell>
              </tr>
            )
          }),
        )}
      </FactTable>
      {seller.shipTo.length > 0 && (
        <p className="mt-3">
          <span className="text-ink-soft">{words.shipTo}: </span>
          {seller.shipTo.join(', ')}
        </p>
      )}
    </SellerSection>
  )
}

interface SeenProps {
  fact: DatedFact
  which: 'first' | 'last'
  shown: string
  address(captureId: string): string
}

const Seen = ({ fact, which, shown, address }: SeenProps) => (
  <a
    href={address(which === 'first' ? fact.firstCaptureId : fact.lastCaptureId)}
    aria-label={`${words.evidenceOf(shown)}, ${day.format(which === 'first' ? fact.firstSeenAtMs : fact.lastSeenAtMs)}`}
    className={`whitespace-nowrap ${rowLink}`}
  >
    {day.format(which === 'first' ? fact.firstSeenAtMs : fact.lastSeenAtMs)}
  </a>
)
