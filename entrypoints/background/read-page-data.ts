import { askDataCall } from '../../lib/browser/ask-data-call.ts'
import type { Capture } from '../../lib/evidence/capture.ts'
import { addPageData } from '../../lib/evidence/gather/add-page-data.ts'
import { completeSummary } from '../../lib/queue/complete-summary.ts'
import { docket } from './docket.ts'

/**
 * Asks the item page that was just flagged for the answer of its own data call, and keeps it as a second
 * witness beside what the page showed. Pages without it are complete as they are; an answer that cannot be
 * understood is kept as an incident.
 */
export async function readPageData(
  tabId: number,
  request: { documentKey: string; captureIds: string[] },
): Promise<void> {
  const capture = await itemCaptureWithoutData(request)
  if (!capture) return
  const answer = await askPage(tabId)
  if (answer === null) return
  const { evidence, flags, clock, recordFailure } = await docket()
  const added = await addPageData({ repo: evidence, clock }, capture.captureId, answer)
  if (added.ok) await completeSummary({ repo: flags }, added.value.capture, added.value.completed)
  else await recordFailure('reading the page’s own data', added.error, capture.sighting.pageUrl)
}

/** Only a flag of an item page has a data call to ask, and it is alone in its request. */
async function itemCaptureWithoutData({
  documentKey,
  captureIds,
}: {
  documentKey: string
  captureIds: string[]
}): Promise<Capture | null> {
  const [captureId] = captureIds
  if (captureIds.length !== 1 || captureId === undefined) return null
  const { evidence } = await docket()
  const [capture, [job]] = await Promise.all([evidence.capture(captureId), evidence.jobs([captureId])])
  const isOpen = job?.pageData === null && job.documentKey === documentKey
  return isOpen && capture?.listing && capture.sighting.site !== 'ru' ? capture : null
}

async function askPage(tabId: number): Promise<string | null> {
  const { recordFailure } = await docket()
  try {
    return await askDataCall(tabId)
  } catch (error) {
    // The tab may be closed or gone elsewhere by now; the page's own statements are already saved.
    const message = error instanceof Error ? error.message : String(error)
    const failure = {
      code: 'page-silent',
      message: `The page could not be asked for its own data (${message}).`,
    }
    await recordFailure('reading the page’s own data', failure, null)
    return null
  }
}
