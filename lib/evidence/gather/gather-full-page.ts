import type { Failure } from '../../core/result.ts'
import type { HeaderMaskSetting } from '../screenshot/cover-places.ts'
import type { FullPagePorts } from '../screenshot/full-page-ports.ts'
import { takeFullPage } from '../screenshot/take-full-page.ts'
import { noPermission } from '../screenshot/take-screenshot.ts'
import type { PartGatherer } from './part-gatherer.ts'

export interface FullPageGathering {
  /** What a picture of the page with this document key needs of tab and page. */
  portsFor(documentKey: string, comIds: string[]): FullPagePorts
  /** Whether the browser lets Docket photograph every page at any time. */
  hasPermission(): Promise<boolean>
  headerMask: Pick<HeaderMaskSetting, 'read'>
}

/** Gathers the full-page picture of an item page. */
export const gatherFullPage =
  ({ portsFor, hasPermission, headerMask }: FullPageGathering): PartGatherer =>
  async ({ capture, job, have, signal, keep }) => {
    if (have.length > 0) return { state: 'done', problems: [] }
    if (capture.sighting.pageKind !== 'item') return { state: 'not-wanted', reason: inWindow }
    // The page is not moved for pictures that the browser refuses anyway.
    if (job.screenshot.state === 'no-permission' && !(await hasPermission())) {
      return { state: 'failed', failure: noPermission, final: true }
    }
    const ports = portsFor(job.documentKey, [job.comId])
    const taken = await takeFullPage(ports, { signal, isMaskOn: await headerMask.read() })
    if (!taken.ok) {
      const { final, ...failure } = taken.error
      return { state: 'failed', failure, final }
    }
    const { png, takenAtMs, page, pictures, cut, redacted } = taken.value
    await keep({
      kind: 'full-page-screenshot',
      name: 'full-page-screenshot.png',
      mediaType: 'image/png',
      bytes: png,
      obtainedBy: ports.photographPage
        ? 'tabs.captureTab with rect'
        : `tabs.captureVisibleTab, ${pictures} ${pictures === 1 ? 'picture' : 'pictures of the scrolled page, put together'}`,
      // The page stood at its top, so places in the window are places in the picture.
      subject: page.subjects[job.comId] ?? null,
      takenAtMs,
      pageUrl: page.url,
      sourceUrl: null,
      cut,
      redacted,
    })
    return { state: 'done', problems: [] }
  }

const inWindow: Failure = {
  code: 'not-an-item-page',
  message: 'The product was shown in a window over another page, whose length says nothing about it.',
}
