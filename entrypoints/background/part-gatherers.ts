import type { PartGatherer, PartGatherers } from '../../lib/evidence/part-gatherer.ts'

const notBuilt: PartGatherer = async () => ({
  state: 'not-wanted',
  reason: { code: 'not-built', message: 'This version of Docket does not gather it.' },
})

/** How each part is gathered from the page in this tab. */
export const partGatherers = (_tabId: number): PartGatherers => ({
  'page-state': notBuilt,
  'page-snapshot': notBuilt,
  mhtml: notBuilt,
  'product-images': notBuilt,
  'full-page-screenshot': notBuilt,
})
