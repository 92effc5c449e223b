import { found } from '../core/observation.ts'
import { readPathItemId } from '../site/item-id.ts'
import type { PageContext } from '../site/page-context.ts'
import { absentListing } from './absent-listing.ts'
import type { ObservedListing } from './listing.ts'

/**
 * What an item page states whose item was removed: which item was asked for, and that it is not on sale. The
 * head and the state of such a page still name title and pictures of what once stood there; the page does not
 * show them, so nothing of that is taken. Null where the address names no item.
 *
 * The caller asks `readPageState` first: this function does not.
 */
export function removedListing(context: PageContext): ObservedListing | null {
  const asked = context.kind === 'item' ? readPathItemId(context.url) : null
  return (
    asked && {
      ...absentListing,
      comId: found(asked.comId, 'url'),
      shownId: found(asked.shownId, 'url'),
      available: found(false, 'removed page'),
    }
  )
}
