import { StrictMode, Suspense, use, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { FailedQueue } from '../../components/queue/failed-queue.tsx'
import { LoadingQueue } from '../../components/queue/loading-queue.tsx'
import { QueueScreen } from '../../components/queue/queue-screen.tsx'
import { FailureBoundary } from '../../components/ui/failure-boundary.tsx'
import { storedAnchor } from '../../lib/browser/ledger-anchor.ts'
import { type DocketDatabase, openDatabase } from '../../lib/storage/database.ts'
import { fitWindow } from './fit-window.ts'
import { popupServices } from './services.ts'

function Popup({ database }: { database: Promise<DocketDatabase> }) {
  const opened = use(database)
  const [services] = useState(() => popupServices(opened))
  return <QueueScreen services={services} />
}

const database = openDatabase(storedAnchor)
fitWindow()
const root = document.getElementById('root')
if (!root) throw new Error('popup/index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <FailureBoundary fallback={(thrown) => <FailedQueue thrown={thrown} />}>
      <Suspense fallback={<LoadingQueue />}>
        <Popup database={database} />
      </Suspense>
    </FailureBoundary>
  </StrictMode>,
)
