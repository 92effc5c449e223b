import { useLiveQuery } from 'dexie-react-hooks'
import { ArrowLeft, ExternalLink, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { EvidenceEntry } from '../../lib/evidence/evidence-reader.ts'
import { observationsOf } from '../../lib/evidence/seal/evidence-record.ts'
import { canonicalItemUrl } from '../../lib/site/item-id.ts'
import { joined } from '../language/language.ts'
import { exactTime, placeOf, siteName } from '../queue/row-facts.ts'
import { useBeingGathered } from '../queue/use-being-gathered.ts'
import { Button } from '../ui/button.tsx'
import { linkLook } from '../ui/link-look.ts'
import { LoadingPage } from '../ui/loading-page.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { shownFacts } from './capture-facts.ts'
import { CaptureNotices } from './capture-notices.tsx'
import type { CaptureServices } from './capture-services.ts'
import { captureWords as words } from './capture-words.ts'
import { PurgedContext } from './failed-file.tsx'
import { copyWords, gatheredWords, sealWords } from './gathered-words.ts'
import { OtherCaptures } from './other-captures.tsx'
import { PageParts } from './page-parts.tsx'
import { PictureParts } from './picture-parts.tsx'
import { PurgePart } from './purge-part.tsx'
import { ReadOnlyNotice } from './read-only-notice.tsx'
import { RecordParts } from './record-parts.tsx'
import { StatementParts } from './statement-parts.tsx'
import { useEnteredView } from './use-entered-view.ts'
import { useRecords } from './use-records.ts'
import { useVerification } from './use-verification.ts'
import { VerifyPanel } from './verify-panel.tsx'
import { words as listWords } from './words.ts'

interface CaptureScreenProps {
  services: CaptureServices
  captureId: string
  part: string | null
}

/** One capture with everything that belongs to it. */
export function CaptureScreen({ services, captureId, part }: CaptureScreenProps) {
  const entries = useLiveQuery(() => services.reader.entries([captureId]), [services, captureId])
  if (!entries) return <LoadingPage label={words.reading} />
  const entry = entries.get(captureId)
  if (!entry) return <UnknownCapture services={services} />
  return <Capture services={services} entry={entry} part={part} />
}

const tabNames = ['pictures', 'page', 'statements', 'record'] as const
type TabName = (typeof tabNames)[number]

interface CaptureProps {
  services: CaptureServices
  entry: EvidenceEntry
  part: string | null
}

function Capture({ services, entry, part }: CaptureProps) {
  const { capture, job } = entry
  const { captureId } = capture
  const viewFailure = useEnteredView(services, captureId)
  const records = useRecords(services, job?.seal.recordId ?? null)
  const ledgerRows = useLiveQuery(
    () => services.reader.ledgerRows(capture),
    [services, captureId, capture.comId],
  )
  const { verification, start } = useVerification(services, captureId)
  // Not `disabled`: the focus would be lost, and the next Enter with it.
  const isVerifying = verification?.isRunning ?? false
  const [tab, setTab] = useState<TabName>(() => tabNames.find((name) => name === part) ?? 'pictures')
  const facts = shownFacts(capture, job)
  const stated = records?.[0]?.stated ?? null
  const showTab = (next: TabName) => {
    setTab(next)
    services.keepPart(captureId, next)
  }
  const statements = (
    <StatementParts
      capture={capture}
      observations={stated?.observations ?? (job ? observationsOf(capture, job) : null)}
      disagreements={stated?.disagreements ?? job?.disagreements}
    />
  )
  return (
    <main className="mx-auto flex w-full max-w-6xl flex-col gap-5 px-4 py-5 sm:px-6">
      <header className="flex flex-col gap-2">
        <a
          href={services.addresses.list()}
          className="flex w-fit items-center gap-1 text-ink-soft hover:text-ink"
        >
          <ArrowLeft size={14} aria-hidden />
          {words.back}
        </a>
        <PageHeading tabTitle={words.tabTitle(facts.title)}>
          <bdi className={facts.isTitled ? undefined : 'italic'}>{facts.title}</bdi>
        </PageHeading>
        <CaptureLines entry={entry} services={services} />
        <div className="mt-1 flex flex-wrap gap-2">
          <Button
            look="primary"
            aria-disabled={isVerifying}
            onClick={isVerifying ? undefined : () => void start()}
          >
            <ShieldCheck size={15} aria-hidden />
            {isVerifying ? words.verifying : words.verify}
          </Button>
          <a href={services.addresses.evidencePack([captureId])} className={linkLook}>
            {words.evidencePack}
          </a>
          <a href={canonicalItemUrl(capture.comId)} target="_blank" rel="noreferrer" className={linkLook}>
            <ExternalLink size={14} aria-hidden />
            {words.openListing}
          </a>
        </div>
      </header>
      <ReadOnlyNotice reason={services.readOnlyBecause} />
      {viewFailure && <Notice tone="warn">{words.viewNotEntered(viewFailure.message)}</Notice>}
      {verification && <VerifyPanel verification={verification} />}
      <CaptureNotices entry={entry} onStatements={() => showTab('statements')} />
      {job && (
        <PurgedContext value={entry.purge !== null}>
          <Tabs
            label={words.tabs}
            value={tab}
            onChange={showTab}
            tabs={[
              {
                name: 'pictures',
                label: words.tab.pictures,
                content: <PictureParts services={services} capture={capture} job={job} />,
              },
              { name: 'page', label: words.tab.page, content: <PageParts services={services} job={job} /> },
              { name: 'statements', label: words.tab.statements, content: statements },
              {
                name: 'record',
                label: words.tab.record,
                content: (
                  <div className="flex flex-col gap-8">
                    <RecordParts
                      services={services}
                      job={job}
                      records={records ?? []}
                      ledgerRows={ledgerRows ?? []}
                    />
                    {!services.readOnlyBecause && !entry.purge && (
                      <PurgePart services={services} captureId={captureId} />
                    )}
                  </div>
                ),
              },
            ]}
          />
        </PurgedContext>
      )}
      {!job && statements}
    </main>
  )
}

/** What it is, from when and where, and how it stands. */
function CaptureLines({ entry, services }: { entry: EvidenceEntry; services: CaptureServices }) {
  const { capture, job, purge, copyState } = entry
  const facts = shownFacts(capture, job)
  const beingGathered = useBeingGathered(services, job?.gathering === 'open')
  const isBeingGathered = beingGathered.has(capture.captureId)
  const gathered = gatheredWords(job, purge, isBeingGathered)
  const seal = job && sealWords(job)
  const copy = copyState === null ? null : copyWords(copyState)
  return (
    <>
      <p className="text-ink-soft">
        <span className="tabular-nums">{listWords.item(capture.comId)}</span>
        {' · '}
        <bdi className={facts.isSellerStated ? undefined : 'italic'}>{facts.seller}</bdi>
        {' · '}
        {listWords.mode[capture.mode]} {exactTime(capture.createdAtMs)}
        {' · '}
        <bdi>{joined([siteName(capture.sighting.pageUrl), placeOf(capture.sighting)])}</bdi>
      </p>
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        <StateMark tone={gathered.tone}>{gathered.text}</StateMark>
        {seal && <StateMark tone={seal.tone}>{seal.text}</StateMark>}
        {copy && <StateMark tone={copy.tone}>{copy.text}</StateMark>}
        <OtherCaptures services={services} comId={capture.comId} />
      </div>
    </>
  )
}

const UnknownCapture = ({ services }: { services: CaptureServices }) => (
  <main className="mx-auto flex w-full max-w-3xl flex-col gap-4 px-6 py-8">
    <PageHeading tabTitle={words.tabTitle(words.unknownTitle)}>{words.unknownTitle}</PageHeading>
    <Notice tone="plain">
      {words.unknown}{' '}
      <a href={services.addresses.list()} className="text-accent underline">
        {words.toList}
      </a>
    </Notice>
  </main>
)
