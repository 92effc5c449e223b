import { browser } from 'wxt/browser'
import type { DeskServices } from '../../components/complaints/desk/services.ts'
import { keptDrafts } from '../../lib/browser/kept-drafts.ts'
import { dragsFiles } from '../../lib/browser/open-filing-desk.ts'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { dexieDeskStore } from '../../lib/storage/dexie-desk-store.ts'
import { dexieFollowUpRepo } from '../../lib/storage/dexie-follow-up-repo.ts'
import { dexieOwnDays } from '../../lib/storage/dexie-own-days.ts'
import { complaintServices, drawStoredComparison, saveBlob } from '../dashboard/complaint-services.ts'

/** Joins the filing desk to database, background and browser. */
export function deskServices(database: DocketDatabase): DeskServices {
  const { reader, repo, rights, rules, clock, readBytes, queueChanged, openUrl } = complaintServices(database)
  const dashboard = (hash: string) => openUrl(browser.runtime.getURL(`/dashboard.html${hash}`))
  return {
    ...{ reader, repo, rights, rules, clock, readBytes, queueChanged },
    dragsFiles,
    drafts: keptDrafts,
    desk: dexieDeskStore(database),
    followUps: dexieFollowUpRepo(database),
    ownDays: dexieOwnDays(database),
    copyText: (text) => navigator.clipboard.writeText(text),
    saveFile: saveBlob,
    drawComparison: (comparison) => drawStoredComparison(readBytes, comparison),
    openComplaint: (complaintId) => dashboard(`#/complaints/${complaintId}`),
    openComplaints: () => dashboard('#/complaints'),
  }
}
