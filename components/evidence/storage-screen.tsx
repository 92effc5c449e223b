import { useLiveQuery } from 'dexie-react-hooks'
import { ArrowLeft } from 'lucide-react'
import { exactTime } from '../queue/row-facts.ts'
import { LoadingPage } from '../ui/loading-page.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { captureWords } from './capture-words.ts'
import { FilesByKind } from './files-by-kind.tsx'
import { Part } from './part.tsx'
import { ReadOnlyNotice } from './read-only-notice.tsx'
import { StorageRoomPart } from './storage-room-part.tsx'
import type { ShownFacts, StorageServices } from './storage-services.ts'
import { storageWords as words } from './storage-words.ts'
import { VerifyAllPart } from './verify-all-part.tsx'

/** How the stored evidence stands: room, files, copies, ledger, and what went wrong. */
export function StorageScreen({ services }: { services: StorageServices }) {
  const facts = useLiveQuery(() => services.facts(), [services])
  return (
    <main className="mx-auto flex w-full max-w-4xl flex-col gap-8 px-4 py-5 sm:px-6">
      <header className="flex flex-col gap-2">
        <a
          href={services.addresses.list()}
          className="flex w-fit items-center gap-1 text-ink-soft hover:text-ink"
        >
          <ArrowLeft size={14} aria-hidden />
          {captureWords.back}
        </a>
        <PageHeading tabTitle={words.tabTitle}>{words.title}</PageHeading>
        <p className="text-ink-soft">{words.lead}</p>
        <ReadOnlyNotice reason={services.readOnlyBecause} />
      </header>
      <StorageRoomPart services={services} />
      <FilesByKind services={services} />
      {facts ? (
        <>
          <Copies copies={facts.copies} />
          <VerifyAllPart services={services} facts={facts} />
          <Incidents facts={facts} />
        </>
      ) : (
        <LoadingPage label={words.reading} />
      )}
    </main>
  )
}

const Copies = ({ copies }: Pick<ShownFacts, 'copies'>) => (
  <Part title={words.copies}>
    {copies.size === 0 ? (
      <p>{words.noCopies}</p>
    ) : (
      <ul className="flex flex-wrap gap-x-6">
        {[...copies].map(([state, many]) => (
          <li key={state} className="tabular-nums">
            {words.copyState[state](many)}
          </li>
        ))}
      </ul>
    )}
    <a href="#/settings" className="self-start text-accent underline">
      {words.copySettings}
    </a>
  </Part>
)

function Incidents({ facts: { incidents, newestIncidents } }: { facts: ShownFacts }) {
  return (
    <Part title={words.incidents}>
      {incidents === 0 ? (
        <p className="text-ink-soft">{words.noIncidents}</p>
      ) : (
        <>
          <p className="text-ink-soft">{words.incidentsOf(newestIncidents.length, incidents)}</p>
          <ul className="flex flex-col divide-y divide-line rounded-lg border border-line">
            {newestIncidents.map(({ incidentId, atMs, doing, failure, pageUrl }) => (
              <li key={incidentId} className="px-3 py-2 break-words">
                <p>
                  <bdi>{failure.message}</bdi>
                </p>
                <p className="text-xs text-ink-soft">
                  <time dateTime={new Date(atMs).toISOString()}>{exactTime(atMs)}</time>
                  {' · '}
                  <bdi>{words.doing(doing)}</bdi>
                  {' · '}
                  <code className="font-mono">{failure.code}</code>
                  {pageUrl !== null && (
                    <>
                      {' · '}
                      <bdi className="break-all">{pageUrl}</bdi>
                    </>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  )
}
