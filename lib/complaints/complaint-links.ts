import type { ListingFacts } from './listing-facts.ts'
import type { ComplaintType } from './portal-rules.ts'

/**
 * The addresses that the form takes, in the order of the listings: their own, or, of a complaint about store fronts,
 * those of their stores, each once (PORTAL.md §8.1). A listing whose store number is not known gives no store.
 */
export function complaintLinks(
  complaintType: ComplaintType,
  listings: ReadonlyArray<Pick<ListingFacts, 'url' | 'storeNumbers'>>,
): string[] {
  if (complaintType === 'product-listing') return listings.map(({ url }) => url)
  // A store may go by several numbers (ALIEXPRESS.md): the first is the one last seen.
  const numbers = listings.flatMap(({ storeNumbers }) => storeNumbers[0] ?? [])
  return [...new Set(numbers)].map((number) => `https://www.aliexpress.com/store/${number}`)
}
