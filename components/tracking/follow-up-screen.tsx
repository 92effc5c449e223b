import { useUndo } from '../complaints/use-undo.ts'
import { classNames } from '../ui/class-names.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { ToastRegion, useToast } from '../ui/toast.tsx'
import { CaseView } from './case-view.tsx'
import { CasesView } from './cases-view.tsx'
import { DaysOffView } from './days-off-view.tsx'
import { type FollowUpView, followUpHash, followUpParts } from './follow-up-view.ts'
import { GoodFaithView } from './good-faith-view.tsx'
import { ListView } from './list-view.tsx'
import type { FollowUpServices } from './services.ts'
import { TodayView } from './today-view.tsx'
import { type FollowUpState, useFollowUp } from './use-follow-up.ts'
import { VisitsView } from './visits-view.tsx'
import { followUpWords as words } from './words.ts'

/** What every part of the page works with. */
export interface PartProps {
  services: FollowUpServices
  state: FollowUpState
  attempt: ReturnType<typeof useUndo>['attempt']
}

/** Filed complaints: what is due, how they stand, and what is entered of them. */
export function FollowUpScreen({ services, view }: { services: FollowUpServices; view: FollowUpView }) {
  const state = useFollowUp(services)
  const toast = useToast()
  const { attempt } = useUndo(toast.show, services.queueChanged)
  return (
    <main className="mx-auto flex w-full max-w-5xl flex-col gap-5 px-4 py-6 sm:px-6">
      <div>
        <PageHeading tabTitle={words.tabTitle}>{words.title}</PageHeading>
        <p className="mt-1 text-ink-soft">{words.lead}</p>
      </div>
      <nav aria-label={words.parts} className="overflow-x-auto border-b border-line">
        <ul className="flex">
          {followUpParts.map((part) => {
            const isCurrent = part === view.part || (part === 'cases' && view.part === 'case')
            return (
              <li key={part}>
                <a
                  href={followUpHash(part)}
                  aria-current={isCurrent ? 'page' : undefined}
                  className={classNames(
                    'flex h-9 items-center border-b-2 px-3 font-medium whitespace-nowrap focus-visible:-outline-offset-2',
                    isCurrent ? 'border-accent text-ink' : 'border-transparent text-ink-soft hover:text-ink',
                  )}
                >
                  {words.part[part]}
                </a>
              </li>
            )
          })}
        </ul>
      </nav>
      {state ? (
        <Part view={view} services={services} state={state} attempt={attempt} />
      ) : (
        <p role="status">{words.loading}</p>
      )}
      <ToastRegion toast={toast} dismissLabel={words.dismiss} />
    </main>
  )
}

function Part({ view, ...props }: PartProps & { view: FollowUpView }) {
  const { filed, today } = props.state
  const isEmpty = filed.length === 0 && today.toFile.length === 0
  if (isEmpty && view.part !== 'days-off' && view.part !== 'case') {
    return (
      <Notice tone="plain">
        <p className="font-semibold">{words.emptyTitle}</p>
        <p>{words.empty}</p>
        <a href="#/complaints" className="text-accent underline">
          {words.openComplaints}
        </a>
      </Notice>
    )
  }
  switch (view.part) {
    case 'today':
      return <TodayView {...props} />
    case 'cases':
      return <CasesView {...props} />
    case 'case':
      return <CaseView key={view.complaintId} {...props} complaintId={view.complaintId} />
    case 'visits':
      return <VisitsView {...props} />
    case 'list':
      return <ListView {...props} />
    case 'good-faith':
      return <GoodFaithView {...props} />
    case 'days-off':
      return <DaysOffView {...props} />
  }
}
