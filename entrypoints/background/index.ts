import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { showQueueCount } from '../../lib/browser/badge.ts'
import { settleInterrupted } from '../../lib/evidence/gather/settle-interrupted.ts'
import { enterWaitingActs } from '../../lib/evidence/ledger/append-to-ledger.ts'
import { sealInterrupted } from '../../lib/evidence/seal/seal-captures.ts'
import { stampDaily } from '../../lib/evidence/time-stamp/stamp-ledger.ts'
import { serveMessages } from '../../lib/messaging/serve-messages.ts'
import { catchUpSellers } from '../../lib/sellers/seller-index.ts'
import { answerExtension } from './answer-extension.ts'
import { answerPages } from './answer-pages.ts'
import { copyDue, copySoonAfterSealing } from './copy-soon.ts'
import { docket, lookThroughEvidence } from './docket.ts'
import { listenToPermissions } from './enter-permissions.ts'
import { gatherInterrupted } from './gather-evidence.ts'
import { buildMenus, listenToMenusAndCommands } from './page-actions.ts'
import { remind } from './remind.ts'

const settleAlarm = 'settle-interrupted'

export default defineBackground(() => {
  // Every listener before the first await: a background that was woken by an event loses it otherwise.
  serveMessages({
    fromPages: answerPages,
    fromExtension: answerExtension,
    recordFailure: async (doing, failure, pageUrl) => (await docket()).recordFailure(doing, failure, pageUrl),
  })
  listenToMenusAndCommands()
  listenToPermissions(logged)
  copySoonAfterSealing(logged)
  browser.runtime.onInstalled.addListener(({ reason }) => {
    logged(buildMenus(), 'building the context menu')
    if (reason === 'install') {
      logged(
        browser.tabs.create({ url: `${browser.runtime.getURL('/dashboard.html')}#/welcome` }),
        'opening the welcome page',
      )
    }
  })
  const finish = () => {
    logged(settle(), 'finishing interrupted captures')
    logged(copyDue(), 'writing second copies')
    logged(lookThroughEvidence(), 'looking through the evidence')
    logged(readSellers(), 'reading captures for sellers')
  }
  browser.runtime.onStartup.addListener(finish)
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== settleAlarm) return
    finish()
    logged(remind({ isChanged: false }), 'looking at what is due')
  })

  // Alarms may be forgotten between sessions: made anew at each start, they only wake us up.
  logged(browser.alarms.create(settleAlarm, { periodInMinutes: 2 }), 'setting the alarm')
  logged(showStoredCount(), 'counting the queue')
  logged(remind({ isChanged: false }), 'looking at what is due')
})

async function settle(): Promise<void> {
  const { evidence, clock, sealing, timeStamping, recordFailure } = await docket()
  await enterWaitingActs(sealing)
  await settleInterrupted({ repo: evidence, clock })
  await gatherInterrupted()
  await sealInterrupted(sealing)
  // Not with an alarm of its own: alarms are made anew at each start, so one of a day would never come.
  const stamped = await stampDaily(timeStamping)
  if (stamped && !stamped.ok) await recordFailure('stamping the ledger', stamped.error, null)
}

/** So long at most; what is left is read at the next alarm, or when a page of sellers is opened. */
const readSellersMs = 20_000

/** Pages say what is known of the seller of a flagged listing: that needs its captures read. */
async function readSellers(): Promise<void> {
  const { sellers } = await docket()
  for await (const _step of catchUpSellers(sellers, AbortSignal.timeout(readSellersMs))) {
    // Each step is kept; there is nothing to show.
  }
}

async function showStoredCount(): Promise<void> {
  const { flags } = await docket()
  await showQueueCount(await flags.countQueued())
}

/** For work that nobody waits for: its failure is kept where the developer's console shows it. */
function logged(work: Promise<unknown>, doing: string): void {
  work.catch((error: unknown) => console.error(`Docket failed while ${doing}`, error))
}
