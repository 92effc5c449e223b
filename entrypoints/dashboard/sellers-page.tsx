import { useMemo } from 'react'
import { browser } from 'wxt/browser'
import { SellerScreen } from '../../components/sellers/seller-screen.tsx'
import { SellersScreen } from '../../components/sellers/sellers-screen.tsx'
import {
  graphHash,
  type SellersView,
  sellerHash,
  sellersHash,
} from '../../components/sellers/sellers-view.ts'
import type { SellersServices } from '../../components/sellers/services.ts'
import { writePaper } from '../../lib/browser/write-pdf.ts'
import { systemClock } from '../../lib/core/clock.ts'
import { tellBackground } from '../../lib/messaging/tell-background.ts'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { dexieLineOutcomes } from '../../lib/storage/dexie-line-outcomes.ts'
import { dexiePortalRules } from '../../lib/storage/dexie-portal-rules.ts'
import { dexieSellerIndex } from '../../lib/storage/dexie-seller-index.ts'
import { dexieSellerMarks } from '../../lib/storage/dexie-seller-marks.ts'
import { dexieSellerReader } from '../../lib/storage/dexie-seller-reader.ts'
import { captureHash } from './route.ts'
import { packFiles } from './services.ts'

/** The list as it was left; a seller's page leads back to it. */
let listHash = '#/sellers'

/** Joins the pages about sellers to database, background and browser. */
const sellersServices = (database: DocketDatabase): SellersServices => ({
  reader: dexieSellerReader(database, dexieLineOutcomes(database)),
  index: dexieSellerIndex(database),
  marks: dexieSellerMarks(database),
  rules: async () => (await dexiePortalRules(database).read()).rules,
  clock: systemClock,
  readOnlyBecause: database.readOnlyBecause,
  marksChanged: () => tellBackground('queue.changed', {}),
  version: browser.runtime.getManifest().version,
  writePaper,
  addresses: {
    list: () => listHash,
    seller: sellerHash,
    graph: (sellerId) => graphHash(sellerId),
    capture: (captureId) => captureHash(captureId),
    complaint: (complaintId) => `#/complaints/${complaintId}`,
  },
  keepFilter(filter) {
    listHash = sellersHash(filter)
    history.replaceState(null, '', listHash)
  },
  ...packFiles,
})

interface SellersPageProps {
  database: DocketDatabase
  view: Exclude<SellersView, { view: 'graph' }>
}

export function SellersPage({ database, view }: SellersPageProps) {
  const services = useMemo(() => sellersServices(database), [database])
  return view.view === 'list' ? (
    <SellersScreen services={services} filter={view.filter} />
  ) : (
    <SellerScreen key={view.sellerId} services={services} sellerId={view.sellerId} />
  )
}
