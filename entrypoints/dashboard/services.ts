import { browser } from 'wxt/browser'
import type { ExportServices } from '../../components/pack/export-queue.ts'
import type { PermissionServices } from '../../components/welcome/screenshot-permission.tsx'
import {
  hasScreenshotPermission,
  onPermissionsChanged,
  removeScreenshotPermission,
  requestScreenshotPermission,
} from '../../lib/browser/permissions.ts'
import { writePrivateFile } from '../../lib/browser/private-file.ts'
import { saveDownload, showDownload } from '../../lib/browser/save-download.ts'
import { systemClock } from '../../lib/core/clock.ts'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { dexieEvidenceRepo } from '../../lib/storage/dexie-evidence-repo.ts'
import { dexieQueueReader } from '../../lib/storage/dexie-queue-reader.ts'

/** Joins the export page to database and browser. */
export function exportServices(database: DocketDatabase): ExportServices {
  return {
    reader: dexieQueueReader(database),
    readBytes: dexieEvidenceRepo(database).readBytes,
    clock: systemClock,
    version: browser.runtime.getManifest().version,
    writeFile: writePrivateFile,
    saveDownload,
    showDownload,
    copyText: (text) => navigator.clipboard.writeText(text),
  }
}

export const permissionServices: PermissionServices = {
  has: hasScreenshotPermission,
  request: requestScreenshotPermission,
  remove: removeScreenshotPermission,
  onChanged: onPermissionsChanged,
}

export const openSite = (): void => void browser.tabs.create({ url: 'https://www.aliexpress.com/' })
