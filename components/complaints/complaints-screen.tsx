import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactNode, useCallback, useId, useMemo, useState } from 'react'
import { releaseLines } from '../../lib/complaints/arrange-lines.ts'
import { checkComplaint } from '../../lib/complaints/check-complaint.ts'
import type { Complaint } from '../../lib/complaints/complaint.ts'
import type { QueuedListing } from '../../lib/complaints/complaint-reader.ts'
import { groupComplaints, type ProposedComplaint } from '../../lib/complaints/group-complaints.ts'
import { groupPoints } from '../../lib/complaints/group-points.ts'
import { startComplaints } from '../../lib/complaints/start-complaints.ts'
import { ok } from '../../lib/core/result.ts'
import { decideRights } from '../../lib/queue/decide-right.ts'
import { locale } from '../language/language.ts'
import { classNames } from '../ui/class-names.ts'
import { Notice } from '../ui/notice.tsx'
import { ToastRegion, useToast } from '../ui/toast.tsx'
import { complaintName, rightName } from './complaint-names.ts'
import { type DraftSummary, DraftsPanel, PackableDrafts } from './drafts-panel.tsx'
import { ProposedPanel } from './proposed-panel.tsx'
import { type Known, readKnown } from './read-known.ts'
import type { ComplaintServices } from './services.ts'
import { useUndo } from './use-undo.ts'
import { useUndoKey } from './use-undo-key.ts'
import { WaitingPanel } from './waiting-panel.tsx'
import { words } from './words.ts'

/** The queue as the complaints that it will be: what waits, what can be prepared, and the drafts. */
export function ComplaintsScreen({ services }: { services: ComplaintServices }) {
  const read = useLiveQuery(async () => {
    const [known, queued, stored] = await Promise.all([
      readKnown(services),
      services.reader.queued(),
      services.reader.complaints(),
    ])
    return { known, queued, stored }
  }, [services])
  return (
    <main className="mx-auto flex w-full max-w-6xl flex-col gap-5 px-4 py-6 sm:px-6">
      <div>
        <h1 className="text-xl font-semibold">{words.title}</h1>
        <p className="mt-1 text-ink-soft">
          {words.lead}{' '}
          <a href="#/quick-entry" className="text-accent underline">
            {words.quickEntry}
          </a>
        </p>
      </div>
      {read ? <Loaded services={services} {...read} /> : <p role="status">{words.loading}</p>}
    </main>
  )
}

interface LoadedProps {
  services: ComplaintServices
  known: Known
  queued: QueuedListing[]
  stored: Array<{ complaint: Complaint; lines: number }>
}

function Loaded({ services, known, queued, stored }: LoadedProps) {
  const toast = useToast()
  const { attempt, undo } = useUndo(toast.show, services.queueChanged)
  useUndoKey(() => void undo())
  const [chosenPortal, setPortal] = useState<string | null>(null)
  const portalId = chosenPortal ?? known.rules.defaultPortalId
  const { complaints, waiting } = useMemo(
    () =>
      groupComplaints(
        queued.filter(({ complaintId }) => complaintId === null),
        {
          rules: known.rules,
          portalId,
          platformId: known.rules.platforms[0]?.platformId ?? '',
          complaintType: 'product-listing',
          rights: known.rightOf,
        },
      ),
    [queued, known, portalId],
  )
  const summaries = useMemo(() => summariesOf(stored, queued, known), [stored, queued, known])
  const drafts = summaries.filter(({ complaint }) => complaint.state !== 'filed')
  const filed = summaries.filter(({ complaint }) => complaint.state === 'filed')

  const change = useCallback(
    (listings: readonly QueuedListing[], rightId: string | null, reasonId: string | null, text: string) =>
      attempt('storing the decision', async () => {
        const deps = { repo: services.flags, clock: services.clock }
        const ipType = rightId === null ? null : (known.rightOf.get(rightId)?.ipType ?? null)
        const outcome = await decideRights(
          deps,
          listings.map((listing) => ({
            flagId: listing.flagId,
            rightId,
            reasonId,
            ipType: ipType ?? listing.ipType,
          })),
        )
        return outcome.ok ? ok({ text, takeBack: () => decideRights(deps, outcome.value) }) : outcome
      }),
    [attempt, services, known],
  )
  const decide = (listings: readonly QueuedListing[], rightId: string, reasonId: string) =>
    change(listings, rightId, reasonId, words.decided(listings.length, rightName(known, rightId)))

  const prepare = async (proposed: ReadonlyArray<ProposedComplaint<QueuedListing>>) => {
    let single: string | null = null
    const done = await attempt('preparing complaints', async () => {
      const deps = { repo: services.repo, clock: services.clock }
      const started = await startComplaints(deps, proposed, 'en')
      if (started.length === 0) return ok({ text: words.nothingPrepared, takeBack: null })
      if (proposed.length === 1) single = started[0]?.complaintId ?? null
      return ok({
        text: words.prepared(started.length),
        async takeBack() {
          for (const { complaintId } of started) {
            const lines = await services.repo.lines(complaintId)
            const outcome = await releaseLines(deps, {
              complaintId,
              lineIds: lines.map(({ lineId }) => lineId),
            })
            if (!outcome.ok) return outcome
          }
          return ok(null)
        },
      })
    })
    if (done && single !== null) location.hash = `#/complaints/${single}`
  }

  if (queued.length === 0 && stored.length === 0) {
    return (
      <Notice tone="plain">
        <p className="font-semibold">{words.emptyTitle}</p>
        <p>{words.empty}</p>
      </Notice>
    )
  }
  return (
    <>
      {known.rights.length === 0 && (
        <Notice tone="warn">
          {words.noRights}{' '}
          <a href="#/rights" className="text-accent underline">
            {words.enterRights}
          </a>
        </Notice>
      )}
      <div
        className={classNames(
          'grid items-start gap-6',
          waiting.length > 0 && 'lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]',
        )}
      >
        <Section title={words.waiting} count={waiting.length} hint={words.waitingHint}>
          <WaitingPanel waiting={waiting} known={known} decide={decide} openUrl={services.openUrl} />
        </Section>
        <div className="flex min-w-0 flex-col gap-6">
          <Section
            title={words.proposed}
            count={complaints.length}
            hint={complaints.length > 0 ? words.proposedHint : words.nothingProposed}
          >
            {complaints.length > 0 && (
              <ProposedPanel
                complaints={complaints}
                known={known}
                portalId={portalId}
                onPortal={setPortal}
                onPrepare={(wanted) => void prepare(wanted)}
                onUndecide={({ listings }) =>
                  void change(listings, null, null, words.undecided(listings.length))
                }
              />
            )}
          </Section>
          {drafts.length > 0 && (
            <Section title={words.drafts} count={drafts.length} hint={words.draftsHint}>
              <PackableDrafts drafts={drafts} known={known} />
            </Section>
          )}
          {filed.length > 0 && (
            <Section title={words.filed} count={filed.length}>
              <DraftsPanel drafts={filed} known={known} />
            </Section>
          )}
        </div>
      </div>
      <ToastRegion toast={toast} dismissLabel={words.dismiss} />
    </>
  )
}

function Section({
  title,
  count,
  hint,
  children,
}: {
  title: string
  count: number
  hint?: string
  children: ReactNode
}) {
  const titleId = useId()
  return (
    <section aria-labelledby={titleId} className="flex min-w-0 flex-col gap-3">
      <div>
        <h2 id={titleId} className="text-base font-semibold">
          {title}{' '}
          <span className="font-normal text-ink-soft tabular-nums">{count.toLocaleString(locale)}</span>
        </h2>
        {hint !== undefined && <p className="text-ink-soft">{hint}</p>}
      </div>
      {children}
    </section>
  )
}

/** Newest first, each checked as it stands now. */
function summariesOf(
  stored: LoadedProps['stored'],
  queued: readonly QueuedListing[],
  known: Known,
): DraftSummary[] {
  const { rights, rightOf, holderOf, rules, today, nowMs } = known
  const listingsOf = Map.groupBy(queued, ({ complaintId }) => complaintId)
  return stored
    .toSorted(
      (one, other) =>
        other.complaint.createdAtMs - one.complaint.createdAtMs ||
        complaintName(known, one.complaint).localeCompare(complaintName(known, other.complaint)),
    )
    .map(({ complaint, lines }) => {
      if (complaint.state === 'filed') return { complaint, lines, blocking: 0, warnings: 0 }
      const right = rightOf.get(complaint.rightId) ?? null
      const listings = (listingsOf.get(complaint.complaintId) ?? []).map(({ facts }) => facts)
      const holder = (right && holderOf.get(right.holderId)) ?? null
      const groups = groupPoints(
        checkComplaint({ complaint, right, rights, holder, listings, rules, today, nowMs }),
      )
      const blocking = groups.filter(({ severity }) => severity === 'blocking').length
      // What was taken out of the queue meanwhile stands in the way too.
      return {
        complaint,
        lines,
        blocking: blocking + (listings.length < lines ? 1 : 0),
        warnings: groups.length - blocking,
      }
    })
}
