import { isRecord, readDigits, readText, stateReader, valueAt } from '../core/hostile-json.ts'
import type { Money } from '../core/money.ts'
import {
  absent,
  firstFound,
  found,
  type Observation,
  observedValue,
  unreadable,
} from '../core/observation.ts'
import { readAerData } from '../site/embedded-state.ts'
import { readPathItemId } from '../site/item-id.ts'
import type { PageContext } from '../site/page-context.ts'
import { storeNumberOfPath } from '../site/search-query.ts'
import { selectors } from '../site/selectors.ts'
import { absentListing } from './absent-listing.ts'
import { readLocale } from './item-rendered.ts'
import type { ObservedListing } from './listing.ts'
import { linkUrl, scopeOf } from './page-scope.ts'
import {
  agree,
  agreeOnId,
  asAccount,
  asStoreNumbers,
  asText,
  itemsOf,
  readAmount,
  readImages,
  readSiteUrl,
} from './read-fields.ts'

/**
 * Item pages of aliexpress.ru: a widget tree in `#__AER_DATA__` whose nesting varies, so that the item's and
 * the store's props are known by their shape, and the seller's block in the DOM (ALIEXPRESS.md, aliexpress.ru).
 */
export const extractRuItem = (doc: Document, context: PageContext): ObservedListing => ({
  ...joinRu(observedValue(readAerData(doc)), readStoreBlock(doc, context), context),
  locale: readLocale(doc),
})

/** What the widget tree alone says; null where the page has none that can be read. */
export function extractRuState(doc: Document, context: PageContext): ObservedListing | null {
  const state = observedValue(readAerData(doc))
  return state === null ? null : joinRu(state, noBlock, context)
}

/** What such a page shows of its item, as far as captures tell. */
export const extractRuShown = (doc: Document, context: PageContext): ObservedListing => ({
  ...joinRu(null, readStoreBlock(doc, context), context),
  title: scopeOf(doc, context).text(selectors.titleRu, 'titleRu', 1000),
})

type StoreBlock = ReturnType<typeof readStoreBlock>
const noBlock: StoreBlock = { sellerId: absent, storeUrl: absent, storeName: absent }

function joinRu(tree: unknown, block: StoreBlock, context: PageContext): ObservedListing {
  const asked = readPathItemId(context.url)
  const props = [...propsIn(tree)]
  const item = props.find((candidate) => isItemProps(candidate, asked?.comId))
  const store = props.find((candidate) => isStoreProps(candidate, context, asked?.comId))
  const state = stateReader(item, 'AER_DATA.item')
  const stated = stateReader(store, 'AER_DATA.store')
  const storeUrl = firstFound(
    () => readSiteUrl(stated.value('url'), stated.source('url')),
    () => block.storeUrl,
  )
  const number = storeUrl.status === 'found' ? storeNumberOfPath(new URL(storeUrl.value).pathname) : null
  const sellerId = firstFound(
    () => asAccount(stated.digits('id')),
    () => asAccount(state.digits('sellerId')),
    () => block.sellerId,
  )
  const accounts = [stated.digits('id'), state.digits('sellerId'), block.sellerId].flatMap(
    (account) => observedValue(account) ?? [],
  )
  return {
    ...absentListing,
    ...agreeOnId([
      [observedValue(state.digits('id')), state.source('id')],
      [asked?.shownId, 'url'],
    ]),
    title: asText(state.text('name'), 1000),
    sellerId:
      new Set(accounts).size > 1 ? unreadable('the page names several sellers', 'AER_DATA') : sellerId,
    storeNumbers: asStoreNumbers([number ? found(number, 'storeUrl') : absent]),
    storeName: firstFound(
      () => asText(stated.text('name'), 300),
      () => block.storeName,
    ),
    storeUrl,
    sellerHidden: number ? found(false, 'storeUrl') : absent,
    sellerRule: number ? found(store ? 'state' : 'store-link', 'storeUrl') : absent,
    positiveRate: readRate(stated.number('positiveReviews.percentages')),
    images: readImages(
      itemsOf(state.list('gallery')).map((entry) => valueAt(entry, 'imageUrl')),
      state.source('gallery'),
    ),
    ...readPrices(state),
  }
}

/** Every object under a key `props`, in the order of the tree; without recursion. */
function* propsIn(root: unknown): Generator<Record<string, unknown>> {
  const queue: unknown[] = [root]
  for (let next = 0; next < queue.length; next++) {
    const node = queue[next]
    if (isRecord(node) && isRecord(node.props)) yield node.props
    if (typeof node === 'object' && node !== null) queue.push(...childrenOf(node))
  }
}

const childrenOf = (node: object): unknown[] =>
  Object.values(node)
    .filter((child) => typeof child === 'object' && child !== null)
    .slice(0, 5000)

const isItemProps = (props: Record<string, unknown>, comId: string | undefined) =>
  Array.isArray(props.gallery) &&
  typeof props.name === 'string' &&
  agree(observedValue(readDigits(props.id, 'id')), comId)

/** The store of this item: its chat link names the item, so that no recommended store is taken. */
function isStoreProps(
  props: Record<string, unknown>,
  context: PageContext,
  comId: string | undefined,
): boolean {
  const { chatLink, url } = props
  if (typeof chatLink !== 'string' || typeof url !== 'string' || !URL.canParse(chatLink, context.url))
    return false
  const chat = new URL(chatLink, context.url).searchParams
  return (
    agree(chat.get('item_id'), comId) && chat.get('seller_id') === observedValue(readDigits(props.id, 'id'))
  )
}

/** The seller's block as rendered. */
function readStoreBlock(
  doc: Document,
  context: PageContext,
): Pick<ObservedListing, 'sellerId' | 'storeUrl' | 'storeName'> {
  const scope = scopeOf(doc, context)
  const comId = readPathItemId(context.url)?.comId
  const chat = linkUrl(
    scope.first('a[data-testid="seller_chat_btn"], [data-testid="seller_chat_btn"] a'),
    context.url,
  )
  const isOurs = chat !== null && agree(chat.searchParams.get('item_id'), comId)
  const header = scope.first('#storeInfo [data-testid="store_header"]')
  const link = header?.closest('a') ?? header?.querySelector('a[href*="/store/"]') ?? null
  const name = header?.querySelector('[class*="RedStoreInfo_Header__title"]')?.textContent
  return {
    sellerId: isOurs ? asAccount(readDigits(chat.searchParams.get('seller_id'), 'sellerChat')) : absent,
    storeUrl: readSiteUrl(linkUrl(link, context.url)?.href, 'storeHeader@href'),
    storeName: asText(readText(name, 'storeHeader'), 300),
  }
}

const readRate = (percent: Observation<number>): Observation<string> =>
  percent.status === 'found' && percent.value > 0 && percent.value <= 100
    ? found(`${percent.value}%`, percent.source)
    : absent

/**
 * Price of the variant that the page shows. The least price of all variants may be an accessory's, so it is
 * never taken in its place.
 */
function readPrices(
  state: ReturnType<typeof stateReader>,
): Pick<ObservedListing, 'price' | 'listPrice' | 'currency'> {
  const skus = itemsOf(state.list('skuInfo.priceList'))
  const active = observedValue(state.digits('activeSkuId'))
  const at = skus.findIndex(
    (sku) => active !== null && observedValue(readDigits(valueAt(sku, 'skuId'), '')) === active,
  )
  if (at < 0) return { price: absent, listPrice: absent, currency: absent }
  const path = `skuInfo.priceList.${at}`
  const listPrice = readAmount(state, `${path}.amount`, `${path}.amount.formatted`)
  const price: Observation<Money> = firstFound(
    () => readAmount(state, `${path}.activityAmount`, `${path}.activityAmount.formatted`),
    () => listPrice,
  )
  const code = observedValue(price)?.currency
  return { price, listPrice, currency: code ? found(code, state.source(`${path}.amount`)) : absent }
}
