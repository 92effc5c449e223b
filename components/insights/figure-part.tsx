import { FileSpreadsheet, Image as ImageIcon } from 'lucide-react'
import { type ReactNode, useId, useRef } from 'react'
import { type FigureTable, figureCsv } from '../../lib/insights/figure-table.ts'
import { Button } from '../ui/button.tsx'
import { chartPicture } from './chart-picture.ts'
import { type ChartPlan, FigureChart } from './figure-chart.tsx'
import { FigureRows } from './figure-rows.tsx'
import type { SavingProps } from './use-saving.ts'
import { insightWords as words } from './words.ts'

interface FigurePartProps extends SavingProps {
  table: FigureTable
  /** Null: the numbers alone. */
  chart: ChartPlan | null
  /** What chooses among tables or rows. */
  choice?: ReactNode
  /** Only these rows are shown and drawn; the CSV has all of them. */
  group?: string | null
  children?: ReactNode
}

/** A table with more has the larger half. */
const manyColumns = 5

/** One table with its chart, and both as files. */
export function FigurePart({ table, chart, choice, group, children, saving, view }: FigurePartProps) {
  const titleId = useId()
  const picture = useRef<HTMLDivElement>(null)
  const rows = group == null ? table.rows : table.rows.filter((row) => row.group === group)
  const { choice: span, days, today } = view
  const savePicture = () => {
    const place = picture.current
    if (!place || !chart) return
    const title = group == null ? table.title : words.exposureTime.label(group, table.title)
    saving.save(words.fileName(table.id, span, 'png'), () =>
      chartPicture(place, { title, footer: words.pictureFooter(days, today), series: chart.series }),
    )
  }
  const hasRows = rows.length > 0
  return (
    <section aria-labelledby={titleId} className="min-w-0 rounded-xl border border-line bg-raised p-4 sm:p-5">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <h2 id={titleId} className="text-base font-semibold">
            {table.title}
          </h2>
          <p className="mt-0.5 max-w-prose text-xs text-ink-soft">{table.hint}</p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {choice}
          {hasRows && (
            <Button
              size="small"
              aria-label={words.csvOf(table.title)}
              onClick={() =>
                saving.save(
                  words.fileName(table.id, span, 'csv'),
                  async () => new Blob([figureCsv(table)], { type: 'text/csv' }),
                )
              }
            >
              <FileSpreadsheet size={14} aria-hidden />
              {words.csv}
            </Button>
          )}
          {hasRows && chart && (
            <Button size="small" aria-label={words.pngOf(table.title)} onClick={savePicture}>
              <ImageIcon size={14} aria-hidden />
              {words.png}
            </Button>
          )}
        </div>
      </div>
      <div className="mt-3">
        {!hasRows && <p className="text-ink-soft">{table.empty}</p>}
        {hasRows && !chart && <FigureRows table={table} rows={rows} span={span} />}
        {hasRows && chart && (
          <div
            className={`grid gap-x-8 gap-y-4 ${
              table.columns.length > manyColumns ? 'lg:grid-cols-[2fr_3fr]' : 'lg:grid-cols-2'
            }`}
          >
            <FigureChart table={{ ...table, rows: [...rows] }} plan={chart} pictureRef={picture} />
            <FigureRows table={table} rows={rows} span={span} />
          </div>
        )}
        {children}
      </div>
    </section>
  )
}
