import { browser } from 'wxt/browser'
import { ComplaintPacksScreen } from '../../components/pack/complaint-packs-screen.tsx'
import type { ComplaintPackServices } from '../../components/pack/export-packs.ts'
import type { PacksView } from '../../components/pack/packs-view.ts'
import { drawComparison } from '../../lib/browser/draw-comparison.ts'
import { canvasPictureDrawer } from '../../lib/browser/picture-drawer.ts'
import { sealingOn } from '../../lib/browser/sealing-on.ts'
import { writePaper } from '../../lib/browser/write-pdf.ts'
import { systemClock } from '../../lib/core/clock.ts'
import type { ComparisonToDraw } from '../../lib/pack/complaint-pack/gather-attachments.ts'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { dexieComplaintReader } from '../../lib/storage/dexie-complaint-reader.ts'
import { dexieComplaintRepo } from '../../lib/storage/dexie-complaint-repo.ts'
import { dexieEvidenceRepo } from '../../lib/storage/dexie-evidence-repo.ts'
import { dexieListingEvidence } from '../../lib/storage/dexie-listing-evidence.ts'
import { dexieOperatorName } from '../../lib/storage/dexie-operator-name.ts'
import { dexiePortalRules } from '../../lib/storage/dexie-portal-rules.ts'
import { dexieRightsRepo } from '../../lib/storage/dexie-rights-repo.ts'
import { evidenceServices, packFiles } from './services.ts'
import { useNewest } from './use-newest.ts'

async function comparisonPng({ genuine, listing, ...rest }: ComparisonToDraw) {
  const blobOf = ({ bytes, mediaType }: ComparisonToDraw['genuine']) => new Blob([bytes], { type: mediaType })
  const picture = await drawComparison({ genuine: blobOf(genuine), listing: blobOf(listing), ...rest })
  return new Uint8Array(await picture.arrayBuffer())
}

/** Joins the page of complaint packs to database and browser. */
function packServices(database: DocketDatabase): ComplaintPackServices {
  const sealing = sealingOn(database)
  const rights = dexieRightsRepo(database)
  const reader = dexieComplaintReader(database)
  const { verifierPage, papersOf, timeStamps, pictures, writeReport } = evidenceServices(database)
  return {
    ...packFiles,
    reader,
    rights,
    repo: dexieComplaintRepo(database),
    rules: dexiePortalRules(database),
    clock: systemClock,
    version: browser.runtime.getManifest().version,
    sealing,
    packing: {
      ...sealing,
      operatorName: () => dexieOperatorName(database).read(),
      evidence: dexieListingEvidence(database),
      readBytes: dexieEvidenceRepo(database).readBytes,
      readFile: rights.readFile,
      pictures: reader.pictures,
      drawer: canvasPictureDrawer,
      // Large, and wanted only where a file does not fit the portal.
      binder: {
        split: async (...wanted) => (await pdfBinder()).split(...wanted),
        join: async (...wanted) => (await pdfBinder()).join(...wanted),
      },
      drawComparison: comparisonPng,
      writePaper,
    },
    evidencePacks: { ...sealing, verifierPage, papersOf, timeStamps, pictures, writeReport },
  }
}

const pdfBinder = async () => (await import('../../lib/pack/complaint-pack/pdf-binder.ts')).pdfBinder

export function PacksPage({ database, view }: { database: DocketDatabase; view: PacksView }) {
  const services = useNewest(packServices, database)
  return <ComplaintPacksScreen services={services} view={view} />
}
