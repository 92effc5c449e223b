import type { Failure } from '../../lib/core/result.ts'
import type { ActTarget, PageAct } from '../../lib/messaging/protocol.ts'
import { isSiteUrl } from '../../lib/site/hosts.ts'
import { readImage } from '../../lib/site/image-url.ts'
import { readItemId } from '../../lib/site/item-id.ts'
import type { ListingActions } from './listing-actions.ts'
import type { Notices } from './notices.ts'
import type { PageListing } from './page-listing.ts'
import type { PageTarget } from './page-target.ts'

/** Does what a browser command or the context menu asks for, or says why it cannot. */
export function runPageAct(
  act: PageAct,
  {
    actions,
    target,
    listings,
    notices,
    pageRefusal,
  }: {
    actions: ListingActions
    target: PageTarget
    listings: PageListing[]
    notices: Notices
    /** Why nothing on this page may be judged (a security check, a page still loading); null where it may. */
    pageRefusal: () => Promise<Failure | null>
  },
): void {
  if (act.act === 'take-screenshots') {
    actions.takeMissingScreenshots()
    return
  }
  if (act.act === 'undo') {
    actions.undoLast()
    return
  }
  const listing = find(act.target, target, listings)
  if (!listing) {
    const otherwise = noTarget[act.target.kind]
    void pageRefusal().then((refusal) => notices.warn('no-target', refusal?.message ?? otherwise))
    return
  }
  notices.forget('no-target')
  switch (act.act) {
    case 'flag':
      actions.flag(listing)
      break
    case 'flag-as':
      actions.perform(act.ipType, listing)
      break
    case 'look-later':
      actions.perform('later', listing)
      break
    case 'not-infringing':
      actions.perform('genuine', listing)
      break
  }
}

function find(wanted: ActTarget, target: PageTarget, listings: PageListing[]): PageListing | null {
  switch (wanted.kind) {
    case 'focus':
      return target.current()
    case 'link': {
      const url = URL.canParse(wanted.url) ? new URL(wanted.url) : null
      const id = url && isSiteUrl(url) ? readItemId(url) : null
      return listings.find(({ comId }) => comId === id?.comId) ?? null
    }
    case 'image': {
      const hash = readImage(wanted.url)?.hash
      if (!hash) return null
      const shows = ({ card }: PageListing) => card !== null && hashesOf(card.element).includes(hash)
      // A picture outside all cards is one of the item's own gallery.
      return listings.find(shows) ?? listings.find(({ card }) => card === null) ?? null
    }
  }
}

const hashesOf = (element: Element): string[] =>
  [...element.querySelectorAll('img')].flatMap(
    (image) => readImage(image.currentSrc || image.src)?.hash ?? [],
  )

const noTarget: Record<ActTarget['kind'], string> = {
  focus:
    'Nothing was flagged: no listing is under the pointer. Point at a card, or open the listing, and press the keys again.',
  link: 'Nothing was flagged: this link leads to no listing that is shown on this page. Open the listing and flag it there.',
  image:
    'Nothing was flagged: this picture belongs to no listing that is shown on this page. Use the control on the card.',
}
