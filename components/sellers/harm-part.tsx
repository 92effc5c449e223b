import { type Harm, harmPoints } from '../../lib/sellers/seller-harm.ts'
import { locale } from '../language/language.ts'
import { Cell, FactTable, SellerSection } from './seller-section.tsx'
import { words } from './words.ts'

const parts = ['removed', 'relisted', 'countered', 'open', 'queued'] as const

/** What the rank is made of. */
export function HarmPart({ harm }: { harm: Harm }) {
  const soldPoints = harm.score - parts.reduce((sum, part) => sum + harm[part] * harmPoints[part], 0)
  const { part, many, points, sum } = words.harmHead
  return (
    <SellerSection title={words.harmTitle} hint={words.harmHint}>
      <FactTable label={words.harmTitle} heads={[part, many, points, sum]} isSmall>
        {parts.map((name) => (
          <tr key={name}>
            <Cell>{words.harmPart[name]}</Cell>
            <Cell className="tabular-nums">{harm[name].toLocaleString(locale)}</Cell>
            <Cell className="tabular-nums">{harmPoints[name]}</Cell>
            <Cell className="tabular-nums">{harm[name] * harmPoints[name]}</Cell>
          </tr>
        ))}
        <tr>
          <Cell>{words.harmPart.sold}</Cell>
          <Cell className="tabular-nums">{harm.sold.toLocaleString(locale)}</Cell>
          <Cell>{words.soldPoints}</Cell>
          <Cell className="tabular-nums">{soldPoints}</Cell>
        </tr>
        <tr className="font-semibold">
          <Cell>{words.total}</Cell>
          <Cell>{''}</Cell>
          <Cell>{''}</Cell>
          <Cell className="tabular-nums">{harm.score}</Cell>
        </tr>
      </FactTable>
      {harm.prices.length > 0 && (
        <p className="mt-3">
          <span className="text-ink-soft">{words.prices}: </span>
          {harm.prices.map(priceRange).join('; ')}
        </p>
      )}
    </SellerSection>
  )
}

function priceRange({ currency, low, high }: Harm['prices'][number]): string {
  const range = low.value === high.value ? `${low.value}` : `${low.value} – ${high.value}`
  return `${range} ${currency === '' ? `(${words.noCurrency})` : currency}`
}
