import type { DemoServices } from '../../components/dashboard/demo-section.tsx'
import { dashboardPath } from '../../lib/browser/demo-page.ts'
import { drawDemoPicture } from '../../lib/browser/demo-pictures.ts'
import { removeDemoDrafts } from '../../lib/browser/kept-drafts.ts'
import { demoAnchor, removeDemoAnchor } from '../../lib/browser/ledger-anchor.ts'
import { sealingOn } from '../../lib/browser/sealing-on.ts'
import { systemClock } from '../../lib/core/clock.ts'
import { loadDemo } from '../../lib/demo/load-demo.ts'
import { hasDemoDatabase, openDemoDatabase, removeDemoDatabase } from '../../lib/storage/demo-database.ts'
import { dexieComplaintRepo } from '../../lib/storage/dexie-complaint-repo.ts'
import { dexieEvidenceRepo } from '../../lib/storage/dexie-evidence-repo.ts'
import { dexieFlagRepo } from '../../lib/storage/dexie-flag-repo.ts'
import { dexieOperatorName } from '../../lib/storage/dexie-operator-name.ts'
import { dexieRightsRepo } from '../../lib/storage/dexie-rights-repo.ts'
import { dexieTrackRepo } from '../../lib/storage/dexie-track-repo.ts'

async function remove(): Promise<void> {
  await removeDemoDatabase()
  await removeDemoAnchor()
  removeDemoDrafts()
}

/** Joins the demo to a database and an anchor of its own. */
export const demoServices: DemoServices = {
  isLoaded: hasDemoDatabase,
  async load(onProgress) {
    // What an interruption left is no demo yet.
    await remove()
    const database = await openDemoDatabase(demoAnchor)
    try {
      const place = {
        flags: dexieFlagRepo(database),
        evidence: dexieEvidenceRepo(database),
        sealing: { ...sealingOn(database), anchors: demoAnchor },
        rights: dexieRightsRepo(database),
        complaints: dexieComplaintRepo(database),
        tracks: dexieTrackRepo(database),
        saveOperatorName: dexieOperatorName(database).save,
        draw: drawDemoPicture,
        clock: systemClock,
      }
      await loadDemo(place, onProgress)
    } finally {
      database.close()
    }
  },
  remove,
  open: () => location.assign(dashboardPath('#/complaints', true)),
}
