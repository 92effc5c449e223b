import { fetchFenced } from '../../lib/browser/fetch-fenced.ts'
import { mhtmlSaver } from '../../lib/browser/mhtml-saver.ts'
import { pageCopier } from '../../lib/browser/page-copier.ts'
import { systemClock } from '../../lib/core/clock.ts'
import { gatherMhtml } from '../../lib/evidence/gather-mhtml.ts'
import { gatherPageSnapshot } from '../../lib/evidence/gather-page-snapshot.ts'
import { gatherPageState } from '../../lib/evidence/gather-page-state.ts'
import type { PartGatherer, PartGatherers } from '../../lib/evidence/part-gatherer.ts'

const notBuilt: PartGatherer = async () => ({
  state: 'not-wanted',
  reason: { code: 'not-built', message: 'This version of Docket does not gather it.' },
})

/** How each part is gathered from the page in this tab. */
export function partGatherers(tabId: number): PartGatherers {
  const copier = pageCopier(tabId)
  const clock = systemClock
  return {
    'page-state': gatherPageState({ copier, clock }),
    'page-snapshot': gatherPageSnapshot({ copier, clock, fetchResource: fetchFenced }),
    mhtml: gatherMhtml({ copier, clock, saver: mhtmlSaver(tabId) }),
    'product-images': notBuilt,
    'full-page-screenshot': notBuilt,
  }
}
