import { showQueueCount } from '../../lib/browser/badge.ts'
import { actInTab, refreshSiteTabs } from '../../lib/browser/site-tabs.ts'
import { fail, ok } from '../../lib/core/result.ts'
import { stampLedger } from '../../lib/evidence/time-stamp/stamp-ledger.ts'
import type { ExtensionHandlers } from '../../lib/messaging/serve-messages.ts'
import { docket, lookThroughEvidence, reopen } from './docket.ts'
import { enterActs } from './enter-acts.ts'
import { remind } from './remind.ts'

/** What popup and dashboard may ask of the background. */
export const answerExtension: ExtensionHandlers = {
  'queue.changed': async () => {
    const { flags } = await docket()
    enterActs()
    const queued = await flags.countQueued()
    await Promise.all([showQueueCount(queued), remind({ isChanged: true }), refreshSiteTabs(null)])
    return ok(null)
  },

  'evidence.restored': async () => {
    await reopen()
    // What was damaged may be whole again: nobody waits for finding out.
    lookThroughEvidence({ isDue: true }).catch((error: unknown) =>
      console.error('Docket failed while looking through the evidence', error),
    )
    return ok(null)
  },

  'screenshot.missing': async ({ tabId }) =>
    (await actInTab(tabId, { act: 'take-screenshots' }))
      ? ok(null)
      : fail('page-silent', 'This page does not answer. Reload it and try again.'),

  'time-stamp.make': async ({ seq }) => {
    const { timeStamping } = await docket()
    const stamped = await stampLedger(timeStamping, seq ?? undefined)
    if (!stamped.ok) return stamped
    const { stampId, ledgerSeq, facts } = stamped.value
    return ok({ stampId, ledgerSeq, facts })
  },
}
