/** The two numbers of one listing. Both are decimal digits: they never take part in arithmetic outside this file. */
export interface ItemId {
  /** .com number: the identity on every site. */
  comId: string
  /** The number as the visited site shows it. */
  shownId: string
}

/** aliexpress.us numbers its items with the .com number plus 2^51 (ALIEXPRESS.md, fact 3; both fit a double exactly). */
const usOffset = 2 ** 51

/** Numbers seen since 2014 have 8 to 16 digits; .us numbers stay under 2^52. */
const itemNumber = /^[1-9]\d{5,15}$/

/** Both numbers of an item number in either form, or null where the text is no item number. */
export function readItemNumber(digits: string | null | undefined): ItemId | null {
  if (!digits || !itemNumber.test(digits)) return null
  const number = Number(digits)
  if (number < usOffset) return { comId: digits, shownId: digits }
  const comNumber = number - usOffset
  const comId = String(comNumber)
  return comNumber < usOffset && itemNumber.test(comId) ? { comId, shownId: digits } : null
}

/** The number that aliexpress.us shows for a .com number. */
export const usItemNumber = (comId: string): string => String(Number(comId) + usOffset)

/** True where both numbers, in either form, are of one listing. */
export function isSameItem(one: string, other: string): boolean {
  const id = readItemNumber(one)
  return id !== null && id.comId === readItemNumber(other)?.comId
}

/**
 * Path forms that carry an item number (ALIEXPRESS.md (a)):
 * /item/<id>.html · /item/<Slug>/<id>.html · /i/<id>.html · /item-img/<Slug>/<id>.html · /store/product/<Slug>/<storeNo>_<id>.html
 */
const itemPath =
  /^\/(?:(?:[a-z]{2}\/)?(?:item|i)(?:\/[^/]+)?\/|item-img\/[^/]+\/|store\/product\/[^/]+\/\d+_)(\d+)\.html?\/?$/

/** The listing that an item page's own path names, or null for any other path. */
export function readPathItemId(url: URL): ItemId | null {
  return readItemNumber(itemPath.exec(url.pathname)?.[1])
}

/** First number of `productIds=<id>[:<skuId>][,…]`, which leads from a card to a campaign page with the product in it. */
export function readProductIdsItemId(url: URL): ItemId | null {
  return readItemNumber(/^\s*(\d+)/.exec(url.searchParams.get('productIds') ?? '')?.[1])
}

/**
 * The listing that a link leads to, from any URL form of the site; null where the URL names none
 * (affiliate and paid-placement redirects do not). The host must be checked by the caller.
 */
export function readItemId(url: URL): ItemId | null {
  return readPathItemId(url) ?? readProductIdsItemId(url)
}

/** The one address of a listing that complaints and stored records use. */
export const canonicalItemUrl = (comId: string): string => `https://www.aliexpress.com/item/${comId}.html`
