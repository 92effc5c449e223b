import { ChartColumn } from 'lucide-react'
import { useMemo } from 'react'
import { spanOf } from '../../lib/insights/span.ts'
import { useCaughtUp } from '../sellers/use-caught-up.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { ToastRegion, useToast } from '../ui/toast.tsx'
import { BehindView } from './behind-view.tsx'
import { allTables, figuresOf } from './figures.ts'
import { FiguresView } from './figures-view.tsx'
import type { InsightsView } from './insights-view.ts'
import type { InsightsServices } from './services.ts'
import { type InsightsState, useInsights } from './use-insights.ts'
import { useSaving } from './use-saving.ts'
import { insightWords as words } from './words.ts'

interface InsightsScreenProps {
  services: InsightsServices
  view: InsightsView
}

/** What came of the work, in numbers; or the listings behind one of them. */
export function InsightsScreen({ services, view }: InsightsScreenProps) {
  const state = useInsights(services)
  const caughtUp = useCaughtUp(services)
  if (view.behind) {
    return state ? (
      <Shown services={services} view={view} state={state} isSettled={caughtUp.isEnded} />
    ) : (
      <Reading />
    )
  }
  const isEmpty = state?.firstOn === null
  return (
    <main className="mx-auto flex w-full max-w-6xl flex-col gap-5 px-4 py-6 sm:px-6">
      <div>
        <PageHeading tabTitle={words.tabTitle}>{words.title}</PageHeading>
        <p className="mt-1 text-ink-soft">{words.lead}</p>
      </div>
      <p role="status" className="text-xs text-ink-soft empty:hidden">
        {!state && words.reading}
        {state && caughtUp.progress && words.catchingUp(caughtUp.progress.read, caughtUp.progress.of)}
      </p>
      {caughtUp.failure && <Notice tone="danger">{caughtUp.failure.message}</Notice>}
      {isEmpty && <NothingYet />}
      {state && !isEmpty && (
        <Shown services={services} view={view} state={state} isSettled={caughtUp.isEnded} />
      )}
    </main>
  )
}

function Shown({
  services,
  view,
  state,
  isSettled,
}: InsightsScreenProps & { state: InsightsState; isSettled: boolean }) {
  const toast = useToast()
  const saving = useSaving(services, toast.show)
  const { facts, known, baseline, firstOn } = state
  const { today } = known
  const days = useMemo(() => spanOf(view.span, today, firstOn), [view.span, today, firstOn])
  const figures = useMemo(
    () => figuresOf({ facts, known, baseline, span: days }),
    [facts, known, baseline, days],
  )
  const props = { services, saving, view: { choice: view.span, days, today } }
  return (
    <>
      {view.behind ? (
        <BehindView {...props} tables={allTables(figures)} place={view.behind} isSettled={isSettled} />
      ) : (
        <FiguresView {...props} figures={figures} state={state} show={toast.show} />
      )}
      <ToastRegion toast={toast} dismissLabel={words.dismiss} />
    </>
  )
}

const Reading = () => (
  <main className="mx-auto w-full max-w-6xl px-4 py-6 sm:px-6">
    <p role="status">{words.reading}</p>
  </main>
)

const NothingYet = () => (
  <div className="flex flex-col items-center gap-3 p-8 text-center">
    <ChartColumn size={40} aria-hidden className="text-line-strong" />
    <h2 className="text-base font-semibold">{words.emptyTitle}</h2>
    <p className="max-w-md text-ink-soft text-balance">{words.empty}</p>
  </div>
)
