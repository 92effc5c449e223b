import { type ReactNode, StrictMode, useEffect, useRef, useState, useSyncExternalStore } from 'react'
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
import { WithPalette } from './with-palette.tsx'

interface Shown {
  route: Route
  hash: string
  content: ReactNode
}

/**
 * What the address names, once it is loaded; until then what was shown before stays. No Suspense: React keeps
 * its fallback for 300 ms at least. Loaded again where the database was `opened` anew: the page keeps what was
 * typed into it.
 */
function useShownPage(opened: number): Shown | { thrown: unknown } | null {
  const [shown, setShown] = useState<Shown | { thrown: unknown } | null>(null)
  /** The same address is the same route: a page that was told of another would begin anew. */
  const read = useRef<{ hash: string; route: Route } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another connection is another page
  useEffect(() => {
    let newest = 0
    const show = () => {
      newest += 1
      const own = newest
      const { hash } = location
      if (read.current?.hash !== hash) read.current = { hash, route: readRoute(hash) }
      const { route } = read.current
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
  }, [opened])
  return shown
}

const failed = (thrown: unknown) => (
  <FailedQueue thrown={thrown} hint={<CopiesHint placeName={rememberedPlaceName} />} />
)

function Dashboard() {
  const opened = useSyncExternalStore(onReopened, openedCount)
  const shown = useShownPage(opened)
  const page = shown && 'route' in shown ? shown.route.page : null
  return (
    <WithPalette>
      {(paletteButton) => (
        <PageFrame
          product={words.product}
          label={words.navigation}
          places={places}
          current={page && placeOf[page]}
          skipLabel={words.skip}
          banner={isDemoPage ? <DemoBanner onLeave={leaveDemo} /> : <Notices key={opened} page={page} />}
          tools={paletteButton}
        >
          {!shown && <LoadingPage label={words.loading} />}
          {shown && 'thrown' in shown && failed(shown.thrown)}
          {shown && 'content' in shown && (
            <FailureBoundary of={`${opened} ${shown.hash}`} fallback={failed}>
              {shown.content}
            </FailureBoundary>
          )}
        </PageFrame>
      )}
    </WithPalette>
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
