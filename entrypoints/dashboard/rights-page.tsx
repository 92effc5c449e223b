import { useMemo } from 'react'
import { browser } from 'wxt/browser'
import { RightsPages } from '../../components/rights/rights-pages.tsx'
import type { RightsView } from '../../components/rights/rights-view.ts'
import type { RightsServices } from '../../components/rights/services.ts'
import { keptDrafts } from '../../lib/browser/kept-drafts.ts'
import { writePaper } from '../../lib/browser/write-pdf.ts'
import { systemClock } from '../../lib/core/clock.ts'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { dexiePortalRules } from '../../lib/storage/dexie-portal-rules.ts'
import { dexiePortalSteps } from '../../lib/storage/dexie-portal-steps.ts'
import { dexieRightsRepo } from '../../lib/storage/dexie-rights-repo.ts'
import { packFiles } from './services.ts'

/** Joins the pages of rights to database and browser. */
const rightsServices = (database: DocketDatabase): RightsServices => ({
  repo: dexieRightsRepo(database),
  drafts: keptDrafts,
  steps: dexiePortalSteps(database),
  clock: systemClock,
  rules: dexiePortalRules(database),
  version: browser.runtime.getManifest().version,
  // The address lives as long as this page; the tab that shows it has read it by then.
  openFile: (file) => void open(URL.createObjectURL(file), '_blank'),
  writePaper,
  ...packFiles,
})

export function RightsPage({ database, view }: { database: DocketDatabase; view: RightsView }) {
  const services = useMemo(() => rightsServices(database), [database])
  return <RightsPages services={services} view={view} />
}
