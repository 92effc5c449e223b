import { browser } from 'wxt/browser'
import type { ImportServices } from '../../components/pack/import-screen.tsx'
import type { StorageNoticeServices } from '../../components/pack/storage-notices.tsx'
import type { RestoreServices } from '../../components/pack/use-restore.ts'
import { writePack } from '../../components/pack/write-pack.ts'
import type { SecondCopyServices } from '../../components/settings/second-copy-section.tsx'
import { copyNow } from '../../lib/browser/copy-now.ts'
import { placeName, placeOf, rememberedPlaceName, rememberPlaceName } from '../../lib/browser/copy-place.ts'
import { readCopyState } from '../../lib/browser/copy-state.ts'
import { dashboardPath } from '../../lib/browser/demo-page.ts'
import { downloadsFolder } from '../../lib/browser/downloads-place.ts'
import { askForFolder, canPickFolder, pickFolder } from '../../lib/browser/folder-place.ts'
import { storedAnchor } from '../../lib/browser/ledger-anchor.ts'
import { inLedgerLine } from '../../lib/browser/ledger-line.ts'
import { writePrivateFile } from '../../lib/browser/private-file.ts'
import { saveDownload } from '../../lib/browser/save-download.ts'
import { sealingOn } from '../../lib/browser/sealing-on.ts'
import { systemClock } from '../../lib/core/clock.ts'
import { tellBackground } from '../../lib/messaging/tell-background.ts'
import { importPack } from '../../lib/pack/import/import-pack.ts'
import { planRestore } from '../../lib/pack/restore/plan-restore.ts'
import { acceptLoss, type Restoring, restoreEvidence } from '../../lib/pack/restore/restore-evidence.ts'
import { buildSalvage } from '../../lib/pack/second-copy/salvage.ts'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { dexieCopyRepo } from '../../lib/storage/dexie-copy-repo.ts'
import { dexieImportRepo } from '../../lib/storage/dexie-import-repo.ts'
import { dexieOperatorName } from '../../lib/storage/dexie-operator-name.ts'
import { dexieRestoreRepo } from '../../lib/storage/dexie-restore-repo.ts'
import { countDamaged } from '../../lib/storage/dexie-round-repo.ts'
import { dexieSalvageSource } from '../../lib/storage/dexie-salvage-source.ts'
import type { CopyPlaceChoice } from '../../lib/storage/stored-rows.ts'
import { evidenceHash, storageHash } from './route.ts'

/** Joins what every page says of the storage to the database. */
export const storageNoticeServices = (database: DocketDatabase): StorageNoticeServices => ({
  readOnlyBecause: database.readOnlyBecause,
  copyState: () => readCopyState(database),
  damagedCaptures: () => countDamaged(database),
  clock: systemClock,
  openSettings: () => location.assign('#/settings'),
  openRestore: () => location.assign('#/restore'),
  openStorage: () => location.assign(storageHash),
})

/** Joins the section on second copies to database and browser. */
export function secondCopyServices(database: DocketDatabase): SecondCopyServices {
  const copies = dexieCopyRepo(database)
  const choose = async (choice: CopyPlaceChoice) => {
    await copies.choosePlace(choice, systemClock().wallMs)
    await rememberPlaceName(choice)
  }
  return {
    backlog: copies.backlog,
    async place() {
      const choice = await copies.place()
      return choice && { kind: choice.kind, name: placeName(choice) }
    },
    async refusal() {
      const choice = await copies.place()
      return choice && placeOf(choice).refusal()
    },
    canPickFolder: canPickFolder(),
    downloadsFolder,
    async chooseFolder() {
      const handle = await pickFolder()
      if (!handle) return false
      const choice: CopyPlaceChoice = { kind: 'folder', name: handle.name, handle }
      const before = await copies.place()
      const isSame = before?.kind === 'folder' && (await before.handle.isSameEntry(handle))
      if (isSame) await copies.renewHandle(choice)
      else await choose(choice)
      return true
    },
    chooseDownloads: () => choose({ kind: 'downloads' }),
    async allow() {
      const choice = await copies.place()
      return choice?.kind !== 'folder' || askForFolder(choice.handle)
    },
    copyNow: () => copyNow(database),
    retryFailed: copies.retryFailed,
  }
}

/** Joins the import page to database and browser. */
export const importServices = (database: DocketDatabase): ImportServices => ({
  importPack: (file, onProgress) =>
    importPack({ ...sealingOn(database), imports: dexieImportRepo(database) }, file, onProgress),
  openEvidence: (captureIds) =>
    void browser.tabs.create({
      url: browser.runtime.getURL(dashboardPath(evidenceHash({ group: 'undecided', captureIds }))),
    }),
  copyText: (text) => navigator.clipboard.writeText(text),
})

/**
 * Joins the restore guide to a database that was opened for restoring. `reopenPages` lets this page open the
 * ordinary one anew.
 */
export function restoreServices(database: DocketDatabase, reopenPages: () => void): RestoreServices {
  const repo = dexieRestoreRepo(database)
  const restoring: Restoring = {
    repo,
    ledger: repo.ledger,
    anchors: storedAnchor,
    inLedgerLine,
    clock: systemClock,
    operatorName: dexieOperatorName(database).read,
  }
  return {
    readOnlyBecause: database.readOnlyBecause,
    copyPlaceName: rememberedPlaceName,
    plan: (files, onProgress) => planRestore(restoring, files, onProgress),
    restore: (plan, onProgress) => restoreEvidence(restoring, plan, onProgress),
    acceptLoss: () => acceptLoss(restoring),
    async saveEverything() {
      const because = database.readOnlyBecause
      const everything = buildSalvage(dexieSalvageSource(database), { made: systemClock(), because })
      const { file, name, discard } = await writePack({ writeFile: writePrivateFile }, everything)
      try {
        return (await saveDownload(file, name)).path
      } finally {
        await discard()
      }
    },
    async reopen() {
      const told = await tellBackground('evidence.restored', {})
      reopenPages()
      if (!told.ok) throw new Error(told.error.message)
    },
  }
}
