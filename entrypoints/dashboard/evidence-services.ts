import type { CaptureServices } from '../../components/evidence/capture-services.ts'
import type { CapturesServices } from '../../components/evidence/services.ts'
import type { StorageServices } from '../../components/evidence/storage-services.ts'
import { capturesBeingGathered } from '../../lib/browser/gathering-lock.ts'
import { writePrivateFile } from '../../lib/browser/private-file.ts'
import { saveDownload } from '../../lib/browser/save-download.ts'
import { sealingOn } from '../../lib/browser/sealing-on.ts'
import { askForPersistence, isStoragePersistent, storageEstimate } from '../../lib/browser/storage-room.ts'
import { verifySourceOn } from '../../lib/browser/verify-source-on.ts'
import { systemClock } from '../../lib/core/clock.ts'
import { enterView } from '../../lib/evidence/ledger/enter-view.ts'
import { measureFiles } from '../../lib/evidence/measure-files.ts'
import { planPurge, purgeCapture } from '../../lib/evidence/purge-capture.ts'
import { verifyAll } from '../../lib/evidence/verify-all.ts'
import { verifyCapture } from '../../lib/evidence/verify-capture.ts'
import { safeFileName } from '../../lib/pack/pack-names.ts'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { dexieEvidenceReader } from '../../lib/storage/dexie-evidence-reader.ts'
import { dexieEvidenceRepo } from '../../lib/storage/dexie-evidence-repo.ts'
import { dexiePurgeRepo } from '../../lib/storage/dexie-purge-repo.ts'
import { readStorageFacts, saveLastVerification } from '../../lib/storage/dexie-storage-facts.ts'
import { dexieTimeStampRepo } from '../../lib/storage/dexie-time-stamp-repo.ts'
import { captureHash, capturesHash, chosenEvidenceHash, storageHash } from './route.ts'
import { openSite } from './services.ts'

/** The list as it was left; a capture's page leads back to it. */
let listHash = '#/evidence'

/** Joins the list of captures to database and browser. */
export function capturesServices(database: DocketDatabase): CapturesServices {
  return {
    reader: dexieEvidenceReader(database),
    readBytes: dexieEvidenceRepo(database).readBytes,
    clock: systemClock,
    capturesBeingGathered,
    readOnlyBecause: database.readOnlyBecause,
    addresses: { capture: captureHash, evidencePack: chosenEvidenceHash, storage: storageHash },
    keepFilter(filter) {
      listHash = capturesHash(filter)
      history.replaceState(null, '', listHash)
    },
    openSite,
  }
}

/** Joins the page of one capture to database and browser. */
export function captureServices(database: DocketDatabase): CaptureServices {
  const sealing = sealingOn(database)
  const source = verifySourceOn(database)
  const purging = { ...sealing, purges: dexiePurgeRepo(database) }
  return {
    reader: dexieEvidenceReader(database),
    readBytes: dexieEvidenceRepo(database).readBytes,
    clock: systemClock,
    capturesBeingGathered,
    readOnlyBecause: database.readOnlyBecause,
    record: sealing.seals.record,
    timeStampFrom: dexieTimeStampRepo(database).firstFrom,
    enterView: async (captureId) => {
      await enterView(sealing, captureId)
    },
    verify: (captureId) => verifyCapture(source, captureId),
    planPurge: (captureId) => planPurge(purging, captureId),
    purge: (plan) => purgeCapture(purging, plan),
    copyText: (text) => navigator.clipboard.writeText(text),
    saveFile,
    addresses: {
      list: () => listHash,
      ofItem: (comId) => capturesHash({ text: comId, state: 'all' }),
      evidencePack: chosenEvidenceHash,
    },
    keepPart: (captureId, part) => history.replaceState(null, '', captureHash(captureId, part)),
  }
}

/** Joins the page of the storage to database and browser. */
export function storageServices(database: DocketDatabase): StorageServices {
  const reader = dexieEvidenceReader(database)
  const source = verifySourceOn(database)
  return {
    estimate: storageEstimate,
    isPersistent: isStoragePersistent,
    askForPersistence,
    facts: () => readStorageFacts(database),
    measureFiles: (signal) => measureFiles(reader, signal),
    verifyAll: (signal) => verifyAll(source, reader, signal),
    saveVerification: (verification) => saveLastVerification(database, verification),
    nowMs: () => systemClock().wallMs,
    readOnlyBecause: database.readOnlyBecause,
    addresses: { list: () => listHash, capture: captureHash },
  }
}

async function saveFile(bytes: Uint8Array<ArrayBuffer>, mediaType: string, name: string): Promise<string> {
  const { file, remove } = await writePrivateFile(new Blob([bytes]).stream(), mediaType)
  try {
    const { path } = await saveDownload(file, safeFileName(name))
    return path
  } finally {
    await remove()
  }
}
