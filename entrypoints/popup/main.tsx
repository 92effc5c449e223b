import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { CopiesHint } from '../../components/pack/copies-hint.tsx'
import { StorageNotices } from '../../components/pack/storage-notices.tsx'
import { FailedQueue } from '../../components/queue/failed-queue.tsx'
import { LoadingQueue } from '../../components/queue/loading-queue.tsx'
import { QueueScreen } from '../../components/queue/queue-screen.tsx'
import { ReminderLine } from '../../components/tracking/reminder-line.tsx'
import { FailureBoundary } from '../../components/ui/failure-boundary.tsx'
import { rememberedPlaceName } from '../../lib/browser/copy-place.ts'
import { keepDatabaseOpen } from '../../lib/browser/keep-database-open.ts'
import { dexieReminders } from '../../lib/storage/dexie-reminders.ts'
import { fitWindow } from './fit-window.ts'
import { noticeServices, openFollowUp, popupServices } from './services.ts'

const element = document.getElementById('root')
if (!element) throw new Error('popup/index.html has no #root')
const root = createRoot(element)
const failed = (thrown: unknown) => (
  <FailedQueue thrown={thrown} hint={<CopiesHint placeName={rememberedPlaceName} />} />
)
const kept = keepDatabaseOpen()
const show = (screen: ReactNode) =>
  root.render(
    <StrictMode>
      <FailureBoundary of={String(kept.count())} fallback={failed}>
        {screen}
      </FailureBoundary>
    </StrictMode>,
  )

const openQueue = async () => {
  const database = await kept.get()
  return {
    services: await popupServices(database),
    notices: noticeServices(database),
    reminders: dexieReminders(database),
  }
}

let newest: Promise<unknown>
function showQueue(): void {
  const opened = openQueue()
  newest = opened
  opened.then(
    ({ services, notices, reminders }) =>
      newest === opened &&
      show(
        <QueueScreen
          services={services}
          notices={
            <>
              <StorageNotices services={notices} />
              <ReminderLine reminders={reminders} onOpen={openFollowUp} />
            </>
          }
        />,
      ),
    (error: unknown) => newest === opened && show(failed(error)),
  )
}

// First of all: the browser opens and reads in its own process, while this one builds what stands there meanwhile.
showQueue()
fitWindow()
// No Suspense: React keeps its fallback for 300 ms at least, and the popup has 200 for everything.
show(<LoadingQueue />)
kept.onReopen(showQueue)
