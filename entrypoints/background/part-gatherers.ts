import { fetchFenced } from '../../lib/browser/fetch-fenced.ts'
import { fullPagePorts } from '../../lib/browser/full-page-ports.ts'
import { mhtmlSaver } from '../../lib/browser/mhtml-saver.ts'
import { pageCopier } from '../../lib/browser/page-copier.ts'
import { screenshotPermission } from '../../lib/browser/permissions.ts'
import { systemClock } from '../../lib/core/clock.ts'
import { gatherFullPage } from '../../lib/evidence/gather/gather-full-page.ts'
import { gatherMhtml } from '../../lib/evidence/gather/gather-mhtml.ts'
import { gatherPageSnapshot } from '../../lib/evidence/gather/gather-page-snapshot.ts'
import { gatherPageState } from '../../lib/evidence/gather/gather-page-state.ts'
import { gatherProductImages } from '../../lib/evidence/gather/gather-product-images.ts'
import type { PartGatherers } from '../../lib/evidence/gather/part-gatherer.ts'
import type { Docket } from './docket.ts'

/** How each part is gathered from the page in this tab. */
export function partGatherers(tabId: number, { headerMask }: Pick<Docket, 'headerMask'>): PartGatherers {
  const copier = pageCopier(tabId)
  const clock = systemClock
  return {
    'page-state': gatherPageState({ copier, clock }),
    'page-snapshot': gatherPageSnapshot({ copier, clock, fetchResource: fetchFenced }),
    mhtml: gatherMhtml({ copier, clock, saver: mhtmlSaver(tabId) }),
    'product-images': gatherProductImages({ fetchResource: fetchFenced, nowMs: () => Date.now() }),
    'full-page-screenshot': gatherFullPage({
      portsFor: (documentKey, comIds) => fullPagePorts(tabId, documentKey, comIds),
      hasPermission: screenshotPermission.has,
      headerMask,
    }),
  }
}
