import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { DeskScreen } from '../../components/complaints/desk/desk-screen.tsx'
import { FailedQueue } from '../../components/queue/failed-queue.tsx'
import { LoadingQueue } from '../../components/queue/loading-queue.tsx'
import { FailureBoundary } from '../../components/ui/failure-boundary.tsx'
import { storedAnchor } from '../../lib/browser/ledger-anchor.ts'
import { openDatabase } from '../../lib/storage/database.ts'
import { deskServices } from './services.ts'

const element = document.getElementById('root')
if (!element) throw new Error('sidepanel/index.html has no #root')
const root = createRoot(element)
const show = (screen: ReactNode) =>
  root.render(
    <StrictMode>
      <FailureBoundary fallback={(thrown) => <FailedQueue thrown={thrown} />}>{screen}</FailureBoundary>
    </StrictMode>,
  )

show(<LoadingQueue />)
openDatabase(storedAnchor).then(
  (database) => show(<DeskScreen services={deskServices(database)} />),
  (error: unknown) => show(<FailedQueue thrown={error} />),
)
