import { ArrowLeft } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ToPack } from '../../lib/complaints/read-to-pack.ts'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Failure } from '../../lib/core/result.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Notice } from '../ui/notice.tsx'
import { BlockedComplaints } from './blocked-complaints.tsx'
import { type ComplaintPackServices, exportPacks, preparePacks } from './export-packs.ts'
import { ExportPage, ExportSteps, NoticeHeading, Working } from './export-steps.tsx'
import { PacksResult } from './packs-result.tsx'
import { type PacksView, packsHash } from './packs-view.ts'
import { packsWords as words } from './packs-words.ts'
import { sparing } from './sparing.ts'
import { useExport } from './use-export.ts'
import { words as common } from './words.ts'

interface ScreenProps {
  services: ComplaintPackServices
  view: PacksView
}

type PreparedState =
  | { step: 'reading' }
  | { step: 'sealing'; done: number; of: number }
  | { step: 'failed'; failure: Failure }
  | ({ step: 'prepared' } & ToPack)

/** Checks the complaints, says what blocks them, then packs and saves the rest. */
export function ComplaintPacksScreen({ services, view }: ScreenProps) {
  const { state, prepare } = usePreparedPacks(services, view)
  const [isPartWanted, setPartWanted] = useState(false)
  const again = () => {
    setPartWanted(false)
    void prepare()
  }
  const isComplete = state.step === 'prepared' && state.blocked.length === 0
  return (
    <ExportPage title={words.title(view.complaintIds.length)}>
      <nav aria-label={words.evidence} className="flex flex-wrap items-center gap-2 text-[0.8125rem]">
        <a href="#/complaints" className="mr-auto inline-flex items-center gap-1 text-accent hover:underline">
          <ArrowLeft size={14} aria-hidden />
          {words.back}
        </a>
        <span aria-hidden className="text-ink-soft">
          {words.evidence}
        </span>
        {(['named', 'included'] as const).map((evidence) => (
          <a
            key={evidence}
            href={packsHash({ ...view, evidence })}
            aria-current={evidence === view.evidence ? 'page' : undefined}
            className={classNames(
              'inline-flex h-8 items-center rounded-md border px-3 font-medium hover:bg-hover',
              evidence === view.evidence ? 'border-accent text-accent' : 'border-line',
            )}
          >
            {words.evidenceKind[evidence]}
          </a>
        ))}
      </nav>
      {state.step === 'reading' && <Working text={words.reading} done={0} of={1} />}
      {state.step === 'sealing' && (
        <Working text={words.sealing(state.done, state.of)} done={state.done} of={state.of} />
      )}
      {state.step === 'failed' && (
        <Notice tone="danger">
          <NoticeHeading>{common.failedTitle}</NoticeHeading>
          <p>{state.failure.message}</p>
          <Button className="mt-3" onClick={again}>
            {common.exportAgain}
          </Button>
        </Notice>
      )}
      {state.step === 'prepared' && state.blocked.length > 0 && (
        <BlockedComplaints
          toPack={state}
          isAsked={!isPartWanted}
          onRest={() => setPartWanted(true)}
          onAgain={again}
        />
      )}
      {state.step === 'prepared' && (isComplete || isPartWanted) && (
        <Packing services={services} view={view} ready={state.ready} />
      )}
    </ExportPage>
  )
}

function Packing({ services, view, ready }: ScreenProps & Pick<ToPack, 'ready'>) {
  const write = useCallback(
    (onProgress: (done: number, of: number) => void, signal: AbortSignal) =>
      exportPacks(services, ready, view, { onProgress, signal }),
    [services, ready, view],
  )
  const { state, start, save, cancel } = useExport(services, write)
  return (
    <ExportSteps
      state={state}
      working={words.working}
      empty={words.empty}
      onAgain={() => void start()}
      onCancel={cancel}
      result={({ pack, saved }) => (
        <PacksResult pack={pack} saved={saved} services={services} onSave={() => void save(pack)} />
      )}
    />
  )
}

/** Checks as soon as the page shows, and again on wish. */
function usePreparedPacks(services: ComplaintPackServices, view: PacksView) {
  const [state, setState] = useState<PreparedState>({ step: 'reading' })
  const run = useRef(0)

  const prepare = useCallback(async () => {
    run.current += 1
    const own = run.current
    const show = (next: PreparedState) => {
      if (run.current === own) setState(next)
    }
    show({ step: 'reading' })
    try {
      const toPack = await preparePacks(
        services,
        view,
        sparing((done, of) => show({ step: 'sealing', done, of })),
      )
      show({ step: 'prepared', ...toPack })
    } catch (error) {
      show({ step: 'failed', failure: failureFrom(error, 'checking the complaints') })
    }
  }, [services, view])

  useEffect(() => {
    void prepare()
    return () => {
      run.current += 1
    }
  }, [prepare])

  return { state, prepare }
}
