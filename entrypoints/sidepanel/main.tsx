import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { DeskScreen } from '../../components/complaints/desk/desk-screen.tsx'
import { FailedQueue } from '../../components/queue/failed-queue.tsx'
import { LoadingQueue } from '../../components/queue/loading-queue.tsx'
import { FailureBoundary } from '../../components/ui/failure-boundary.tsx'
import { keepDatabaseOpen } from '../../lib/browser/keep-database-open.ts'
import { deskServices } from './services.ts'

const element = document.getElementById('root')
if (!element) throw new Error('sidepanel/index.html has no #root')
const root = createRoot(element)
const kept = keepDatabaseOpen()
const show = (screen: ReactNode) =>
  root.render(
    <StrictMode>
      <FailureBoundary of={String(kept.count())} fallback={(thrown) => <FailedQueue thrown={thrown} />}>
        {screen}
      </FailureBoundary>
    </StrictMode>,
  )

let newest: Promise<unknown>
function showDesk(): void {
  const opened = kept.get()
  newest = opened
  opened.then(
    (database) => newest === opened && show(<DeskScreen services={deskServices(database)} />),
    (error: unknown) => newest === opened && show(<FailedQueue thrown={error} />),
  )
}

show(<LoadingQueue />)
showDesk()
kept.onReopen(showDesk)
