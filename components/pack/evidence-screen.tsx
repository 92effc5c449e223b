import { useCallback, useState } from 'react'
import { canonicalItemUrl } from '../../lib/site/item-id.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import type { EvidenceKind } from './evidence-kind.ts'
import { EvidenceKinds } from './evidence-kinds.tsx'
import { EvidenceResult } from './evidence-result.tsx'
import {
  type BlockedCapture,
  type EvidenceChoice,
  type EvidenceExportServices,
  exportEvidence,
  prepareEvidence,
} from './export-evidence.ts'
import { ExportPage, ExportSteps, NoticeHeading } from './export-steps.tsx'
import { Preparing } from './preparing.tsx'
import { useExport } from './use-export.ts'
import { usePrepared } from './use-prepared.ts'
import { words } from './words.ts'

interface ExportProps {
  services: EvidenceExportServices
  kind: EvidenceKind
  choice: EvidenceChoice
}

interface EvidenceScreenProps extends ExportProps {
  /** Where the same evidence is exported as another kind. */
  addressOf(kind: EvidenceKind): string
}

/** Seals what is not sealed yet, asks where something cannot go in, then packs and saves the evidence. */
export function EvidenceScreen({ services, kind, choice, addressOf }: EvidenceScreenProps) {
  const work = useCallback(
    (onProgress: (done: number, of: number) => void) => prepareEvidence(services, choice, onProgress),
    [services, choice],
  )
  const { state, prepare } = usePrepared(work, 'sealing the evidence')
  const [isPartWanted, setPartWanted] = useState(false)
  const again = () => {
    setPartWanted(false)
    void prepare()
  }
  const isComplete = state.step === 'prepared' && state.blocked.length === 0
  return (
    <ExportPage
      title={words.evidence.title(kind, words.group[choice.group], choice.captureIds?.length ?? null)}
    >
      <EvidenceKinds kind={kind} addressOf={addressOf} />
      <Preparing state={state} reading={words.reading} sealing={words.evidence.sealing} onAgain={again} />
      {state.step === 'prepared' && state.blocked.length > 0 && (
        <Blocked
          kind={kind}
          blocked={state.blocked}
          ready={state.ready.length}
          isAsked={!isPartWanted}
          onRest={() => setPartWanted(true)}
          onAgain={again}
        />
      )}
      {state.step === 'prepared' && (isComplete || isPartWanted) && (
        <Packing services={services} kind={kind} captureIds={state.ready} choice={choice} />
      )}
    </ExportPage>
  )
}

interface PackingProps extends ExportProps {
  captureIds: string[]
}

function Packing({ services, kind, captureIds, choice }: PackingProps) {
  const write = useCallback(
    async (onProgress: (done: number, of: number) => void) =>
      captureIds.length === 0 ? null : exportEvidence(services, kind, captureIds, onProgress),
    [services, kind, captureIds],
  )
  const { state, start, save } = useExport(services, write)
  return (
    <ExportSteps
      state={state}
      working={words.evidence.working}
      empty={words.empty(words.group[choice.group])}
      onAgain={() => void start()}
      result={({ pack, saved }) => (
        <EvidenceResult pack={pack} saved={saved} services={services} onSave={() => void save(pack)} />
      )}
    />
  )
}

interface BlockedProps {
  kind: EvidenceKind
  blocked: BlockedCapture[]
  ready: number
  /** Whether the person has still to say what becomes of the rest. */
  isAsked: boolean
  onRest(): void
  onAgain(): void
}

/** What cannot go into the pack, each with its reason; nothing is left out before the person says so. */
function Blocked({ kind, blocked, ready, isAsked, onRest, onAgain }: BlockedProps) {
  return (
    <Notice tone={ready > 0 ? 'warn' : 'danger'}>
      <div role="status">
        <NoticeHeading>
          {isAsked
            ? words.evidence.blocked(kind, blocked.length, blocked.length + ready)
            : words.evidence.leftOut(blocked.length)}
        </NoticeHeading>
      </div>
      {isAsked && <p>{ready > 0 ? words.evidence.blockedHint : words.evidence.noneReady}</p>}
      <ul className="mt-2 flex max-h-72 flex-col gap-1.5 overflow-y-auto">
        {blocked.map(({ captureId, comId, message }) => (
          <li key={captureId ?? comId} className="break-words">
            {comId === null ? (
              words.evidence.unknownCapture(captureId ?? '')
            ) : (
              <a
                href={canonicalItemUrl(comId)}
                target="_blank"
                rel="noreferrer"
                className="text-accent tabular-nums underline"
              >
                {comId}
              </a>
            )}
            {` ${message}`}
          </li>
        ))}
      </ul>
      {isAsked && (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button look={ready > 0 ? 'secondary' : 'primary'} onClick={onAgain}>
            {words.evidence.tryAgain}
          </Button>
          {ready > 0 && <Button onClick={onRest}>{words.evidence.exportRest(ready)}</Button>}
        </div>
      )}
    </Notice>
  )
}
