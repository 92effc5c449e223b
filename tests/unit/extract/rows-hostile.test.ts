import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { createRowReader, extractRows } from '../../../lib/extract/extract-rows.ts'
import type { ResultRow } from '../../../lib/extract/listing.ts'
import { findListingCards } from '../../../lib/extract/listing-cards.ts'
import { readStateRows } from '../../../lib/extract/rows-from-state.ts'
import {
  classicAd,
  classicCard,
  comSearch,
  contextOf,
  initScript,
  page,
  ruCard,
  searchCard,
  searchList,
  stateOf,
  stateRow,
  storeCard,
  storePage,
  storeScript,
} from './rows-pages.ts'

/** Holds for every row, whatever the page: what is stored and shown later relies on it. */
function expectSound(rows: ResultRow[]): void {
  expect(rows.length).toBeLessThanOrEqual(1000)
  for (const row of rows) {
    for (const id of [row.comId, row.shownId]) expect(id).toMatchObject({ status: 'found' })
    for (const id of [row.comId, row.shownId, row.sellerId, row.storeNumber, row.originId])
      if (id.status === 'found') expect(id.value).toMatch(/^[1-9]\d{0,18}$/)
    for (const text of [row.title, row.storeName, row.sold])
      if (text.status === 'found') {
        expect(text.value).toBe(text.value.replace(/\s+/g, ' ').trim())
        expect(text.value).not.toBe('')
      }
    if (row.price.status === 'found') {
      const { value, currency } = row.price.value
      expect(Number.isFinite(value) && value >= 0).toBe(true)
      if (currency !== null) expect(currency).toMatch(/^[A-Z]{3}$/)
    }
    if (row.sponsored.status === 'found') expect(typeof row.sponsored.value).toBe('boolean')
    if (row.url.status === 'found')
      expect(new URL(row.url.value).hostname).toMatch(/(^|\.)aliexpress\.(com|us|ru)$/)
    if (row.imageUrl.status === 'found')
      expect(row.imageUrl.value).toMatch(/^https:\/\/[\w.-]+\.(alicdn|aliexpress-media)\.com\/kf\//)
  }
}

afterEach(() => {
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

const paths = [
  'productId',
  'productType',
  'image',
  'image.imgUrl',
  'title',
  'title.displayTitle',
  'prices',
  'prices.salePrice',
  'prices.salePrice.minPrice',
  'prices.salePrice.formattedPrice',
  'prices.salePrice.currencyCode',
  'store',
  'store.storeId',
  'store.aliMemberId',
  'store.storeName',
  'trade.tradeDesc',
  'trace.utLogMap._p_origin_prod',
  'trace.pdpParams.pdp_ext_f',
  'productDetailUrl',
  'p4p',
] as const

const hostileText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '<img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    '//evil.example/item/1005001234567890.html',
    'https://aliexpress.com.evil.example/item/1005001234567890.html',
    '1005001234567890"><script>',
    '9'.repeat(400),
    '0x10',
    '1e21',
    '-1005001234567890',
    '２００５００１２３４５６７８９０',
    '\ud800',
    '\u202e52.1$',
    'US $1.2.3,4',
    '%22orig_sl_item_id%22%3A%22'.repeat(50),
    '/kf/../../etc.jpg',
    '//ae01.alicdn.com/kf/x.jpg',
  ),
)
const hostileValue = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  fc.constantFrom<unknown>(Number.NaN, -1, 0, 2 ** 51, 2 ** 53, 1e300, null, true, [], {}, [[]]),
)

function withValue(entry: Record<string, unknown>, path: string, value: unknown): Record<string, unknown> {
  const [key = '', ...rest] = path.split('.')
  if (rest.length === 0) return { ...entry, [key]: value }
  const inner = entry[key]
  const record = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {}
  return { ...entry, [key]: withValue(record, rest.join('.'), value) }
}

const hostileEntry = fc
  .array(fc.tuple(fc.constantFrom(...paths), hostileValue), { minLength: 1, maxLength: 6 })
  .map((changes) =>
    changes.reduce((entry, [path, value]) => withValue(entry, path, value), stateRow('1005001234567890')),
  )

it('rows of a hostile embedded list are sound (1,200 lists)', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(hostileEntry, fc.jsonValue({ maxDepth: 2 })), { maxLength: 5 }),
      (content) => {
        expectSound(readStateRows(stateOf(content), comSearch))
      },
    ),
    { numRuns: 1200 },
  )
})

it('a state of any other shape has no rows and does no harm (200 states)', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withMap: true, withBigInt: true }), (state) => {
      expectSound(readStateRows(state, comSearch))
      expectSound(readStateRows(stateOf(state), comSearch))
    }),
    { numRuns: 200 },
  )
})

it('a state that was cut, doubled or poisoned in its text does no harm (200 pages)', {
  timeout: 60_000,
}, () => {
  const doc = page('', [''])
  const [script] = doc.scripts
  const whole = initScript([stateRow('1005001234567890'), stateRow('1005001234567891')])
  const poison = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},'
  fc.assert(
    fc.property(fc.nat({ max: whole.length }), fc.nat({ max: 40 }), hostileText, (at, cut, text) => {
      if (script) script.textContent = whole.slice(0, at) + text + whole.slice(at + cut)
      expectSound(extractRows(doc, comSearch))
      if (script) script.textContent = whole.replaceAll('"productId"', `${poison}"productId"`)
      expectSound(extractRows(doc, comSearch))
    }),
    { numRuns: 200 },
  )
})

const hostileHtml = fc.oneof(
  hostileText.map((text) => text.replace(/[<>"&]/g, '')),
  hostileText,
)
const templates: ((text: string) => string)[] = [
  (text) => searchList(searchCard(text, { title: text, price: text })),
  (text) => searchList(searchCard('/item/1005001234567890.html', { title: text, price: text })),
  (text) => classicCard('32800000001', { qrdata: text, shown: text }),
  (text) => classicCard(text),
  (text) => classicAd(text),
  (text) => storePage(storeCard('32800000001', text), storeCard(text)),
  (text) => ruCard(text, text),
  (text) =>
    `<div><a href="${text}"><img src="${text}"></a><a href="/item/1005001234567891.html"><img></a></div>`,
  (text) => `<a href="/item/1005001234567890.html?productIds=${text}">`.repeat(12),
  (text) => `<div class="search-item-card-wrapper-gallery">${text}`.repeat(40),
]

it('rows of hostile cards are sound, and reading changes nothing (400 pages)', { timeout: 60_000 }, () => {
  const doc = page('', [storeScript()])
  const contexts = [
    comSearch,
    contextOf('https://www.aliexpress.com/store/5550001', 'store'),
    contextOf('https://aliexpress.ru/popular/lampa'),
  ]
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...templates), hostileHtml), { maxLength: 4 }),
      fc.constantFrom(...contexts),
      (parts, context) => {
        doc.body.innerHTML = parts.map(([template, text]) => template(text)).join('')
        const before = doc.body.innerHTML
        const reader = createRowReader(doc, context)
        expectSound(reader.readAll())
        for (const card of findListingCards(doc, context)) {
          const row = reader.readCard(card)
          if (row) expectSound([row])
        }
        expect(doc.body.innerHTML).toBe(before)
      },
    ),
    { numRuns: 400 },
  )
})

it('deep nesting, thousands of links to one listing and endless lists are read in one pass', {
  timeout: 60_000,
}, () => {
  const doc = page(searchList(searchCard('/item/1005001234567890.html')))
  const deep = doc.body.appendChild(doc.createElement('div'))
  let inner = deep
  for (let depth = 0; depth < 1000; depth++) inner = inner.appendChild(doc.createElement('div'))
  inner.innerHTML = '<a href="/item/1005001234567899.html"><img></a>'.repeat(2000)
  // Links to one listing alone repeat nothing: no card. The marked card beside them is one.
  expect(findListingCards(doc, comSearch)).toHaveLength(1)
  const endless = Array.from({ length: 100_000 }, () => stateRow('1005001234567890'))
  expect(readStateRows(stateOf(endless), comSearch)).toHaveLength(500)
})
