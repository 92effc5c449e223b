import { FileText } from 'lucide-react'
import { useState } from 'react'
import { figurePaper } from '../../lib/insights/figure-table.ts'
import { monthsBetween, type SpanChoice } from '../../lib/insights/span.ts'
import { type SuccessKey, successKeys } from '../../lib/insights/success.ts'
import { Button } from '../ui/button.tsx'
import { SmallSelect } from '../ui/field.tsx'
import { InlineSelect } from '../ui/inline-select.tsx'
import type { ToastMessage } from '../ui/toast.tsx'
import type { ChartPlan } from './figure-chart.tsx'
import { FigurePart } from './figure-part.tsx'
import { allTables, type Figures } from './figures.ts'
import { insightsHash } from './insights-view.ts'
import type { InsightsServices } from './services.ts'
import type { InsightsState } from './use-insights.ts'
import type { SavingProps } from './use-saving.ts'
import { insightWords as words } from './words.ts'
import { WorkPart } from './work-part.tsx'

interface FiguresViewProps extends SavingProps {
  services: InsightsServices
  figures: Figures
  state: InsightsState
  show(message: ToastMessage): void
}

const { overTime, success, open, rejected, exposure } = words
const plans = {
  overTime: {
    series: [
      { column: 'infringing', label: overTime.columns.infringing, colour: '--trademark' },
      { column: 'filed', label: overTime.columns.filed, colour: '--copyright' },
      { column: 'taken-down', label: overTime.columns['taken-down'], colour: '--good' },
      { column: 'rejected', label: overTime.columns.rejected, colour: '--danger' },
    ],
    isStacked: false,
    isLying: false,
  },
  success: {
    series: [
      { column: 'taken-down', label: success.columns['taken-down'], colour: '--good' },
      { column: 'rejected', label: success.columns.rejected, colour: '--danger' },
      { column: 'reinstated', label: success.columns.reinstated, colour: '--warn' },
      { column: 'other', label: success.columns.other, colour: '--line-strong' },
      { column: 'open', label: success.columns.open, colour: '--trademark' },
    ],
    isStacked: true,
    isLying: true,
  },
  rejected: {
    series: [{ column: 'listings', label: rejected.columns.listings, colour: '--danger' }],
    isStacked: false,
    isLying: true,
  },
  open: {
    series: [{ column: 'open', label: open.column, colour: '--trademark' }],
    isStacked: false,
    isLying: false,
  },
  exposure: {
    series: [
      { column: 'infringing', label: exposure.columns.infringing, colour: '--danger' },
      { column: 'judged', label: exposure.columns.judged, colour: '--undecided' },
    ],
    isStacked: false,
    isLying: false,
  },
} satisfies Record<string, ChartPlan>

/** All tables and charts of the days that were chosen. */
export function FiguresView({ services, figures, state, show, saving, view }: FiguresViewProps) {
  const [key, setKey] = useState<SuccessKey>('rightId')
  const keywords = [...new Set(figures.exposureTime.rows.flatMap(({ group }) => group ?? []))]
  const [wanted, setKeyword] = useState<string | null>(null)
  const keyword = keywords.find((known) => known === wanted) ?? keywords[0] ?? null
  const parts = { saving, view }
  return (
    <>
      <Head services={services} figures={figures} state={state} {...parts} />
      <FigurePart {...parts} table={figures.overTime} chart={plans.overTime} />
      <FigurePart {...parts} table={figures.howLong} chart={null} />
      <FigurePart
        {...parts}
        table={figures.success[key]}
        chart={plans.success}
        choice={
          <SmallSelect
            label={success.by}
            value={key}
            choices={successKeys.map((value) => ({ value, label: success.key[value] }))}
            onChange={(event) =>
              setKey(successKeys.find((known) => known === event.target.value) ?? 'rightId')
            }
          />
        }
      />
      <FigurePart {...parts} table={figures.rejected} chart={plans.rejected} />
      <FigurePart {...parts} table={figures.open} chart={plans.open} />
      <FigurePart {...parts} table={figures.exposure} chart={{ ...plans.exposure, isLying: true }} />
      {keyword !== null && (
        <FigurePart
          {...parts}
          table={figures.exposureTime}
          chart={plans.exposure}
          group={keyword}
          choice={
            <SmallSelect
              label={words.exposureTime.keyword}
              className="max-w-56"
              value={keyword}
              choices={keywords.map((value) => ({ value, label: value }))}
              onChange={(event) => setKeyword(event.target.value)}
            />
          }
        />
      )}
      <WorkPart {...parts} services={services} table={figures.work} baseline={state.baseline} show={show} />
    </>
  )
}

const plainChoices: SpanChoice[] = ['last-3', 'last-12', 'all']

/** Which days, and the report of them. */
function Head({
  services,
  figures,
  state: { known, firstOn },
  saving,
  view,
}: Omit<FiguresViewProps, 'show'>) {
  const { choice, days, today } = view
  const choices = [...plainChoices, ...monthsBetween(firstOn ?? today, today)]
  const all = choices.includes(choice) ? choices : [...choices, choice]
  const saveReport = () =>
    saving.save(words.fileName(words.reportName, choice, 'pdf'), async () => {
      const pdf = await services.writePaper({
        ...figurePaper(
          {
            title: words.reportTitle(choice),
            lead: words.reportLead(days, today),
            footer: words.reportFooter(choice),
            more: words.reportMore,
          },
          allTables(figures),
        ),
        docketVersion: services.version,
        madeAtMs: known.nowMs,
      })
      return new Blob([pdf], { type: 'application/pdf' })
    })
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <InlineSelect
        label={words.span}
        value={choice}
        values={all}
        nameOf={(one) => words.spanChoice(one)}
        onChoose={(one) => {
          location.hash = insightsHash(one)
        }}
      />
      <span className="text-ink-soft tabular-nums">{words.spanDays(days)}</span>
      <Button className="sm:ms-auto" disabled={saving.isBusy} onClick={saveReport}>
        <FileText size={15} aria-hidden />
        {words.report}
      </Button>
    </div>
  )
}
