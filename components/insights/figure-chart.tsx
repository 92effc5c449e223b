import type { Ref } from 'react'
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { FigureTable } from '../../lib/insights/figure-table.ts'
import { insightWords as words } from './words.ts'

/** A column of the table as it is drawn. */
export interface ChartSeries {
  column: string
  label: string
  /** A token of the theme, e.g. "--good". */
  colour: string
}

export interface ChartPlan {
  series: readonly ChartSeries[]
  /** On each other, where together they are the whole; beside each other otherwise. */
  isStacked: boolean
  /** Rows lie, for long names; they stand where they are steps of time. */
  isLying: boolean
}

interface FigureChartProps {
  table: Pick<FigureTable, 'title' | 'columns' | 'rows'>
  plan: ChartPlan
  pictureRef: Ref<HTMLDivElement>
}

/** The most rows that a lying chart has place for. */
const mostLying = 8
const rowHeight = 34
const axisText = { fill: 'var(--ink-soft)', fontSize: 11 }

/** Bars of a table's numbers. For screen readers it is one picture: the table beside it has the numbers. */
export function FigureChart({ table, plan, pictureRef }: FigureChartProps) {
  const { series, isStacked, isLying } = plan
  const at = new Map(table.columns.map(({ key }, index) => [key, index]))
  const rows = isLying ? table.rows.slice(0, mostLying) : table.rows
  const data = rows.map(({ label, shortLabel, cells }) => ({
    label: shortLabel ?? label,
    ...Object.fromEntries(series.map(({ column }) => [column, cells[at.get(column) ?? -1]?.value ?? 0])),
  }))
  const height = isLying ? data.length * rowHeight + 40 : 240
  return (
    <figure className="min-w-0">
      <div role="img" aria-label={words.chartOf(table.title)} ref={pictureRef}>
        <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 400, height }}>
          <BarChart
            data={data}
            layout={isLying ? 'vertical' : 'horizontal'}
            accessibilityLayer={false}
            margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
            barCategoryGap={isLying ? 6 : '18%'}
          >
            <CartesianGrid stroke="var(--line)" horizontal={!isLying} vertical={isLying} />
            {isLying ? (
              <>
                <XAxis type="number" allowDecimals={false} tick={axisText} stroke="var(--line-strong)" />
                <YAxis
                  type="category"
                  dataKey="label"
                  width={150}
                  tick={axisText}
                  tickFormatter={shortened}
                  interval={0}
                  stroke="var(--line-strong)"
                />
              </>
            ) : (
              <>
                <XAxis dataKey="label" tick={axisText} stroke="var(--line-strong)" minTickGap={8} />
                <YAxis allowDecimals={false} width={36} tick={axisText} stroke="var(--line-strong)" />
              </>
            )}
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: 'var(--hover)', opacity: 0.6 }}
              contentStyle={{
                background: 'var(--raised)',
                border: '1px solid var(--line)',
                borderRadius: 8,
                fontSize: 12,
                padding: '6px 10px',
              }}
              labelStyle={{ color: 'var(--ink)', fontWeight: 600 }}
              itemStyle={{ color: 'var(--ink)', padding: 0 }}
            />
            {series.map(({ column, label, colour }) => (
              <Bar
                key={column}
                dataKey={column}
                name={label}
                fill={`var(${colour})`}
                isAnimationActive={false}
                maxBarSize={28}
                {...(isStacked ? { stackId: 'all' } : {})}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <figcaption aria-hidden className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-soft">
        {series.map(({ column, label, colour }) => (
          <span key={column} className="flex items-center gap-1.5">
            <span className="size-2.5 rounded-xs" style={{ background: `var(${colour})` }} />
            {label}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

const mostLabelChars = 24
const shortened = (label: string): string =>
  label.length <= mostLabelChars ? label : `${label.slice(0, mostLabelChars - 1).toWellFormed()}…`
