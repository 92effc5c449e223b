import { browser } from 'wxt/browser'
import type { EvidenceExportServices } from '../../components/pack/export-evidence.ts'
import type { ExportServices } from '../../components/pack/export-queue.ts'
import type { PackFileServices } from '../../components/pack/write-pack.ts'
import type { PermissionServices } from '../../components/welcome/screenshot-permission.tsx'
import {
  hasScreenshotPermission,
  onPermissionsChanged,
  removeScreenshotPermission,
  requestScreenshotPermission,
} from '../../lib/browser/permissions.ts'
import { writePrivateFile } from '../../lib/browser/private-file.ts'
import { saveDownload, showDownload } from '../../lib/browser/save-download.ts'
import { sealingOn } from '../../lib/browser/sealing-on.ts'
import { systemClock } from '../../lib/core/clock.ts'
import type { OperatorNameStore } from '../../lib/evidence/operator-name.ts'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { dexieEvidenceRepo } from '../../lib/storage/dexie-evidence-repo.ts'
import { dexieKeyStore } from '../../lib/storage/dexie-key-store.ts'
import { dexieOperatorName } from '../../lib/storage/dexie-operator-name.ts'
import { dexieQueueReader } from '../../lib/storage/dexie-queue-reader.ts'
import { evidenceHash } from './route.ts'

export const packFiles: PackFileServices = {
  writeFile: writePrivateFile,
  saveDownload,
  showDownload,
  copyText: (text) => navigator.clipboard.writeText(text),
}

/** The built `verify.html`. It is a text file in the extension, so that nothing can open it as a page of Docket. */
async function verifierPage(): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(browser.runtime.getURL('/verifier-page.txt'))
  return new Uint8Array(await response.arrayBuffer())
}

/** Joins the export page to database and browser. */
export function exportServices(database: DocketDatabase): ExportServices {
  return {
    reader: dexieQueueReader(database),
    readBytes: dexieEvidenceRepo(database).readBytes,
    clock: systemClock,
    version: browser.runtime.getManifest().version,
    openEvidence: (group, captureIds) =>
      void browser.tabs.create({
        url: browser.runtime.getURL(`/dashboard.html${evidenceHash({ group, captureIds })}`),
      }),
    ...packFiles,
  }
}

/** Joins the page of evidence packs to database and browser. */
export function evidenceServices(database: DocketDatabase): EvidenceExportServices {
  return {
    reader: dexieQueueReader(database),
    sealing: sealingOn(database),
    verifierPage,
    webArchiveKeys: dexieKeyStore(database),
    ...packFiles,
  }
}

/** Joins the field for the operator's name to the database, which is opened only when it is needed. */
export const operatorServices = (database: () => Promise<DocketDatabase>): OperatorNameStore => ({
  read: async () => dexieOperatorName(await database()).read(),
  save: async (name) => dexieOperatorName(await database()).save(name),
})

export const permissionServices: PermissionServices = {
  has: hasScreenshotPermission,
  request: requestScreenshotPermission,
  remove: removeScreenshotPermission,
  onChanged: onPermissionsChanged,
}

export const openSite = (): void => void browser.tabs.create({ url: 'https://www.aliexpress.com/' })
