import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { FailedQueue } from '../../components/queue/failed-queue.tsx'
import { LoadingQueue } from '../../components/queue/loading-queue.tsx'
import { QueueScreen } from '../../components/queue/queue-screen.tsx'
import { FailureBoundary } from '../../components/ui/failure-boundary.tsx'
import { storedAnchor } from '../../lib/browser/ledger-anchor.ts'
import { openDatabase } from '../../lib/storage/database.ts'
import { fitWindow } from './fit-window.ts'
import { popupServices } from './services.ts'

const element = document.getElementById('root')
if (!element) throw new Error('popup/index.html has no #root')
const root = createRoot(element)
const show = (screen: ReactNode) =>
  root.render(
    <StrictMode>
      <FailureBoundary fallback={(thrown) => <FailedQueue thrown={thrown} />}>{screen}</FailureBoundary>
    </StrictMode>,
  )

// First of all: the browser opens and reads in its own process, while this one builds what stands there meanwhile.
const services = openDatabase(storedAnchor).then(popupServices)
fitWindow()
// No Suspense: React keeps its fallback for 300 ms at least, and the popup has 200 for everything.
show(<LoadingQueue />)
services.then(
  (ready) => show(<QueueScreen services={ready} />),
  (error: unknown) => show(<FailedQueue thrown={error} />),
)
