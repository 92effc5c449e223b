import { browser } from 'wxt/browser'
import type { StorageNoticeServices } from '../../components/pack/storage-notices.tsx'
import type { QueueServices } from '../../components/queue/services.ts'
import { rightHash, rightsHash } from '../../components/rights/rights-view.ts'
import { followUpHash } from '../../components/tracking/follow-up-view.ts'
import { readCopyState } from '../../lib/browser/copy-state.ts'
import { capturesBeingGathered } from '../../lib/browser/gathering-lock.ts'
import { openFilingDesk } from '../../lib/browser/open-filing-desk.ts'
import { systemClock } from '../../lib/core/clock.ts'
import { tellBackground } from '../../lib/messaging/tell-background.ts'
import { isSiteUrl } from '../../lib/site/hosts.ts'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { dexieFlagRepo } from '../../lib/storage/dexie-flag-repo.ts'
import { dexieItemEvidence } from '../../lib/storage/dexie-item-evidence.ts'
import { dexieQueueReader } from '../../lib/storage/dexie-queue-reader.ts'
import { dexieRightsRepo } from '../../lib/storage/dexie-rights-repo.ts'
import { countDamaged } from '../../lib/storage/dexie-round-repo.ts'
import { liveValue } from '../../lib/storage/live-value.ts'
import { captureHash, capturesHash, evidenceHash, storageHash } from '../dashboard/route.ts'

const openUrl = (url: string) => void browser.tabs.create({ url })
const dashboard = (hash: string) => openUrl(browser.runtime.getURL(`/dashboard.html${hash}`))

export const openFollowUp = () => dashboard(followUpHash('today'))

/** Joins what the popup says of the storage to the database. */
export const noticeServices = (database: DocketDatabase): StorageNoticeServices => ({
  readOnlyBecause: database.readOnlyBecause,
  copyState: () => readCopyState(database),
  damagedCaptures: () => countDamaged(database),
  clock: systemClock,
  openSettings: () => dashboard('#/settings'),
  openRestore: () => dashboard('#/restore'),
  openStorage: () => dashboard(storageHash),
})

/** Joins the queue's screen to database, background and browser, once the queue is read. */
export async function popupServices(database: DocketDatabase): Promise<QueueServices> {
  const reader = dexieQueueReader(database)
  return {
    entries: await liveValue(reader.entries),
    reader,
    itemEvidence: dexieItemEvidence(database),
    repo: dexieFlagRepo(database),
    clock: systemClock,
    queueChanged: () => tellBackground('queue.changed', {}),
    takeMissingScreenshots: (tabId) => tellBackground('screenshot.missing', { tabId }),
    async sitePage() {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
      if (tab?.id === undefined || !tab.url || !URL.canParse(tab.url)) return null
      return isSiteUrl(new URL(tab.url)) ? { tabId: tab.id, url: tab.url } : null
    },
    copyText: (text) => navigator.clipboard.writeText(text),
    openUrl,
    capturesBeingGathered,
    openCaptures: (captureId) =>
      dashboard(captureId === null ? capturesHash({ text: '', state: 'all' }) : captureHash(captureId)),
    openWelcome: () => dashboard('#/welcome'),
    openComplaints: () => dashboard('#/complaints'),
    openRights: () => dashboard(rightsHash({ view: 'list' })),
    openSettings: () => dashboard('#/settings'),
    openQuickEntry: () => dashboard('#/quick-entry'),
    openDesk: openFilingDesk,
    async loadComplaints() {
      const { loadComplaints } = await import('./load-complaints.ts')
      return loadComplaints(database)
    },
    rights: dexieRightsRepo(database).rights,
    openRight: (rightId, field) => dashboard(rightHash(rightId, field)),
    openExport: (group) => dashboard(`#/export?type=${group}`),
    openEvidence: (group, captureIds) => dashboard(evidenceHash({ group, captureIds })),
  }
}
