import { useMemo } from 'react'
import { parseHostileJson } from '../../lib/core/hostile-json.ts'
import type { Artefact, CaptureJob } from '../../lib/evidence/capture.ts'
import type { PartKind } from '../../lib/evidence/gather/capture-part.ts'
import { artefactsOf } from '../../lib/evidence/seal/evidence-record.ts'
import { JsonTree } from '../ui/json-tree.tsx'
import { ArtefactFacts } from './artefact-facts.tsx'
import type { CaptureServices } from './capture-services.ts'
import { captureWords as words } from './capture-words.ts'
import { FailedFile } from './failed-file.tsx'
import { NotGathered } from './not-gathered.tsx'
import { Part } from './part.tsx'
import { SnapshotFrame } from './snapshot-frame.tsx'
import { useArtefact } from './use-artefact.ts'

/** The page itself, as it was stored: to look at, as data, and as a file of the browser. All of it is inert. */
export function PageParts({ services, job }: { services: CaptureServices; job: CaptureJob }) {
  const artefacts = artefactsOf(job)
  const filesOf = (part: Extract<PartKind, Artefact['kind']>) => {
    const files = artefacts.filter(({ kind }) => kind === part)
    if (files.length === 0) return <NotGathered job={job} part={part} />
    return files.map((artefact) => <StoredFile key={artefact.name} services={services} artefact={artefact} />)
  }
  return (
    <div className="flex flex-col gap-8">
      <Part title={words.snapshot} hint={words.snapshotHint}>
        {filesOf('page-snapshot')}
      </Part>
      <Part title={words.state} hint={words.stateHint}>
        {filesOf('page-state')}
      </Part>
      <Part title={words.mhtml} hint={words.mhtmlHint}>
        {filesOf('mhtml')}
      </Part>
    </div>
  )
}

function StoredFile({ services, artefact }: { services: CaptureServices; artefact: Artefact }) {
  const state = useArtefact(services, artefact)
  const bytes = state.step === 'ready' ? state.bytes : null
  const text = useMemo(() => (bytes ? new TextDecoder().decode(bytes) : null), [bytes])
  return (
    <>
      {state.step === 'reading' && <div className="h-40 rounded-lg bg-sunken" />}
      {state.step === 'failed' && <FailedFile failure={state.failure} />}
      {text !== null && artefact.kind === 'page-snapshot' && (
        <SnapshotFrame markup={text} title={words.snapshotTitle} />
      )}
      {text !== null && artefact.kind === 'page-state' && <StateText text={text} />}
      <ArtefactFacts services={services} artefact={artefact} bytes={bytes} />
    </>
  )
}

/** More than this of a text that is no JSON helps nobody; the file can be saved. */
const mostShownChars = 200_000

function StateText({ text }: { text: string }) {
  const parsed = useMemo(() => parseHostileJson(text), [text])
  return (
    <section
      aria-label={words.state}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys, so keys must reach it
      tabIndex={0}
      className="max-h-[60vh] overflow-auto rounded-lg border border-line bg-sunken p-3"
    >
      {parsed.ok ? (
        <JsonTree value={parsed.value} entriesLabel={words.entries} moreLabel={words.more} />
      ) : (
        <>
          <p className="mb-2 text-ink-soft">{words.stateUnreadable}</p>
          <pre className="font-mono text-xs break-words whitespace-pre-wrap">
            {text.slice(0, mostShownChars)}
          </pre>
        </>
      )}
    </section>
  )
}
