import { type ReactNode, StrictMode, useEffect, useState, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { DemoBanner } from '../../components/dashboard/demo-banner.tsx'
import { words } from '../../components/dashboard/words.ts'
import { CopiesHint } from '../../components/pack/copies-hint.tsx'
import { FailedQueue } from '../../components/queue/failed-queue.tsx'
import { FailureBoundary } from '../../components/ui/failure-boundary.tsx'
import { LoadingPage } from '../../components/ui/loading-page.tsx'
import { PageFrame } from '../../components/ui/page-frame.tsx'
import { rememberedPlaceName } from '../../lib/browser/copy-place.ts'
import { dashboardPath, isDemoPage } from '../../lib/browser/demo-page.ts'
import { loadPage } from './load-page.tsx'
import { Notices } from './notices.tsx'
import { onReopened, openedCount } from './open-once.ts'
import { placeOf, places } from './places.tsx'
import { type Route, readRoute } from './route.ts'

interface Shown {
  route: Route
  hash: string
  content: ReactNode
}

/**
 * What the address names, once it is loaded; until then what was shown before stays. No Suspense: React keeps
 * its fallback for 300 ms at least.
 */
function useShownPage(): Shown | { thrown: unknown } | null {
  const [shown, setShown] = useState<Shown | { thrown: unknown } | null>(null)
  useEffect(() => {
    let newest = 0
    const show = () => {
      newest += 1
      const own = newest
      const { hash } = location
      const route = readRoute(hash)
      loadPage(route, hash).then(
        (content) => own === newest && setShown({ route, hash, content }),
        (thrown: unknown) => own === newest && setShown({ thrown }),
      )
    }
    show()
    addEventListener('hashchange', show)
    return () => {
      newest = -1
      removeEventListener('hashchange', show)
    }
  }, [])
  return shown
}

const failed = (thrown: unknown) => (
  <FailedQueue thrown={thrown} hint={<CopiesHint placeName={rememberedPlaceName} />} />
)

function Dashboard() {
  const shown = useShownPage()
  const opened = useSyncExternalStore(onReopened, openedCount)
  const page = shown && 'route' in shown ? shown.route.page : null
  return (
    <PageFrame
      product={words.product}
      label={words.navigation}
      places={places}
      current={page && placeOf[page]}
      skipLabel={words.skip}
      banner={isDemoPage ? <DemoBanner onLeave={leaveDemo} /> : <Notices key={opened} page={page} />}
    >
      {!shown && <LoadingPage label={words.loading} />}
      {shown && 'thrown' in shown && failed(shown.thrown)}
      {shown && 'content' in shown && (
        <FailureBoundary of={shown.hash} fallback={failed}>
          {shown.content}
        </FailureBoundary>
      )}
    </PageFrame>
  )
}

const leaveDemo = () => location.assign(dashboardPath('#/settings', false))

const root = document.getElementById('root')
if (!root) throw new Error('dashboard/index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <Dashboard />
  </StrictMode>,
)
