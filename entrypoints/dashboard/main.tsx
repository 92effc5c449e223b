import { lazy, StrictMode, Suspense, use, useMemo, useState, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { ComparisonScreen } from '../../components/complaints/comparison-screen.tsx'
import { ComplaintScreen } from '../../components/complaints/complaint-screen.tsx'
import { ComplaintsScreen } from '../../components/complaints/complaints-screen.tsx'
import type { EvidenceKind } from '../../components/pack/evidence-kind.ts'
import { EvidenceScreen } from '../../components/pack/evidence-screen.tsx'
import type { EvidenceChoice } from '../../components/pack/export-evidence.ts'
import { ExportScreen } from '../../components/pack/export-screen.tsx'
import type { PacksView } from '../../components/pack/packs-view.ts'
import { FailedQueue } from '../../components/queue/failed-queue.tsx'
import { LoadingQueue } from '../../components/queue/loading-queue.tsx'
import type { RightsView } from '../../components/rights/rights-view.ts'
import { HeaderMaskSection } from '../../components/settings/header-mask-section.tsx'
import { PortalRulesSection } from '../../components/settings/portal-rules.tsx'
import { SettingsScreen } from '../../components/settings/settings-screen.tsx'
import { TimeStampSection } from '../../components/settings/time-stamp-section.tsx'
import { FailureBoundary } from '../../components/ui/failure-boundary.tsx'
import { PageFrame } from '../../components/ui/page-frame.tsx'
import { WelcomeScreen } from '../../components/welcome/welcome-screen.tsx'
import { storedAnchor } from '../../lib/browser/ledger-anchor.ts'
import type { QueueGroup } from '../../lib/queue/flag.ts'
import { type DocketDatabase, openDatabase } from '../../lib/storage/database.ts'
import { calendarToday, complaintServices, rulesServices } from './complaint-services.ts'
import { evidenceHash, type Route, readRoute } from './route.ts'
import {
  evidenceServices,
  exportServices,
  headerMaskServices,
  mhtmlServices,
  openSite,
  operatorServices,
  screenshotServices,
  timeStampServices,
} from './services.ts'
import { UnknownPage } from './unknown-page.tsx'

let opened: Promise<DocketDatabase> | null = null
/** Opened by the first page that needs it: the welcome page must show even where it cannot be opened. */
const database = () => {
  opened ??= openDatabase(storedAnchor)
  return opened
}

const onHashChange = (callback: () => void) => {
  addEventListener('hashchange', callback)
  return () => removeEventListener('hashchange', callback)
}

function Export({ group }: { group: QueueGroup }) {
  const ready = use(database())
  const [services] = useState(() => exportServices(ready))
  return <ExportScreen key={group} services={services} group={group} />
}

function Evidence({ kind, choice }: { kind: EvidenceKind; choice: EvidenceChoice }) {
  const ready = use(database())
  const [services] = useState(() => evidenceServices(ready))
  return (
    <EvidenceScreen
      services={services}
      kind={kind}
      choice={choice}
      addressOf={(other) => evidenceHash(choice, other)}
    />
  )
}

function Complaints({ route }: { route: Route }) {
  const ready = use(database())
  const [services] = useState(() => complaintServices(ready))
  if (route.page === 'complaints') return <ComplaintsScreen services={services} />
  if (route.page === 'complaint') {
    return (
      <ComplaintScreen
        key={route.complaintId}
        services={services}
        complaintId={route.complaintId}
        firstField={route.field}
      />
    )
  }
  if (route.page === 'comparison') {
    return <ComparisonScreen key={route.comparisonId} services={services} {...route} />
  }
  return null
}

/** A script of its own: the other pages need none of its forms. */
const RightsPage = lazy(async () => ({ default: (await import('./rights-page.tsx')).RightsPage }))

function Rights({ view }: { view: RightsView }) {
  return <RightsPage database={use(database())} view={view} />
}

/** Likewise, and loaded when packs are made. */
const PacksPage = lazy(async () => ({ default: (await import('./packs-page.tsx')).PacksPage }))

function Packs({ view }: { view: PacksView }) {
  return <PacksPage database={use(database())} view={view} />
}

const operator = operatorServices(database)
const headerMask = headerMaskServices(database)
const rules = rulesServices(database)
const timeStamps = timeStampServices(database)

function Dashboard() {
  const hash = useSyncExternalStore(onHashChange, () => location.hash)
  const route = useMemo(() => readRoute(hash), [hash])
  if (route.page === 'welcome') {
    return (
      <WelcomeScreen
        permission={screenshotServices}
        mhtml={mhtmlServices()}
        operator={operator}
        openSite={openSite}
      />
    )
  }
  return (
    <PageFrame product="Docket">
      {route.page === 'export' && <Export group={route.group} />}
      {route.page === 'evidence' && <Evidence key={hash} kind={route.kind} choice={route.choice} />}
      {(route.page === 'complaints' || route.page === 'complaint' || route.page === 'comparison') && (
        <Complaints route={route} />
      )}
      {route.page === 'settings' && (
        <SettingsScreen>
          <HeaderMaskSection setting={headerMask} />
          <TimeStampSection services={timeStamps} />
          <PortalRulesSection store={rules} today={calendarToday} />
        </SettingsScreen>
      )}
      {route.page === 'packs' && <Packs key={hash} view={route.view} />}
      {route.page === 'rights' && <Rights view={route.view} />}
      {route.page === 'unknown' && <UnknownPage />}
    </PageFrame>
  )
}

const root = document.getElementById('root')
if (!root) throw new Error('dashboard/index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <FailureBoundary fallback={(thrown) => <FailedQueue thrown={thrown} />}>
      <Suspense fallback={<LoadingQueue />}>
        <Dashboard />
      </Suspense>
    </FailureBoundary>
  </StrictMode>,
)
