import { type ReactNode, StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { FailedQueue } from '../../components/queue/failed-queue.tsx'
import { FailureBoundary } from '../../components/ui/failure-boundary.tsx'
import { LoadingPage } from '../../components/ui/loading-page.tsx'
import { PageFrame } from '../../components/ui/page-frame.tsx'
import { loadPage } from './load-page.tsx'
import { placeOf, places } from './places.tsx'
import { type Route, readRoute } from './route.ts'
import { words } from './words.ts'

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

function Dashboard() {
  const shown = useShownPage()
  const failed = (thrown: unknown) => <FailedQueue thrown={thrown} />
  return (
    <PageFrame
      product={words.product}
      label={words.navigation}
      places={places}
      current={shown && 'route' in shown ? placeOf[shown.route.page] : null}
      skipLabel={words.skip}
    >
      {!shown && <LoadingPage label={words.loading} />}
      {shown && 'thrown' in shown && failed(shown.thrown)}
      {shown && 'content' in shown && (
        <FailureBoundary key={shown.hash} fallback={failed}>
          {shown.content}
        </FailureBoundary>
      )}
    </PageFrame>
  )
}

const root = document.getElementById('root')
if (!root) throw new Error('dashboard/index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <Dashboard />
  </StrictMode>,
)
