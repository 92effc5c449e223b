import { browser } from 'wxt/browser'
import type { BackupServices } from '../../components/pack/backup-screen.tsx'
import type { DataExportServices } from '../../components/pack/data-export-screen.tsx'
import type { RestoreBackupServices } from '../../components/pack/restore-backup-screen.tsx'
import { writePack } from '../../components/pack/write-pack.ts'
import { readBesideSettings } from '../../lib/browser/beside-settings.ts'
import { storedAnchor } from '../../lib/browser/ledger-anchor.ts'
import { inLedgerLine } from '../../lib/browser/ledger-line.ts'
import { writePrivateFile } from '../../lib/browser/private-file.ts'
import { saveDownload, showDownload } from '../../lib/browser/save-download.ts'
import { sealingOn } from '../../lib/browser/sealing-on.ts'
import { systemClock } from '../../lib/core/clock.ts'
import { newId } from '../../lib/core/ids.ts'
import { appendToLedger } from '../../lib/evidence/ledger/append-to-ledger.ts'
import { payloadHashOf, unnamedOperator } from '../../lib/evidence/ledger/ledger-act.ts'
import { tellBackground } from '../../lib/messaging/tell-background.ts'
import { checkBackup, readBack } from '../../lib/pack/backup/check-backup.ts'
import { type BackingUp, makeBackup } from '../../lib/pack/backup/make-backup.ts'
import { restoreBackup } from '../../lib/pack/backup/restore-backup.ts'
import { buildDataExport } from '../../lib/pack/data-export/data-export.ts'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { dexieBackupSource, dexieDataSource } from '../../lib/storage/dexie-backup-source.ts'
import { dexieBackupTarget } from '../../lib/storage/dexie-backup-target.ts'
import { dexieOperatorName } from '../../lib/storage/dexie-operator-name.ts'

/** Joins the page of backups to database and browser. */
export function backupServices(database: DocketDatabase): BackupServices {
  const backing: BackingUp = {
    ...sealingOn(database),
    source: dexieBackupSource(database),
    readOnlyBecause: database.readOnlyBecause,
    operatorName: dexieOperatorName(database).read,
    readSettings: readBesideSettings,
    docketVersion: async () => browser.runtime.getManifest().version,
  }
  return {
    async make(passphrase, onStep) {
      const { name, stream } = await makeBackup(backing, passphrase, (done, of) =>
        onStep({ step: 'rows', done, of }),
      )
      const written = await writePack(
        { writeFile: writePrivateFile },
        { name, stream, mediaType: 'application/octet-stream' },
      )
      try {
        onStep({ step: 'reading-back' })
        const end = await readBack(written.file, passphrase)
        onStep({ step: 'saving' })
        const { id, path } = await saveDownload(written.file, name)
        return { downloadId: id, path, bytes: written.file.size, sha256: written.sha256, end }
      } finally {
        await written.discard()
      }
    },
    showDownload,
  }
}

/** Joins the export of all data to database and browser. What leaves is entered in the ledger before its first byte. */
export const dataExportServices = (database: DocketDatabase): DataExportServices => ({
  async exportData(onProgress) {
    const made = systemClock()
    if (!database.readOnlyBecause) {
      const exportId = newId(made.wallMs)
      await appendToLedger(sealingOn(database), {
        actor: (await dexieOperatorName(database).read()) ?? unnamedOperator,
        action: 'exported',
        subject: exportId,
        payloadHash: await payloadHashOf({ exportId, allData: true }),
      })
    }
    const everything = buildDataExport(await dexieDataSource(database), made, onProgress)
    const written = await writePack({ writeFile: writePrivateFile }, everything)
    try {
      const { id, path } = await saveDownload(written.file, written.name)
      return { downloadId: id, path, bytes: written.file.size, sha256: written.sha256 }
    } finally {
      await written.discard()
    }
  },
  showDownload,
})

/** Joins the page that restores a backup to database and browser. */
export const restoreBackupServices = (open: () => Promise<DocketDatabase>): RestoreBackupServices => {
  /** The connection is closed after each step: it holds up nobody while the person reads. */
  const inPlace = async <T>(
    work: (target: ReturnType<typeof dexieBackupTarget>) => Promise<T>,
  ): Promise<T> => {
    const database = await open()
    try {
      return await work(dexieBackupTarget(database))
    } finally {
      database.close()
    }
  }
  return {
    check: (file, passphrase, onProgress) =>
      inPlace((target) => checkBackup({ target, anchors: storedAnchor }, file, passphrase, onProgress)),
    async restore(checked, onProgress) {
      await inPlace((target) =>
        restoreBackup(
          { target, anchors: storedAnchor, inLedgerLine, clock: systemClock },
          checked,
          onProgress,
        ),
      )
      const told = await tellBackground('evidence.restored', {})
      return told.ok ? null : told.error
    },
    startAnew() {
      location.assign('#/evidence')
      location.reload()
    },
  }
}
