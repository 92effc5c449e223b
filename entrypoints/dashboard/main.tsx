import { StrictMode, Suspense, use, useState, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { ExportScreen } from '../../components/pack/export-screen.tsx'
import { FailedQueue } from '../../components/queue/failed-queue.tsx'
import { LoadingQueue } from '../../components/queue/loading-queue.tsx'
import { FailureBoundary } from '../../components/ui/failure-boundary.tsx'
import { PageFrame } from '../../components/ui/page-frame.tsx'
import { WelcomeScreen } from '../../components/welcome/welcome-screen.tsx'
import { storedAnchor } from '../../lib/browser/ledger-anchor.ts'
import type { QueueGroup } from '../../lib/queue/flag.ts'
import { type DocketDatabase, openDatabase } from '../../lib/storage/database.ts'
import { readRoute } from './route.ts'
import { exportServices, openSite, permissionServices } from './services.ts'
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

function Dashboard() {
  const route = readRoute(useSyncExternalStore(onHashChange, () => location.hash))
  if (route.page === 'welcome') return <WelcomeScreen permission={permissionServices} openSite={openSite} />
  return (
    <PageFrame product="Docket">
      {route.page === 'export' ? <Export group={route.group} /> : <UnknownPage />}
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
