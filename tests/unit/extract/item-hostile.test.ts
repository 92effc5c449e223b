import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { afterEach, describe, expect, test } from 'vitest'
import { parseHostileJson } from '../../../lib/core/hostile-json.ts'
import { extractListing } from '../../../lib/extract/extract-listing.ts'
import { extractComponents } from '../../../lib/extract/item-components.ts'
import { extractModules } from '../../../lib/extract/item-modules.ts'
import { extractMtop } from '../../../lib/extract/item-mtop.ts'
import { extractWidgetTree } from '../../../lib/extract/item-widget-tree.ts'
import type { ObservedListing } from '../../../lib/extract/listing.ts'
import { observedListingSchema } from '../../../lib/extract/listing-schema.ts'
import { readPageContext } from '../../../lib/site/page-kind.ts'
import { readPageState } from '../../../lib/site/page-state.ts'
import {
  classicPage,
  components,
  comUrl,
  csrPage,
  modules,
  page,
  statePage,
  usUrl,
  widgets,
} from './item-pages.ts'

/** jsdom needs seconds for a page of megabytes. */
const slowMs = 60_000

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})

/** Reads a page that may hold anything: whatever comes out must be what the background accepts. */
function read(html: string, url = comUrl) {
  const context = readPageContext(new URL(url))
  if (!context) throw new Error('not the site')
  const { window } = new JSDOM(html, { url })
  readPageState(window.document, context)
  const listing = extractListing(window.document, context)
  window.close()
  if (listing) expect(observedListingSchema.parse(listing)).toEqual(listing)
  return listing
}

const withData = (json: string) => page(`<script>window.runParams = { data: ${json} };</script>`)

describe('states that mean harm', () => {
  test.each([
    ['a prototype', `{"__proto__":{"polluted":1},"titleModule":{"__proto__":{"subject":"x","polluted":1}}}`],
    ['a constructor', `{"titleModule":{"constructor":{"prototype":{"polluted":1}}}}`],
    ['a depth of 10,000', `{"titleModule":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`],
    ['a string of 10 MB', `{"titleModule":{"subject":"${'x'.repeat(10_000_000)}"}}`],
    ['half of a state', '{"titleModule":{"subject":"x"'],
    ['20,000 beginnings', 'window.runParams = { data: {'.repeat(20_000)],
    ['code', '{"titleModule":{"subject":alert(1)}}'],
    [
      'lists for objects',
      '{"titleModule":[],"storeModule":[1],"priceModule":"x","imageModule":{"imagePathList":{}}}',
    ],
    [
      'numbers for texts',
      '{"titleModule":{"subject":1e308},"storeModule":{"storeName":[],"storeNum":1e21,"sellerAdminSeq":-1}}',
    ],
  ])(
    '%s',
    (_, json) => {
      read(withData(json))
      read(withData(json.replace('titleModule', 'productInfoComponent')))
      read(page(`<script>window._dida_config_._init_data_ = { data: ${json} }</script>`))
      read(page(`<script>window._d_c_.DCData = ${json}</script><h1 data-pl="product-title">x</h1>`))
      read(
        page(`<script id="__AER_DATA__" type="application/json">${json}</script>`),
        comUrl.replace('.com', '.ru').replace('www.', ''),
      )
    },
    slowMs,
  )

  test('a classic scalar of 5 MB', () => {
    read(classicPage(`window.runParams.adminSeq="${'1'.repeat(5_000_000)}";`))
  })

  test('a title that looks like a state is a title', () => {
    const state = modules()
    state.titleModule.subject = 'x"; window.runParams = { data: {titleModule: {subject: 1}} }; </scr'
    expect(read(statePage(state).replace('</scr', '<\\/scr'))?.title).toMatchObject({ status: 'found' })
  })
})

/** Any JSON value in any place of a state that is otherwise sound. */
function* placesOf(state: unknown, path: string[] = []): Generator<string[]> {
  if (typeof state !== 'object' || state === null) return
  for (const [key, child] of Object.entries(state)) {
    yield [...path, key]
    yield* placesOf(child, [...path, key])
  }
}

function replaced(state: unknown, [key, ...rest]: string[], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(state))
    return state.map((child, at) => (String(at) === key ? replaced(child, rest, value) : child))
  return Object.fromEntries(
    Object.entries(state as object).map(([name, child]) => [
      name,
      name === key ? replaced(child, rest, value) : child,
    ]),
  )
}

const oddValue = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    '',
    ' ',
    '0',
    '\ud800',
    'x'.repeat(4000),
    '//evil.example/store/1',
    'javascript:1',
    1e308,
    -1,
    2 ** 60,
    '1e5',
  ),
)

describe.each<[string, unknown, (state: unknown) => ObservedListing | null]>([
  ['modules', modules(), extractModules],
  ['components', components(), extractComponents],
  ['widget tree', widgets(), extractWidgetTree],
])('%s with one odd value', (_, state, extractEra) => {
  const places = [...placesOf(state)]
  test(
    'stay valid',
    () => {
      fc.assert(
        fc.property(fc.constantFrom(...places), oddValue, (place, value) => {
          const parsed = parseHostileJson(JSON.stringify(replaced(state, place, value)))
          const listing = parsed.ok ? extractEra(parsed.value) : null
          if (listing) expect(observedListingSchema.safeParse(listing).error).toBeUndefined()
        }),
        { numRuns: 1000 },
      )
    },
    slowMs,
  )
})

test('answers of the data call with any content stay valid', () => {
  const names = fc.constantFrom(
    'GLOBAL_DATA',
    'globalData',
    'PRODUCT_TITLE',
    'text',
    'productId',
    'SHOP_CARD_PC',
    'sellerInfo',
    'adminSeq',
    'PRICE',
    'targetSkuPriceInfo',
    'salePriceString',
    'complianceList',
    'COMPLIANCE_PC',
    'content',
    'data',
    'result',
  )
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium' },
      oddValue,
      fc.dictionary(names, tie('tree'), { maxKeys: 6 }),
      fc.array(tie('tree'), { maxLength: 3 }),
    ),
  }))
  fc.assert(
    fc.property(tree, (answer) => {
      const listing = extractMtop({ PRODUCT_TITLE: { text: 't' }, ...(answer as object) })
      if (listing) expect(observedListingSchema.safeParse(listing).error).toBeUndefined()
    }),
    { numRuns: 1000 },
  )
})

test(
  'rendered pages with parts missing stay valid',
  () => {
    const whole = csrPage()
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(400), fc.string(), (at, length, junk) => {
        read(whole.slice(0, at) + junk + whole.slice(at + length), usUrl)
      }),
      { numRuns: 60 },
    )
  },
  slowMs,
)
