import { readDigits } from '../core/hostile-json.ts'
import { absent, found, type Observation, observedValue, unreadable } from '../core/observation.ts'
import { isSiteUrl } from '../site/hosts.ts'
import { storeNumberOfPath } from '../site/search-query.ts'
import { selectors } from '../site/selectors.ts'
import type { ObservedListing } from './listing.ts'
import { linkUrl, type PageScope } from './page-scope.ts'
import { agreeOnDigits, asAccount, asStoreNumbers, asText, readSiteUrl } from './read-fields.ts'

export type SellerFacts = Pick<
  ObservedListing,
  | 'sellerId'
  | 'companyId'
  | 'storeNumbers'
  | 'storeName'
  | 'storeUrl'
  | 'sellerHidden'
  | 'sellerRule'
  | 'traderStatus'
  | 'country'
  | 'storeOpened'
  | 'positiveRate'
>

const unknownSeller: SellerFacts = {
  sellerId: absent,
  companyId: absent,
  storeNumbers: absent,
  storeName: absent,
  storeUrl: absent,
  sellerHidden: absent,
  sellerRule: absent,
  traderStatus: absent,
  country: absent,
  storeOpened: absent,
  positiveRate: absent,
}

/**
 * The seller of a rendered item, by the order of trust of ALIEXPRESS.md (d): a credential link in the
 * explanation of the supplier, the page's state, the store link, the store's box without a link.
 *
 * @param stated what the page's state says of the seller, or null where it has none
 */
export function resolveSeller(scope: PageScope, base: URL, stated: SellerFacts | null): SellerFacts {
  const explained = readExplainedSeller(scope, base)
  const isStated = stated?.sellerId.status === 'found' || stated?.storeNumbers.status === 'found'
  const open = stated && isStated ? withRule(stated, 'state') : readShownSeller(scope, base)
  if (!explained) return open
  const isSame =
    open.storeNumbers.status === 'found' &&
    explained.storeNumbers.status === 'found' &&
    explained.storeNumbers.value.every((number) => numbersOf(open).includes(number))
  // A shell store may stand in the box of an aggregation page: its account is not the seller's.
  return isSame ? { ...open, sellerRule: explained.sellerRule } : explained
}

const numbersOf = ({ storeNumbers }: SellerFacts) =>
  storeNumbers.status === 'found' ? storeNumbers.value : []

const withRule = (facts: SellerFacts, rule: 'state' | 'store-link' | 'store-text'): SellerFacts => ({
  ...facts,
  sellerHidden: found(false, rule),
  sellerRule: found(rule, rule),
})

/** The seller whom the explanation of the supplier names. Other warnings in the same block name none. */
function readExplainedSeller(scope: PageScope, base: URL): SellerFacts | null {
  const source = 'remind.credentialLink'
  const links = scope.all(selectors.remindLinks).flatMap((link) => {
    const number = credentialNumber(linkUrl(link, base))
    return number ? [{ number, name: link.textContent }] : []
  })
  const [first] = links
  if (!first) return null
  if (links.some(({ number }) => number !== first.number)) {
    const storeNumbers = unreadable('the explanation names several sellers', source)
    return { ...unknownSeller, storeNumbers, sellerHidden: found(true, source) }
  }
  return explainedSeller(first.number, first.name, source)
}

/** What an aggregation page states of its seller: a store number and a name, never an account. */
export function explainedSeller(number: string, name: string, source: string): SellerFacts {
  return {
    ...unknownSeller,
    storeNumbers: found([number], source),
    storeName: asText(cleanText(name, source), 300),
    sellerHidden: found(true, source),
    sellerRule: found('credential-link', source),
  }
}

/** `storeNum` of a licence page's address on the site. */
function credentialNumber(url: URL | null): string | null {
  if (!url || !isSiteUrl(url)) return null
  const number = url.searchParams.get('storeNum') ?? ''
  return /^[1-9]\d{2,11}$/.test(number) ? number : null
}

function readShownSeller(scope: PageScope, base: URL): SellerFacts {
  const link = scope.first(selectors.storeName)
  const box = scope.first(selectors.storeBox)
  if (!link && !box) return unknownSeller
  const storeLink = link ?? (box?.tagName === 'A' ? box : null)
  const name = link
    ? cleanText(link.textContent, 'storeName')
    : scope.text(selectors.storeBoxName, 'storeBoxName', 300)
  const areas = scope.all(selectors.sellerAreas).filter((area) => !area.closest(selectors.storePopup))
  const numbers = [...(link ? [link] : []), ...areas]
    .flatMap(linksIn)
    .map((area) => readLinkedNumber(area, base))
  numbers.push(readServiceLink(scope, base, 'storeId'))
  const popup = readPopup(scope, base, observedValue(name), observedValue(asStoreNumbers(numbers)) ?? [])
  return withRule(
    {
      ...unknownSeller,
      sellerId: readSellerAccount(scope, base),
      storeNumbers: asStoreNumbers([...numbers, ...popup.numbers]),
      storeName: asText(name, 300),
      storeUrl: storeLink ? readSiteUrl(linkUrl(storeLink, base)?.href, 'storeName@href') : absent,
      traderStatus: readTraderStatus(scope),
      country: popup.location,
      storeOpened: popup.opened,
      positiveRate: readPositiveRate(scope),
    },
    storeLink ? 'store-link' : 'store-text',
  )
}

const linksIn = (area: HTMLElement): HTMLElement[] =>
  area.tagName === 'A' ? [area] : [...area.querySelectorAll<HTMLElement>('a[href]')]

/** The store number in a link of the seller's own block: to the store, its feedback or its licence. */
function readLinkedNumber(link: HTMLElement, base: URL): Observation<string> {
  const url = linkUrl(link, base)
  if (!url || !isSiteUrl(url)) return absent
  const number = storeNumberOfPath(url.pathname) ?? credentialNumber(url)
  return number ? found(number, url.pathname.includes('credential') ? 'credentialLink' : 'storeLink') : absent
}

/**
 * The seller's account from the links that open a conversation. All of them must name the same one.
 */
function readSellerAccount(scope: PageScope, base: URL): Observation<string> {
  const accounts = scope.all(selectors.messageLink).flatMap((link) => {
    const url = linkUrl(link, base)
    if (!url || !isSiteUrl(url)) return []
    return ['sellerAdminSeq', 'sellerSeq'].map((name) =>
      readDigits(url.searchParams.get(name), `messageLink.${name}`),
    )
  })
  return asAccount(agreeOnDigits(...accounts, readServiceLink(scope, base, 'sellerId')))
}

/** Some pages of 2026 link to a service chat instead of the message form. */
function readServiceLink(scope: PageScope, base: URL, name: 'sellerId' | 'storeId'): Observation<string> {
  const named = scope.all(selectors.serviceLink).flatMap((link) => {
    const url = linkUrl(link, base)
    return url && isSiteUrl(url) ? readDigits(url.searchParams.get(name), `serviceLink.${name}`) : []
  })
  return agreeOnDigits(...named)
}

/**
 * The popover of this store, once it was opened. Its labels are in the shopper's language, so the row of digits
 * ("Store no.") tells which is which: the place stands below it, then the date of opening. Popovers of modals
 * outlive them in the body: one counts only with the same store name, and beside a modal with the same licence.
 */
function readPopup(scope: PageScope, base: URL, storeName: string | null, numbers: string[]) {
  for (const popup of scope.document.querySelectorAll<HTMLElement>(selectors.storePopup)) {
    const rows = [...popup.querySelectorAll(selectors.storePopupRows)]
    const cells = rows.map((row) => row.querySelectorAll('td')[1]?.textContent ?? '')
    const at = cells.findIndex((cell) => /^\s*\d{3,12}\s*$/.test(cell))
    const isNamed = storeName !== null && cells.some((cell) => cell.replace(/\s+/g, ' ').trim() === storeName)
    const linked = linksIn(popup).map((link) => readLinkedNumber(link, base))
    const isSame = linked.some((number) => number.status === 'found' && numbers.includes(number.value))
    if (at < 0 || !isNamed || (scope.isModal && !isSame)) continue
    return {
      numbers: [readDigits(cells[at]?.trim(), 'storePopup.number'), ...linked],
      location: asText(cleanText(cells[at + 1] ?? '', 'storePopup.location'), 200),
      opened: asText(cleanText(cells[at + 2] ?? '', 'storePopup.opened'), 100),
    }
  }
  return { numbers: [], location: absent, opened: absent }
}

/** "(Trader)" behind the store's name, in the shopper's language and without its brackets. */
function readTraderStatus(scope: PageScope): Observation<string> {
  for (const row of scope.all(selectors.storeBoxNameRow))
    for (const part of row.querySelectorAll('span')) {
      const status = /^\s*[(（]\s*([^()（）]{2,60}?)\s*[)）]\s*$/.exec(part.textContent)?.[1]
      if (status) return found(status, 'storeBoxNameRow')
    }
  return absent
}

function readPositiveRate(scope: PageScope): Observation<string> {
  for (const part of scope.all(selectors.storeRate)) {
    const text = cleanText(part.textContent, 'storeRate')
    if (text.status === 'found' && /[%٪]/.test(text.value)) return asText(text, 50)
  }
  return absent
}

function cleanText(text: string, source: string): Observation<string> {
  const clean = text.toWellFormed().replace(/\s+/g, ' ').trim()
  return clean === '' ? absent : found(clean, source)
}
