import { Suspense, use, useMemo } from 'react'
import { StorageNotices } from '../../components/pack/storage-notices.tsx'
import { FailureBoundary } from '../../components/ui/failure-boundary.tsx'
import { storageNoticeServices } from './copy-services.ts'
import { database } from './open-once.ts'
import type { Route } from './route.ts'

type Page = Route['page'] | null

/** What the storage has to say, above every page; nothing where it cannot be opened: then the page says so. */
export const Notices = ({ page }: { page: Page }) => (
  <FailureBoundary fallback={() => null}>
    <Suspense fallback={null}>
      <Opened page={page} />
    </Suspense>
  </FailureBoundary>
)

function Opened({ page }: { page: Page }) {
  const ready = use(database())
  const services = useMemo(() => storageNoticeServices(ready), [ready])
  return (
    <StorageNotices
      services={services}
      showsBacklog={page !== 'settings' && page !== 'restore'}
      showsAction={page !== 'restore'}
    />
  )
}
