import type { ReactNode } from 'react'
import { isDemoPage } from '../../lib/browser/demo-page.ts'
import { database, reopenDatabase, replacingDatabase, restoringDatabase } from './open-once.ts'
import type { ComplaintsRoute, Route } from './route.ts'

type Loaders = {
  [Page in Route['page']]: (route: Extract<Route, { page: Page }>, hash: string) => Promise<ReactNode>
}

/** Each page is a script of its own, so that none waits for what only others need. */
const loaders: Loaders = {
  welcome: async () => {
    const { WelcomePage } = await import('./welcome-page.tsx')
    return <WelcomePage />
  },
  settings: async () => {
    const [{ SettingsPage }, ready] = await Promise.all([import('./settings-page.tsx'), database()])
    return <SettingsPage database={ready} />
  },
  captures: async ({ filter }) => {
    const [{ CapturesPage }, ready] = await Promise.all([import('./captures-page.tsx'), database()])
    return <CapturesPage database={ready} filter={filter} />
  },
  capture: async ({ captureId, part }) => {
    const [{ CapturePage }, ready] = await Promise.all([import('./capture-page.tsx'), database()])
    return <CapturePage key={captureId} database={ready} captureId={captureId} part={part} />
  },
  storage: async () => {
    const [{ StoragePage }, ready] = await Promise.all([import('./storage-page.tsx'), database()])
    return <StoragePage database={ready} />
  },
  export: async ({ group }) => {
    const [{ ExportPage }, ready] = await Promise.all([import('./export-page.tsx'), database()])
    return <ExportPage key={group} database={ready} group={group} />
  },
  evidence: async ({ kind, choice }, hash) => {
    const [{ EvidenceExportPage }, ready] = await Promise.all([import('./export-page.tsx'), database()])
    return <EvidenceExportPage key={hash} database={ready} kind={kind} choice={choice} />
  },
  complaints: async (route) => complaintsPage(route),
  complaint: async (route) => complaintsPage(route),
  comparison: async (route) => complaintsPage(route),
  packs: async ({ view }) => {
    const [{ PacksPage }, ready] = await Promise.all([import('./packs-page.tsx'), database()])
    return <PacksPage database={ready} view={view} />
  },
  'follow-up': async ({ view }) => {
    const [{ FollowUpPage }, ready] = await Promise.all([import('./follow-up-page.tsx'), database()])
    return <FollowUpPage database={ready} view={view} />
  },
  review: async ({ view }) => {
    const [{ ReviewPage }, ready] = await Promise.all([import('./review-page.tsx'), database()])
    return <ReviewPage database={ready} view={view} />
  },
  rights: async ({ view }) => {
    const [{ RightsPage }, ready] = await Promise.all([import('./rights-page.tsx'), database()])
    return <RightsPage database={ready} view={view} />
  },
  sellers: async ({ view }) => {
    if (view.view === 'graph') {
      const [{ SellerGraphPage }, ready] = await Promise.all([import('./seller-graph-page.tsx'), database()])
      return <SellerGraphPage key={view.sellerId} database={ready} view={view} />
    }
    const [{ SellersPage }, ready] = await Promise.all([import('./sellers-page.tsx'), database()])
    return <SellersPage database={ready} view={view} />
  },
  insights: async ({ view }) => {
    const [{ InsightsPage }, ready] = await Promise.all([import('./insights-page.tsx'), database()])
    return <InsightsPage database={ready} view={view} />
  },
  'quick-entry': async () => {
    const [{ QuickEntryPage }, ready] = await Promise.all([import('./quick-entry-page.tsx'), database()])
    return <QuickEntryPage database={ready} />
  },
  import: async () => {
    const [{ ImportPage }, ready] = await Promise.all([import('./import-page.tsx'), database()])
    return <ImportPage database={ready} />
  },
  restore: async () => {
    const [{ RestorePage }, ready] = await Promise.all([import('./restore-page.tsx'), restoringDatabase()])
    return <RestorePage database={ready} reopen={reopenDatabase} />
  },
  backup: async () => {
    const [{ BackupPage }, ready] = await Promise.all([import('./backup-page.tsx'), database()])
    return <BackupPage database={ready} />
  },
  'data-export': async () => {
    const [{ DataExportPage }, ready] = await Promise.all([import('./backup-page.tsx'), database()])
    return <DataExportPage database={ready} />
  },
  'restore-backup': async () => {
    const { RestoreBackupPage } = await import('./backup-page.tsx')
    return <RestoreBackupPage open={replacingDatabase} />
  },
  unknown: async () => {
    const { UnknownPage } = await import('./unknown-page.tsx')
    return <UnknownPage />
  },
}

async function complaintsPage(route: ComplaintsRoute): Promise<ReactNode> {
  const [{ ComplaintsPage }, ready] = await Promise.all([import('./complaints-page.tsx'), database()])
  return <ComplaintsPage database={ready} route={route} />
}

/** Pages that are about the real data, its places and its keys. */
const ownDataAlone: ReadonlySet<Route['page']> = new Set([
  'welcome',
  'settings',
  'import',
  'restore',
  'backup',
  'restore-backup',
])

/** The page that the route names. @throws where the storage cannot be opened. */
export const loadPage = (route: Route, hash: string): Promise<ReactNode> =>
  isDemoPage && ownDataAlone.has(route.page)
    ? import('../../components/dashboard/demo-banner.tsx').then(({ NotInDemo }) => <NotInDemo />)
    : (loaders[route.page] as (route: Route, hash: string) => Promise<ReactNode>)(route, hash)
