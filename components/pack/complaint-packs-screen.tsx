import { ArrowLeft } from 'lucide-react'
import { useCallback, useState } from 'react'
import type { ToPack } from '../../lib/complaints/read-to-pack.ts'
import { classNames } from '../ui/class-names.ts'
import { BlockedComplaints } from './blocked-complaints.tsx'
import { type ComplaintPackServices, exportPacks, preparePacks } from './export-packs.ts'
import { ExportPage, ExportSteps } from './export-steps.tsx'
import { PacksResult } from './packs-result.tsx'
import { type PacksView, packsHash } from './packs-view.ts'
import { packsWords as words } from './packs-words.ts'
import { Preparing } from './preparing.tsx'
import { useExport } from './use-export.ts'
import { usePrepared } from './use-prepared.ts'

interface ScreenProps {
  services: ComplaintPackServices
  view: PacksView
}

/** Checks the complaints, says what blocks them, then packs and saves the rest. */
export function ComplaintPacksScreen({ services, view }: ScreenProps) {
  const work = useCallback(
    (onProgress: (done: number, of: number) => void) => preparePacks(services, view, onProgress),
    [services, view],
  )
  const { state, prepare } = usePrepared(work, 'checking the complaints')
  const [isPartWanted, setPartWanted] = useState(false)
  const again = () => {
    setPartWanted(false)
    void prepare()
  }
  const isComplete = state.step === 'prepared' && state.blocked.length === 0
  return (
    <ExportPage title={words.title(view.complaintIds.length)}>
      <nav aria-label={words.evidence} className="flex flex-wrap items-center gap-2 text-[0.8125rem]">
        <a href="#/complaints" className="me-auto inline-flex items-center gap-1 text-accent hover:underline">
          <ArrowLeft size={14} aria-hidden />
          {words.back}
        </a>
        <div className="flex flex-wrap items-center gap-2 max-sm:basis-full">
          <span aria-hidden className="text-ink-soft max-sm:basis-full">
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
        </div>
      </nav>
      <Preparing state={state} reading={words.reading} sealing={words.sealing} onAgain={again} />
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
