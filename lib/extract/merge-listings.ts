import { unreadable } from '../core/observation.ts'
import type { ObservedListing } from './listing.ts'

/** Fields that name who is accused: where two sources differ, neither is taken. */
const identities: ReadonlySet<keyof ObservedListing> = new Set(['sellerId', 'companyId'])

/** Fields that come together from one rule of seller resolution and must not be mixed from two. */
const sellerFields: ReadonlySet<keyof ObservedListing> = new Set([
  'sellerId',
  'companyId',
  'storeNumbers',
  'storeName',
  'storeUrl',
  'sellerHidden',
  'sellerRule',
])

/**
 * What the rendered page states, completed by the page's data call. The page wins where both state a field:
 * it is what the person saw. A call that is about another listing adds nothing. What differs is reported by
 * `compareWitnesses`.
 */
export function mergeListings(page: ObservedListing, call: ObservedListing): ObservedListing {
  const isSame =
    page.comId.status === 'found' && call.comId.status === 'found' && page.comId.value === call.comId.value
  if (!isSame) return page
  const hidden = isHidden(page) || isHidden(call)
  const merge = <Field extends keyof ObservedListing>(field: Field): ObservedListing[Field] => {
    const one = page[field]
    const other = call[field]
    // On aggregation pages only the explanation's own words about the seller count, never a shell store's.
    if (hidden && sellerFields.has(field)) return isHidden(page) ? one : other
    if (one.status !== 'found') return other.status === 'found' ? other : one
    if (other.status !== 'found' || isAlike(one.value, other.value)) return one
    return identities.has(field)
      ? (unreadable('page and data call name different ones', one.source) as ObservedListing[Field])
      : one
  }
  return Object.fromEntries(
    (Object.keys(page) as Array<keyof ObservedListing>).map((field) => [field, merge(field)]),
  ) as unknown as ObservedListing
}

const isHidden = ({ sellerHidden }: ObservedListing) => sellerHidden.status === 'found' && sellerHidden.value

const isAlike = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
