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
import { storedAnchor } from '../../lib/browser/ledger-anchor.ts'
import { openDatabase } from '../../lib/storage/database.ts'
import { dexieReminders } from '../../lib/storage/dexie-reminders.ts'
import { fitWindow } from './fit-window.ts'
import { noticeServices, openFollowUp, popupServices } from './services.ts'

const element = document.getElementById('root')
if (!element) throw new Error('popup/index.html has no #root')
const root = createRoot(element)
const failed = (thrown: unknown) => (
  <FailedQueue thrown={thrown} hint={<CopiesHint placeName={rememberedPlaceName} />} />
)
const show = (screen: ReactNode) =>
  root.render(
    <StrictMode>
      <FailureBoundary fallback={failed}>{screen}</FailureBoundary>
    </StrictMode>,
  )

// First of all: the browser opens and reads in its own process, while this one builds what stands there meanwhile.
const opened = openDatabase(storedAnchor).then(async (database) => ({
  services: await popupServices(database),
  notices: noticeServices(database),
  reminders: dexieReminders(database),
}))
fitWindow()
// No Suspense: React keeps its fallback for 300 ms at least, and the popup has 200 for everything.
show(<LoadingQueue />)
opened.then(
  ({ services, notices, reminders }) =>
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
  (error: unknown) => show(failed(error)),
)
