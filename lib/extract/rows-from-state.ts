import { isRecord, type StateReader, stateReader, valueAt } from '../core/hostile-json.ts'
import type { Money } from '../core/money.ts'
import { absent, found, type Observation, unreadable } from '../core/observation.ts'
import { readMoney } from '../core/read-money.ts'
import { isSiteUrl } from '../site/hosts.ts'
import { readImage } from '../site/image-url.ts'
import { type ItemId, isSameItem, readItemId, readItemNumber } from '../site/item-id.ts'
import type { PageContext } from '../site/page-context.ts'
import type { ResultRow } from './listing.ts'

/** Where the rows stand in the state of a results or category page (2022 to now). */
const rowListPath = 'data.root.fields.mods.itemList.content'

/** More rows than a page ever had (60): what goes beyond is not read. */
const maxRows = 500

/**
 * The rows that the embedded state of a results page lists, in its order, which is the page's. Entries
 * without an item number (banners between the rows) are no rows and do not count for the rank.
 * @param state what `readInitData` found
 */
export const readStateRows = (state: unknown, context: PageContext): ResultRow[] =>
  readStateRowList(valueAt(state, rowListPath), rowListPath, context)

/** The rows of such a list, wherever it stands. */
export function readStateRowList(list: unknown, path: string, context: PageContext): ResultRow[] {
  const rows: ResultRow[] = []
  for (const entry of entriesOf(list).slice(0, maxRows)) {
    const rank = found(rows.length + 1, path)
    const row = isRecord(entry) ? readStateRow(entry, rank, context) : null
    if (row) rows.push(row)
  }
  return rows
}

/** A list, or an object with the keys "0", "1", … (so seen in 2026 by a public repository), in that order. */
function entriesOf(list: unknown): unknown[] {
  if (Array.isArray(list)) return list
  if (!isRecord(list) || !Object.keys(list).every((key) => /^\d{1,4}$/.test(key))) return []
  return Object.values(list)
}

function readStateRow(
  entry: Record<string, unknown>,
  rank: Observation<number>,
  context: PageContext,
): ResultRow | null {
  const row = stateReader(entry, 'itemList')
  const shown = row.digits('productId')
  const ids = shown.status === 'found' ? readItemNumber(shown.value) : null
  if (!ids) return null
  const imageSource = row.source('image.imgUrl')
  const image = readRowImage(row)
  return {
    ...readRowIds(row, ids),
    title: row.text('title.displayTitle'),
    price: readRowPrice(row),
    sellerId: row.digits('store.aliMemberId'),
    storeNumber: row.digits('store.storeId'),
    storeName: row.text('store.storeName'),
    imageHash: image ? found(image.hash, imageSource) : absent,
    imageUrl: image ? found(image.url, imageSource) : absent,
    sold: row.text('trade.tradeDesc'),
    sponsored: readSponsored(row),
    url: readRowUrl(row, ids, context),
    originId: readOriginId(row, ids.comId),
    rank,
  }
}

/** A row that leads to another listing than it names is about neither for sure. */
function readRowIds(row: StateReader, ids: ItemId): Pick<ResultRow, 'comId' | 'shownId'> {
  const source = row.source('productId')
  const leadsTo = row.digits('redirectedId')
  if (leadsTo.status === 'found' && !isSameItem(leadsTo.value, ids.shownId)) {
    const differ = unreadable('the row leads to another listing', source)
    return { comId: differ, shownId: differ }
  }
  return { comId: found(ids.comId, source), shownId: found(ids.shownId, source) }
}

/** The sale price, by its number; its text must say the same where it can be read. Free gifts have no price. */
function readRowPrice(row: StateReader): Observation<Money> {
  const source = row.source('prices.salePrice')
  const text = row.text('prices.salePrice.formattedPrice')
  const code = row.value('prices.salePrice.currencyCode')
  const currency = typeof code === 'string' && /^[A-Z]{3}$/.test(code) ? code : null
  const shown = text.status === 'found' ? text.value : null
  const number = row.number('prices.salePrice.minPrice')
  if (number.status === 'absent') return shown === null ? absent : readMoney(shown, source, currency)
  if (number.status === 'unreadable') return number
  if (number.value <= 0) return unreadable('a price of nothing', source)
  if (shown !== null && !isWrittenAs(shown, number.value)) {
    const read = readMoney(shown, source, currency)
    if (read.status === 'found' && read.value.value !== number.value)
      return unreadable('number and text of the price differ', source)
  }
  return found({ text: shown, value: number.value, currency }, source)
}

/** True for "US $1,386.43" and 1386.43: spares the whole reading of sixty texts that need none. */
function isWrittenAs(text: string, value: number): boolean {
  const [, whole, decimals] = /^\D*(\d[\d.,\s]*?)(?:[.,](\d\d?))?\D*$/.exec(text) ?? []
  return whole !== undefined && Number(`${whole.replace(/\D/g, '')}.${decimals ?? 0}`) === value
}

/** "natural" is the site's word for a row that nobody paid for; of other kinds ("gem") it does not say. */
function readSponsored(row: StateReader): Observation<boolean> {
  const isPaid = isRecord(row.value('p4p'))
  const kind = row.value('productType')
  const source = row.source(isPaid ? 'p4p' : 'productType')
  if (isPaid && kind === 'natural') return unreadable('paid for, and natural', source)
  if (isPaid || kind === 'ad') return found(true, source)
  return kind === 'natural' ? found(false, source) : absent
}

/**
 * The concrete offer behind an aggregated one. The parameters that the card's link carries name the pair;
 * they are taken only if the first of the pair is this row's own listing.
 */
function readOriginId(row: StateReader, comId: string): Observation<string> {
  const logged = row.digits('trace.utLogMap._p_origin_prod')
  const parameters = row.value('trace.pdpParams.pdp_ext_f')
  const pair =
    typeof parameters === 'string'
      ? /%22orig_sl_item_id%22%3A%22(\d+)%22.*?%22orig_item_id%22%3A%22(\d+)%22/.exec(parameters)
      : null
  if (pair && (pair[1] !== comId || (logged.status === 'found' && pair[2] !== logged.value)))
    return unreadable('two readings of the offer behind this one', row.source('trace'))
  const origin = pair?.[2] ? found(pair[2], row.source('trace.pdpParams.pdp_ext_f')) : logged
  if (origin.status !== 'found' || origin.value === comId) return absent
  const behind = readItemNumber(origin.value)
  return behind ? found(behind.comId, origin.source) : absent
}

function readRowImage(row: StateReader) {
  const address = row.value('image.imgUrl')
  return typeof address === 'string' ? readImage(address) : null
}

/**
 * Where the card leads. Rows that open in a campaign page say so themselves; all others lead to the item
 * page. An address that names another listing or none (a paid redirect) is not taken.
 */
export function readRowUrl(row: StateReader, ids: ItemId, context: PageContext): Observation<string> {
  const stated = row.value('productDetailUrl')
  if (typeof stated === 'string' && URL.canParse(stated, context.url)) {
    const url = new URL(stated, context.url)
    if (isSiteUrl(url) && readItemId(url)?.comId === ids.comId)
      return found(url.href, row.source('productDetailUrl'))
  }
  return found(new URL(`/item/${ids.shownId}.html`, context.url).href, row.source('productId'))
}
