import { browser } from 'wxt/browser'
import type { EvidenceExportServices } from '../../components/pack/export-evidence.ts'
import type { ExportServices } from '../../components/pack/export-queue.ts'
import type { PackFileServices } from '../../components/pack/write-pack.ts'
import type { TimeStampServices } from '../../components/settings/use-time-stamps.ts'
import type { PermissionServices } from '../../components/welcome/permission-choice.tsx'
import { dashboardPath, isDemoPage } from '../../lib/browser/demo-page.ts'
import {
  hasAddressPermission,
  mhtmlPermission,
  onPermissionsChanged,
  removeAddressPermission,
  requestAddressPermission,
  screenshotPermission,
} from '../../lib/browser/permissions.ts'
import { canvasPictureDrawer } from '../../lib/browser/picture-drawer.ts'
import { writePrivateFile } from '../../lib/browser/private-file.ts'
import { saveDownload, showDownload } from '../../lib/browser/save-download.ts'
import { sealingOn } from '../../lib/browser/sealing-on.ts'
import { storedTimeStampSettings } from '../../lib/browser/stored-time-stamp-settings.ts'
import { verifierPage } from '../../lib/browser/verifier-page.ts'
import { writeReport } from '../../lib/browser/write-pdf.ts'
import { systemClock } from '../../lib/core/clock.ts'
import { ExpectedError } from '../../lib/core/expected-error.ts'
import type { OperatorNameStore } from '../../lib/evidence/operator-name.ts'
import type { HeaderMaskSetting } from '../../lib/evidence/screenshot/cover-places.ts'
import { tellBackground } from '../../lib/messaging/tell-background.ts'
import type { PackTimeStampSource } from '../../lib/pack/evidence-pack/pack-time-stamps.ts'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { dexieEvidenceRepo } from '../../lib/storage/dexie-evidence-repo.ts'
import { dexieHeaderMask } from '../../lib/storage/dexie-header-mask.ts'
import { dexiePapers } from '../../lib/storage/dexie-import-repo.ts'
import { dexieKeyStore } from '../../lib/storage/dexie-key-store.ts'
import { dexieOperatorName } from '../../lib/storage/dexie-operator-name.ts'
import { dexiePortalRules } from '../../lib/storage/dexie-portal-rules.ts'
import { dexieQueueReader } from '../../lib/storage/dexie-queue-reader.ts'
import { dexieTimeStampRepo } from '../../lib/storage/dexie-time-stamp-repo.ts'
import { evidenceHash } from './route.ts'

export const packFiles: PackFileServices = {
  writeFile: writePrivateFile,
  saveDownload,
  showDownload,
  copyText: (text) => navigator.clipboard.writeText(text),
}

/** Joins the export page to database and browser. */
export function exportServices(database: DocketDatabase): ExportServices {
  return {
    reader: dexieQueueReader(database),
    rules: dexiePortalRules(database),
    readBytes: dexieEvidenceRepo(database).readBytes,
    entering: database.readOnlyBecause === null ? sealingOn(database) : null,
    clock: systemClock,
    version: browser.runtime.getManifest().version,
    openEvidence: (group, captureIds) =>
      void browser.tabs.create({
        url: browser.runtime.getURL(dashboardPath(evidenceHash({ group, captureIds }))),
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
    papersOf: dexiePapers(database),
    webArchiveKeys: dexieKeyStore(database),
    timeStamps: packTimeStamps(database),
    pictures: canvasPictureDrawer,
    writeReport,
    ...packFiles,
  }
}

/** The background asks the authority; what it stored is read here. */
const packTimeStamps = (database: DocketDatabase): PackTimeStampSource => ({
  stamps: dexieTimeStampRepo(database),
  async stampRow(seq) {
    // The background stamps the real ledger.
    const { isOn } = await storedTimeStampSettings.read()
    if (!isOn || isDemoPage) return { state: 'off' }
    const stamped = await tellBackground('time-stamp.make', { seq })
    return stamped.ok ? { state: 'stamped' } : { state: 'failed', failure: stamped.error }
  },
})

/** Null where there is none or it cannot be read: setting an address anew is what mends that. */
async function formerAddress(): Promise<string | null> {
  try {
    return (await storedTimeStampSettings.read()).url
  } catch (error) {
    if (error instanceof ExpectedError && error.code === 'settings-unreadable') return null
    throw error
  }
}

/** Joins the settings of time stamps to browser, background and database, which is opened only when it is needed. */
export const timeStampServices = (database: () => Promise<DocketDatabase>): TimeStampServices => ({
  async read() {
    const settings = await storedTimeStampSettings.read()
    return {
      settings,
      isAllowed: settings.isOn && settings.url !== null ? await hasAddressPermission(settings.url) : true,
      lastTry: await storedTimeStampSettings.lastTry(),
      lastStamp: await dexieTimeStampRepo(await database()).last(),
    }
  },
  requestPermission: requestAddressPermission,
  async turnOn(url) {
    const former = await formerAddress()
    await storedTimeStampSettings.save({ isOn: true, url })
    if (former !== null && new URL(former).hostname !== new URL(url).hostname) {
      await removeAddressPermission(former)
    }
  },
  async turnOff() {
    const { url } = await storedTimeStampSettings.read()
    await storedTimeStampSettings.save({ isOn: false, url })
    if (url !== null) await removeAddressPermission(url)
  },
  stampNow: () => tellBackground('time-stamp.make', { seq: null }),
})

/** Joins the field for the operator's name to the database, which is opened only when it is needed. */
export const operatorServices = (database: () => Promise<DocketDatabase>): OperatorNameStore => ({
  read: async () => dexieOperatorName(await database()).read(),
  save: async (name) => dexieOperatorName(await database()).save(name),
})

/** Joins the choice whether the page header is covered to the database, which is opened only when it is needed. */
export const headerMaskServices = (database: () => Promise<DocketDatabase>): HeaderMaskSetting => ({
  read: async () => dexieHeaderMask(await database()).read(),
  save: async (isOn) => dexieHeaderMask(await database()).save(isOn),
})

export const screenshotServices: PermissionServices = {
  ...screenshotPermission,
  onChanged: onPermissionsChanged,
}

/** Null where the browser cannot save whole pages. */
export const mhtmlServices = (): PermissionServices | null =>
  mhtmlPermission.isOffered() ? { ...mhtmlPermission, onChanged: onPermissionsChanged } : null

export const openSite = (): void => void browser.tabs.create({ url: 'https://www.aliexpress.com/' })
