import { playHash, reviewHash } from '../../components/review/review-view.ts'
import { rightHash, rightsHash } from '../../components/rights/rights-view.ts'
import type { PageCommand } from '../../components/search/page-commands.ts'
import { Palette } from '../../components/search/palette.tsx'
import type { HitAddresses, PalettePage } from '../../components/search/palette-entries.ts'
import type { SearchServices } from '../../components/search/services.ts'
import { words } from '../../components/search/words.ts'
import { graphHash, sellerHash, sellersHash } from '../../components/sellers/sellers-view.ts'
import { caseHash, followUpHash } from '../../components/tracking/follow-up-view.ts'
import type { FramePlace } from '../../components/ui/page-frame.tsx'
import { everything } from '../../lib/queue/review/review-filter.ts'
import type { Hit, SearchGroup } from '../../lib/search/found.ts'
import { searchEverything } from '../../lib/search/search-everything.ts'
import { catchUpSellers } from '../../lib/sellers/seller-index.ts'
import { dexieSearch } from '../../lib/storage/dexie-search.ts'
import { dexieSellerIndex } from '../../lib/storage/dexie-seller-index.ts'
import { database } from './open-once.ts'
import { captureHash, capturesHash, storageHash } from './route.ts'

const { page } = words

/** Pages that the navigation does not name. */
const otherPages: PalettePage[] = (
  [
    [page.play, playHash],
    [page.quickEntry, '#/quick-entry'],
    [page.cases, followUpHash('cases')],
    [page.visits, followUpHash('visits')],
    [page.outcomes, followUpHash('list')],
    [page.goodFaith, followUpHash('good-faith')],
    [page.daysOff, followUpHash('days-off')],
    [page.storage, storageHash],
    [page.import, '#/import'],
    [page.restore, '#/restore'],
    [page.newTrademark, rightsHash({ view: 'new-right', ipType: 'trademark' })],
    [page.newCopyright, rightsHash({ view: 'new-right', ipType: 'copyright' })],
    [page.newPatent, rightsHash({ view: 'new-right', ipType: 'patent' })],
    [page.newHolder, rightsHash({ view: 'new-holder' })],
    [page.steps, rightsHash({ view: 'steps' })],
    [page.graph, graphHash(null)],
  ] as const
).map(([name, hash]) => ({ name, hash, isPlace: false }))

function hashOf(hit: Hit): string {
  switch (hit.group) {
    case 'listings':
      // What was not judged, or is not any more, stands in no list of review.
      return hit.isJudged
        ? reviewHash({ ...everything, text: hit.comId })
        : capturesHash({ text: hit.comId, state: 'all' })
    case 'sellers':
      return sellerHash(hit.sellerId)
    case 'complaints':
      return hit.state === 'filed' ? caseHash(hit.complaintId) : `#/complaints/${hit.complaintId}`
    case 'captures':
      return captureHash(hit.captureId)
    case 'rights':
      return rightHash(hit.rightId)
  }
}

function allOf(group: SearchGroup, text: string): string {
  switch (group) {
    case 'listings':
      return reviewHash({ ...everything, text })
    case 'sellers':
      return sellersHash({ text, sort: 'harm', list: 'all' })
    case 'captures':
      return capturesHash({ text, state: 'all' })
    case 'complaints':
      return '#/complaints'
    case 'rights':
      return rightsHash({ view: 'list' })
  }
}

const addresses: HitAddresses = { of: hashOf, all: allOf }

/** Joins the palette to the database; it is opened by the first search. */
const services: SearchServices = {
  async *search(text, signal) {
    yield* searchEverything(dexieSearch(await database()), text, signal)
  },
  async catchUp(signal) {
    const ready = await database()
    // What cannot be written is searched as it is.
    if (ready.readOnlyBecause) return false
    let isMore = false
    for await (const { read } of catchUpSellers(dexieSellerIndex(ready), signal)) isMore = read > 0
    return isMore
  },
  addresses,
  go: (hash) => {
    location.hash = hash
  },
}

interface DashboardPaletteProps {
  places: readonly FramePlace[]
  commands: readonly PageCommand[]
  onClose(): void
}

export function DashboardPalette({ places, commands, onClose }: DashboardPaletteProps) {
  const pages = [...places.map(({ name, hash }) => ({ name, hash, isPlace: true })), ...otherPages]
  return <Palette services={services} pages={pages} commands={commands} onClose={onClose} />
}
