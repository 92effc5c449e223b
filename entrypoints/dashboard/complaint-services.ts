import { browser } from 'wxt/browser'
import type { ComplaintServices } from '../../components/complaints/services.ts'
import { systemClock } from '../../lib/core/clock.ts'
import { tellBackground } from '../../lib/messaging/tell-background.ts'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { dexieComplaintReader } from '../../lib/storage/dexie-complaint-reader.ts'
import { dexieComplaintRepo } from '../../lib/storage/dexie-complaint-repo.ts'
import { dexieEvidenceRepo } from '../../lib/storage/dexie-evidence-repo.ts'
import { dexieFlagRepo } from '../../lib/storage/dexie-flag-repo.ts'
import { dexieOperatorName } from '../../lib/storage/dexie-operator-name.ts'
import { dexiePortalRules } from '../../lib/storage/dexie-portal-rules.ts'
import { dexieRightsRepo } from '../../lib/storage/dexie-rights-repo.ts'
import { dexieTemplates } from '../../lib/storage/dexie-templates.ts'

/** Joins the pages about complaints to database, background and browser. */
export function complaintServices(database: DocketDatabase): ComplaintServices {
  return {
    reader: dexieComplaintReader(database),
    repo: dexieComplaintRepo(database),
    flags: dexieFlagRepo(database),
    rights: dexieRightsRepo(database),
    rules: dexiePortalRules(database),
    templates: dexieTemplates(database),
    clock: systemClock,
    readBytes: dexieEvidenceRepo(database).readBytes,
    operatorName: () => dexieOperatorName(database).read(),
    queueChanged: () => tellBackground('queue.changed', {}),
    openUrl: (url) => void browser.tabs.create({ url }),
    async saveFile(name, file) {
      const url = URL.createObjectURL(file)
      try {
        await browser.downloads.download({ url, filename: name, saveAs: false })
      } finally {
        // The browser reads it while it downloads.
        setTimeout(() => URL.revokeObjectURL(url), 60_000)
      }
    },
  }
}
