import { browser } from 'wxt/browser'
import { showQueueCount } from '../../lib/browser/badge.ts'
import { describeCapturedTab } from '../../lib/browser/captured-tab.ts'
import { drawing } from '../../lib/browser/drawing.ts'
import { screenshotPorts } from '../../lib/browser/screenshot-ports.ts'
import { refreshSiteTabs } from '../../lib/browser/site-tabs.ts'
import { browserStorageRoom } from '../../lib/browser/storage-room.ts'
import { fail, ok } from '../../lib/core/result.ts'
import type { Capture, CapturedTab } from '../../lib/evidence/capture.ts'
import { captureScreenshots } from '../../lib/evidence/screenshot/capture-screenshots.ts'
import { sealCaptures } from '../../lib/evidence/seal/seal-captures.ts'
import type { Sighting } from '../../lib/evidence/sighting.ts'
import type { PageSender } from '../../lib/messaging/check-sender.ts'
import type { FlagRequest, ListingState } from '../../lib/messaging/protocol.ts'
import type { ContentHandlers } from '../../lib/messaging/serve-messages.ts'
import { flagListing, type NewFlag } from '../../lib/queue/flag-listing.ts'
import type { JudgedListing } from '../../lib/queue/listing-state.ts'
import { undoFlag } from '../../lib/queue/undo-flag.ts'
import { captureOpened } from './capture-opened.ts'
import { docket } from './docket.ts'
import { enterActs } from './enter-acts.ts'
import { flagWarnings } from './flag-warnings.ts'
import { cancelGathering, gatherEvidence, isGathering } from './gather-evidence.ts'
import { readPageData } from './read-page-data.ts'

/** What pages may ask of the background (invariant 6). */
export const answerPages: ContentHandlers = {
  'flag.create': async (request, sender) => {
    if (!isOwnPage(request.sighting, sender)) return otherPage
    const [{ flags, clock }, tab] = await Promise.all([docket(), describeCapturedTab(sender)])
    const saved = await flagListing({ repo: flags, clock }, newFlagOf(request, tab, clock().wallMs))
    if (!saved.ok) return saved
    const { flag } = saved.value
    const [queued, warnings] = await Promise.all([flags.countQueued(), flagWarnings([flag])])
    followUp(sender.tabId, queued)
    return ok({
      flagId: request.flagId,
      captureId: request.captureId,
      queued,
      ...(warnings.get(flag.comId) ?? nothingKnown),
    })
  },

  'flag.undo': async (request, sender) => {
    const { flags, clock } = await docket()
    const undone = await undoFlag({ repo: flags, clock }, request)
    if (undone.ok) followUp(sender.tabId, await flags.countQueued())
    return undone
  },

  'capture.create': async (request, sender) => {
    if (!isOwnPage(request.sighting, sender)) return otherPage
    const tab = await describeCapturedTab(sender)
    const { clock } = await docket()
    const { captureId, comId, shownId, documentKey, sighting, listing, witnesses } = request
    const createdAtMs = clock().wallMs
    const mode = 'completed-on-opening'
    const stated = { sighting, listing, row: null, witnesses }
    const capture: Capture = { captureId, comId, mode, tab, ...stated, createdAtMs, importedFrom: null }
    return captureOpened(capture, { shownId, documentKey })
  },

  'capture.gather': (request, { tabId }) => gatherEvidence(tabId, request),

  'capture.cancel': async ({ captureId }, { tabId }) =>
    cancelGathering(tabId, captureId)
      ? ok(null)
      : fail('not-gathering', 'Nothing is being gathered on this page any more.'),

  'capture.screenshot': async (request, sender) => {
    const { evidence, clock, sealing, headerMask } = await docket()
    const masking = { setting: headerMask, drawing }
    const portsFor = (comIds: string[]) => screenshotPorts(sender.tabId, request.documentKey, comIds)
    const [answer] = await Promise.all([
      captureScreenshots({ repo: evidence, clock, room: browserStorageRoom, portsFor, masking }, request),
      readPageData(sender.tabId, request),
    ])
    // An interruption here is made good by the alarm.
    if (answer.ok) await sealCaptures(sealing, request.captureIds)
    return answer
  },

  'page.load-facts': async (_request, { tabId }) => {
    await browser.scripting.executeScript({ target: { tabId }, files: ['/page-facts.js'] })
    return ok(null)
  },

  'listing.states': async ({ comIds }) => {
    const { judged, filed } = await docket()
    const [listings, lastIpType, canScreenshot] = await Promise.all([
      judged.judged(comIds),
      judged.lastIpType(),
      browser.permissions.contains({ origins: ['<all_urls>'] }),
    ])
    const [warnings, filedOf] = await Promise.all([
      flagWarnings(listings.map(({ flag }) => flag)),
      filed.states(listings.map(({ flag }) => flag.comId)),
    ])
    return ok({
      states: Object.fromEntries(
        listings.map((entry) => {
          const { comId } = entry.flag
          const said = warnings.get(comId) ?? nothingKnown
          return [comId, { ...stateOf(entry), ...said, filed: filedOf.get(comId) ?? null }]
        }),
      ),
      lastIpType: lastIpType ?? 'trademark',
      canScreenshot,
    })
  },
}

/** What a page states must be about itself. */
const isOwnPage = ({ pageUrl }: Sighting, { origin }: PageSender) => new URL(pageUrl).origin === origin

const otherPage = fail(
  'other-page',
  'Not saved: the page says that it is another one. Reload it and flag again.',
)

const newFlagOf = (request: FlagRequest, tab: CapturedTab, createdAtMs: number): NewFlag => ({
  flagId: request.flagId,
  documentKey: request.documentKey,
  shownId: request.shownId,
  verdict: request.verdict,
  ipType: request.ipType,
  note: request.note,
  capture: {
    captureId: request.captureId,
    comId: request.comId,
    mode: 'flagged-by-person',
    tab,
    sighting: request.sighting,
    listing: request.listing,
    row: request.row,
    witnesses: request.witnesses,
    createdAtMs,
    importedFrom: null,
  },
})

const nothingKnown: Pick<ListingState, 'warnings' | 'seller'> = { warnings: [], seller: null }

const stateOf = ({
  flag,
  job,
  itemEvidence,
}: JudgedListing): Omit<ListingState, 'warnings' | 'seller' | 'filed'> => ({
  flagId: flag.flagId,
  captureId: flag.captureId,
  verdict: flag.verdict,
  ipType: flag.ipType,
  note: flag.note,
  flaggedAtMs: flag.createdAtMs,
  screenshot: job?.screenshot.state ?? 'not-wanted',
  screenshotFailure: job?.screenshot.state === 'failed' ? job.screenshot.failure : null,
  // Open in the store but at nobody's hand: it was interrupted.
  itemEvidence: itemEvidence === 'gathering' && !isGathering(flag.comId) ? 'interrupted' : itemEvidence,
})

/** Badge, ledger and other pages follow after the answer: the person waits for neither. */
function followUp(tabId: PageSender['tabId'], queued: number): void {
  enterActs()
  Promise.all([showQueueCount(queued), refreshSiteTabs(tabId)]).catch(async (error: unknown) => {
    const { recordFailure } = await docket()
    await recordFailure('showing the new queue', { code: 'unexpected', message: String(error) }, null)
  })
}
