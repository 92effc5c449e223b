import type { LinkedSeller } from '../../lib/sellers/seller-links.ts'
import type { SellerRecord } from '../../lib/sellers/seller-reader.ts'
import { words as graphWords } from './graph-words.ts'
import { rowLink, SellerSection } from './seller-section.tsx'
import type { SellersServices } from './services.ts'
import { words } from './words.ts'

interface LinksPartProps {
  sellerId: string
  links: SellerRecord['links']
  addresses: SellersServices['addresses']
}

const strengths = ['strong', 'picture', 'name'] as const satisfies Array<LinkedSeller['strength']>

/** Reasons that are shown of one link: a hundred equal pictures say no more than a few. */
const reasonsShown = 5

/** Other sellers with something in common, by what it is worth; each with reasons and their evidence. */
export function LinksPart({ sellerId, links, addresses }: LinksPartProps) {
  return (
    <SellerSection title={words.linksTitle} hint={words.linksHint}>
      {links.length === 0 && <p className="text-ink-soft">{words.noLinks}</p>}
      {links.length > 0 && (
        <p className="mb-3">
          <a href={addresses.graph(sellerId)} className={rowLink}>
            {graphWords.graphLink}
          </a>
        </p>
      )}
      {strengths.map((strength) => {
        const ofStrength = links.filter(({ linked }) => linked.strength === strength)
        if (ofStrength.length === 0) return null
        return (
          <div key={strength} className="not-first:mt-4">
            <h3 className="font-medium">{words.strength[strength]}</h3>
            <ul className="mt-1 flex flex-col gap-2">
              {ofStrength.map(({ linked, name }) => (
                <li key={linked.sellerId}>
                  <a href={addresses.seller(linked.sellerId)} dir="auto" className={rowLink}>
                    {name ?? words.unnamed} ({words.account(linked.sellerId)})
                  </a>
                  <ul className="ps-4 text-xs text-ink-soft">
                    {linked.reasons.slice(0, reasonsShown).map((reason) => (
                      <li key={`${reason.kind} ${reason.value}`} className="break-words">
                        {words.reason(reason)}{' '}
                        <a
                          href={addresses.capture(reason.ownCaptureId)}
                          aria-label={`${words.evidenceOf(words.reason(reason))}, ${words.ownEvidence}`}
                          className={rowLink}
                        >
                          {words.ownEvidence}
                        </a>{' '}
                        <a
                          href={addresses.capture(reason.otherCaptureId)}
                          aria-label={`${words.evidenceOf(words.reason(reason))}, ${words.otherEvidence} (${words.account(linked.sellerId)})`}
                          className={rowLink}
                        >
                          {words.otherEvidence}
                        </a>
                      </li>
                    ))}
                    {linked.reasons.length > reasonsShown && (
                      <li>{words.moreReasons(linked.reasons.length - reasonsShown)}</li>
                    )}
                  </ul>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </SellerSection>
  )
}
