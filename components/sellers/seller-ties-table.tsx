import { useState } from 'react'
import type { SellerTie } from '../../lib/sellers/seller-graph.ts'
import { Button } from '../ui/button.tsx'
import { words } from './graph-words.ts'
import { Cell, FactTable, rowLink } from './seller-section.tsx'

interface SellerTiesTableProps {
  ties: readonly SellerTie[]
  nameOf(sellerId: string): string
  addresses: { seller(sellerId: string): string; capture(captureId: string): string }
}

/** Rows that are there at once, and sellers of a row: a picture may have been copied by hundreds. */
const step = 100
const sellersShown = 12

/** The same links as the drawing, each with its reason and the evidence of every seller. */
export function SellerTiesTable({ ties, nameOf, addresses }: SellerTiesTableProps) {
  const [rows, setRows] = useState(step)
  return (
    <section aria-label={words.table} className="rounded-xl border border-line bg-raised p-4 sm:p-5">
      <h2 className="mb-2 text-base font-semibold">{words.table}</h2>
      <FactTable label={words.table} heads={[words.head.kind, words.head.value, words.head.sellers]}>
        {ties.slice(0, rows).map((tie) => (
          <TieRow key={tie.tieId} tie={tie} nameOf={nameOf} addresses={addresses} />
        ))}
      </FactTable>
      {ties.length > rows && (
        <Button className="mt-3" onClick={() => setRows(rows + step)}>
          {words.showMore(Math.min(step, ties.length - rows))}
        </Button>
      )}
    </section>
  )
}

function TieRow({ tie, nameOf, addresses }: Omit<SellerTiesTableProps, 'ties'> & { tie: SellerTie }) {
  const [isWhole, setWhole] = useState(false)
  const [value = '', ...more] = tie.values
  const sellers = isWhole ? tie.stating : tie.stating.slice(0, sellersShown)
  return (
    <tr>
      <Cell>{words.kind[tie.kind]}</Cell>
      <Cell className="max-w-60 break-all">
        <span dir="auto">{value}</span>
        {more.length > 0 && <span className="text-ink-soft"> {words.more(more.length)}</span>}
      </Cell>
      <Cell>
        <ul>
          {sellers.map(({ sellerId, captureId }) => (
            <li key={sellerId} className="break-words">
              <a href={addresses.seller(sellerId)} dir="auto" className={rowLink}>
                {words.seller(nameOf(sellerId), sellerId)}
              </a>{' '}
              <a
                href={addresses.capture(captureId)}
                aria-label={words.evidenceOf(value, sellerId)}
                className={`${rowLink} text-xs`}
              >
                {words.evidence}
              </a>
            </li>
          ))}
        </ul>
        {tie.stating.length > sellers.length && (
          <Button size="small" onClick={() => setWhole(true)}>
            {words.showMore(tie.stating.length - sellers.length)}
          </Button>
        )}
      </Cell>
    </tr>
  )
}
