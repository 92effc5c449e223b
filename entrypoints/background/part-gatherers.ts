import { fetchFenced } from '../../lib/browser/fetch-fenced.ts'
import { fullPagePorts } from '../../lib/browser/full-page-ports.ts'
import { hasScreenshotPermission } from '../../lib/browser/permissions.ts'
import { gatherFullPage } from '../../lib/evidence/gather-full-page.ts'
import { gatherProductImages } from '../../lib/evidence/gather-product-images.ts'
import type { PartGatherer, PartGatherers } from '../../lib/evidence/part-gatherer.ts'
import type { Docket } from './docket.ts'

const notBuilt: PartGatherer = async () => ({
  state: 'not-wanted',
  reason: { code: 'not-built', message: 'This version of Docket does not gather it.' },
})

/** How each part is gathered from the page in this tab. */
export const partGatherers = (tabId: number, { headerMask }: Pick<Docket, 'headerMask'>): PartGatherers => ({
  'page-state': notBuilt,
  'page-snapshot': notBuilt,
  mhtml: notBuilt,
  'product-images': gatherProductImages({ fetchResource: fetchFenced, nowMs: () => Date.now() }),
  'full-page-screenshot': gatherFullPage({
    portsFor: (documentKey, comIds) => fullPagePorts(tabId, documentKey, comIds),
    hasPermission: hasScreenshotPermission,
    headerMask,
  }),
})
