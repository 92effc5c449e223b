import type { ReactNode } from 'react'
import { storedAnchor } from '../../lib/browser/ledger-anchor.ts'
import { type DocketDatabase, openDatabase } from '../../lib/storage/database.ts'
import type { Route } from './route.ts'

let opened: Promise<DocketDatabase> | null = null

/** Opened by the first page that needs it: the welcome page must show even where it cannot be opened. */
export function database(): Promise<DocketDatabase> {
  opened ??= openDatabase(storedAnchor)
  return opened
}

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
    const { SettingsPage } = await import('./settings-page.tsx')
    return <SettingsPage />
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
  unknown: async () => {
    const { UnknownPage } = await import('./unknown-page.tsx')
    return <UnknownPage />
  },
}

/** The page that the route names. @throws where the storage cannot be opened. */
export const loadPage = (route: Route, hash: string): Promise<ReactNode> =>
  (loaders[route.page] as (route: Route, hash: string) => Promise<ReactNode>)(route, hash)
