import { isRecord, type StateReader, stateReader, valueAt } from '../core/hostile-json.ts'
import type { Money } from '../core/money.ts'
import { absent, found, type Observation, unreadable } from '../core/observation.ts'
import { readMoney } from '../core/read-money.ts'
import { readImage } from '../site/image-url.ts'
import { readItemNumber } from '../site/item-id.ts'
import type { PageContext } from '../site/page-context.ts'
import type { ResultRow } from './listing.ts'
import { readRowUrl, readStateRowList } from './rows-from-state.ts'

/** More rows than a page ever had (60). */
const maxRows = 500

/**
 * The rows in `window.runParams` of results pages between the classic ones and `_init_data_`: `items` (a state
 * of March 2021 lies in a public repository) and, from 2021 to 2022, `mods.itemList.content` with the rows of
 * later pages (three public repositories; no capture shows the page around either).
 *
 * @returns null where the state lists no results
 */
export function readRunParamsRows(state: unknown, context: PageContext): ResultRow[] | null {
  const later = valueAt(state, 'mods.itemList.content')
  if (later !== undefined) return readStateRowList(later, 'mods.itemList.content', context)
  const items = valueAt(state, 'items')
  if (!Array.isArray(items)) return null
  const rows: ResultRow[] = []
  for (const entry of items.slice(0, maxRows)) {
    const row = isRecord(entry) ? readItem(entry, rows.length + 1, context) : null
    if (row) rows.push(row)
  }
  return rows
}

function readItem(entry: Record<string, unknown>, rank: number, context: PageContext): ResultRow | null {
  const row = stateReader(entry, 'items')
  const shown = row.digits('productId')
  const ids = shown.status === 'found' ? readItemNumber(shown.value) : null
  if (!ids) return null
  const address = row.value('imageUrl')
  const image = typeof address === 'string' ? readImage(address) : null
  return {
    comId: found(ids.comId, row.source('productId')),
    shownId: found(ids.shownId, row.source('productId')),
    title: row.text('title'),
    price: readPrice(row),
    sellerId: row.digits('store.aliMemberId'),
    storeNumber: row.digits('store.storeId'),
    storeName: row.text('store.storeName'),
    imageHash: image ? found(image.hash, row.source('imageUrl')) : absent,
    imageUrl: image ? found(image.url, row.source('imageUrl')) : absent,
    sold: row.text('tradeDesc'),
    sponsored: readSponsored(row),
    url: readRowUrl(row, ids, context),
    originId: absent,
    rank: found(rank, 'items'),
  }
}

/** Text and number of the sale price must agree. During a sale a second price stands beside it: which of two that differ is shown is not stated. */
function readPrice(row: StateReader): Observation<Money> {
  const source = row.source('price')
  const text = row.text('price')
  if (text.status !== 'found') return text
  const code = row.value('umpPrices.sale_price.currencyCode')
  const currency = typeof code === 'string' && /^[A-Z]{3}$/.test(code) ? code : null
  const read = readMoney(text.value, source, currency)
  if (read.status !== 'found') return read
  for (const path of ['umpPrices.sale_price.minPrice', 'umpPrices.big_sale_price.minPrice']) {
    const number = row.number(path)
    if (number.status === 'found' && number.value !== read.value.value)
      return unreadable('two prices that differ', source)
  }
  return read
}

/** "ordinary_product" is a row that nobody paid for. */
function readSponsored(row: StateReader): Observation<boolean> {
  const kind = row.value('productType')
  if (kind === 'ad_product') return found(true, row.source('productType'))
  return kind === 'ordinary_product' && row.value('adTag') === undefined
    ? found(false, row.source('productType'))
    : absent
}
