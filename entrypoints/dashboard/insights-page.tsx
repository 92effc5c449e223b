import { useMemo } from 'react'
import { browser } from 'wxt/browser'
import { InsightsScreen } from '../../components/insights/insights-screen.tsx'
import type { InsightsView } from '../../components/insights/insights-view.ts'
import type { InsightsServices } from '../../components/insights/services.ts'
import { writePaper } from '../../lib/browser/write-pdf.ts'
import { systemClock } from '../../lib/core/clock.ts'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { dexieInsightReader } from '../../lib/storage/dexie-insight-reader.ts'
import { dexieLineOutcomes } from '../../lib/storage/dexie-line-outcomes.ts'
import { dexiePortalRules } from '../../lib/storage/dexie-portal-rules.ts'
import { dexieRightsRepo } from '../../lib/storage/dexie-rights-repo.ts'
import { dexieSellerIndex } from '../../lib/storage/dexie-seller-index.ts'
import { dexieWorkBaseline } from '../../lib/storage/dexie-work-baseline.ts'
import { saveBlob } from './complaint-services.ts'
import { captureHash, capturesHash } from './route.ts'

export function InsightsPage({ database, view }: { database: DocketDatabase; view: InsightsView }) {
  const services = useMemo(() => insightsServices(database), [database])
  return <InsightsScreen services={services} view={view} />
}

/** Joins the page of insights to database and browser. */
const insightsServices = (database: DocketDatabase): InsightsServices => ({
  reader: dexieInsightReader(database, dexieLineOutcomes(database)),
  baseline: dexieWorkBaseline(database),
  index: dexieSellerIndex(database),
  rights: dexieRightsRepo(database),
  rules: dexiePortalRules(database),
  clock: systemClock,
  readOnlyBecause: database.readOnlyBecause,
  version: browser.runtime.getManifest().version,
  writePaper,
  saveFile: saveBlob,
  addresses: {
    capture: (captureId) => captureHash(captureId),
    captures: (comId) => capturesHash({ text: comId, state: 'all' }),
  },
})
