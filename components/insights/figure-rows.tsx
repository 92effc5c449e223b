import { useState } from 'react'
import type { FigureCell, FigureRow, FigureTable } from '../../lib/insights/figure-table.ts'
import type { SpanChoice } from '../../lib/insights/span.ts'
import { Button } from '../ui/button.tsx'
import { behindHash } from './insights-view.ts'
import { insightWords as words } from './words.ts'

interface FigureRowsProps {
  table: FigureTable
  rows: readonly FigureRow[]
  span: SpanChoice
}

/** Rows that are shown at once. */
const fewRows = 14

/** The numbers of a table, each a link to the listings that it counts. */
export function FigureRows({ table, rows, span }: FigureRowsProps) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? rows : rows.slice(0, fewRows)
  const { id, title, rowHead, columns } = table
  const addressOf = (row: FigureRow, column: string) => behindHash(span, { table: id, row: row.key, column })
  const isNumber = (at: number) => rows.some(({ cells }) => cells[at]?.value != null || cells[at]?.members)
  const side = (at: number) => (isNumber(at) ? 'text-end' : '')
  return (
    <div className="min-w-0">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys alone must be able to */}
      <section aria-label={words.tableOf(title)} tabIndex={0} className="overflow-x-auto">
        <table className="w-full border-collapse text-start text-[0.8125rem] tabular-nums">
          <thead className="text-xs text-ink-soft">
            <tr>
              <th scope="col" className="border-b border-line-strong py-1 pe-3 align-bottom font-medium">
                {rowHead}
              </th>
              {columns.map(({ key, label }, at) => (
                <th
                  key={key}
                  scope="col"
                  className={`border-b border-line-strong py-1 ps-3 align-bottom font-medium ${side(at)}`}
                >
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.key}>
                <th scope="row" className="min-w-36 border-b border-line py-0.5 pe-3 font-normal break-words">
                  <bdi>{row.label}</bdi>
                </th>
                {row.cells.map((cell, at) => {
                  const { key, label } = columns[at] ?? { key: '', label: '' }
                  return (
                    <td key={key} className={`border-b border-line py-0.5 ps-3 ${side(at)}`}>
                      <FigureNumber
                        cell={cell}
                        address={addressOf(row, key)}
                        label={words.behindLabel(cell.text, row.label, label)}
                      />
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > shown.length && (
        <Button size="small" look="quiet" className="mt-1" onClick={() => setWhole(true)}>
          {words.rowsMore(rows.length - shown.length)}
        </Button>
      )}
    </div>
  )
}

const FigureNumber = ({ cell, address, label }: { cell: FigureCell; address: string; label: string }) =>
  cell.members && cell.members.length > 0 ? (
    <a
      href={address}
      aria-label={label}
      className="inline-flex min-h-6 min-w-6 items-center justify-end whitespace-nowrap text-accent underline underline-offset-2"
    >
      {cell.text}
    </a>
  ) : (
    <span className="inline-flex min-h-6 items-center text-ink-soft">{cell.text}</span>
  )
