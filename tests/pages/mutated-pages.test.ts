import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { type Observation, observedValue } from '../../lib/core/observation.ts'
import type { ObservedListing, ResultRow } from '../../lib/extract/listing.ts'
import { type PageReading, readPage } from '../../lib/extract/read-page.ts'
import { readPageContext } from '../../lib/site/page-kind.ts'
import { parseSavedPage } from './read-saved-page.ts'

/**
 * Real pages that are made wrong in one way. Whatever is done to a page, a value that is still read must be
 * the one that the untouched page states; missing it is allowed.
 */

const folder = fileURLToPath(new URL('../../../shared/pages/', import.meta.url))
const isHere = existsSync(join(folder, 'truth.json'))
interface Truth {
  url: string
  state: string
  kind: string
  imageHashes?: string[]
  skuSlideHashes?: string[]
}

const truth: Record<string, Truth> = isHere
  ? JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'))
  : {}
const pagesOf = (isWanted: (page: { kind: string }) => boolean) =>
  Object.entries(truth).filter(
    ([name, page]) => name.endsWith('.html') && page.state === 'ready' && isWanted(page),
  )

const otherId = '1005009999999999'

function read(name: string, url: string, change: (doc: Document) => void = () => undefined): PageReading {
  const context = readPageContext(new URL(url))
  if (!context) throw new Error(`${url} is no page of the site`)
  const { window } = parseSavedPage(join(folder, name), context.url)
  change(window.document)
  const reading = readPage(window.document, context)
  window.close()
  return reading
}

const valuesOf = (stated: ObservedListing | ResultRow | null | undefined) =>
  Object.entries(stated ?? {}).flatMap(([field, observation]: [string, Observation<unknown>]) =>
    observation.status === 'found' ? [[field, observation.value] as const] : [],
  )

/** What is compared: an amount whatever its text; of lists, that nothing came to them. */
function isSameStatement(field: string, value: unknown, stated: unknown): boolean {
  if (field === 'price' || field === 'listPrice') {
    const [one, other] = [value, stated] as Array<{ value: number; currency: string | null } | undefined>
    const isSameCurrency = !one?.currency || !other?.currency || one.currency === other.currency
    return one?.value === other?.value && isSameCurrency
  }
  if (field === 'storeNumbers' && Array.isArray(value) && Array.isArray(stated))
    return value.every((number) => stated.includes(number))
  return JSON.stringify(value) === JSON.stringify(stated)
}

/** Fails with the fields of which `after` states something else than `before`. */
function expectNothingElse(
  after: ObservedListing | ResultRow | null | undefined,
  before: ObservedListing | ResultRow | null | undefined,
  free: string[] = [],
): void {
  const stated = new Map(valuesOf(before))
  const others = valuesOf(after).filter(
    ([field, value]) => !free.includes(field) && !isSameStatement(field, value, stated.get(field)),
  )
  expect(others).toEqual([])
}

/** A listing in the places and classes of the item itself, and a link to it. */
const otherListing = (doc: Document) => {
  const box = doc.createElement('div')
  box.innerHTML = `<a href="//www.aliexpress.com/item/${otherId}.html"><img src="https://ae01.alicdn.com/kf/S${'9'.repeat(32)}X.jpg">
    <h1 data-pl="product-title" class="product-title-text product-name">Another listing</h1>
    <span class="price-default--current--Ab1 product-price-value">US $0.42</span>
    <div data-pl="product-price"><span class="pdp-comp-price-current">US $0.42</span></div>
    <div class="slider--img--Ab1"><img src="https://ae01.alicdn.com/kf/S${'9'.repeat(32)}X.jpg"></div></a>`
  return box
}

/** The one number of this listing in a state becomes another's, everywhere in its scripts. */
const withStateOf = (id: string, other: string) => (doc: Document) => {
  for (const script of doc.scripts)
    if (script.src === '') script.textContent = script.textContent.replaceAll(id, other)
}

const dropAll = (selector: string) => (doc: Document) => {
  for (const element of doc.querySelectorAll(selector)) element.remove()
}

/** Renames a member of a state, so that it is as if it were not there. */
const withoutMember = (member: string) => (doc: Document) => {
  for (const script of doc.scripts)
    if (script.src === '' && script.textContent.includes(`"${member}"`))
      script.textContent = script.textContent.replaceAll(`"${member}"`, '"gone"')
}

const changes: Array<[what: string, change: (doc: Document) => void]> = [
  ['another listing before all else', (doc) => doc.body?.prepend(otherListing(doc))],
  ['another listing after all else', (doc) => doc.body?.append(otherListing(doc))],
  [
    'another listing beside the title',
    (doc) => doc.querySelector('h1[data-pl], h1.product-title-text')?.before(otherListing(doc)),
  ],
  ['no title element', dropAll('h1')],
  [
    'no price element',
    dropAll('[class*="price-default"], [data-pl="product-price"], .product-price, #j-sku-price'),
  ],
  ['no store block', dropAll('#nav-store, [class*="store-detail--"], .shop-name, .store-info')],
  ['no message link', dropAll('a[href*="message.aliexpress."]')],
  ['no head', (doc) => doc.head.replaceChildren(...doc.head.querySelectorAll('script'))],
  ['no structured data', dropAll('script[type="application/ld+json"]')],
  ['no scripts', dropAll('script:not([type="application/ld+json"])')],
  ...[
    'storeModule',
    'priceModule',
    'titleModule',
    'commonModule',
    'actionModule',
    'imageModule',
    'minActivityAmount',
    'sellerComponent',
    'productInfoComponent',
    'discountPrice',
  ].map((member): [string, (doc: Document) => void] => [`no ${member}`, withoutMember(member)]),
]

describe.skipIf(!isHere)('real item pages, made wrong', () => {
  for (const [name, page] of pagesOf(({ kind }) => kind === 'item')) {
    const { url } = page
    const before = isHere ? read(name, url).listing : null
    for (const [what, change] of changes) {
      test(`${name}: ${what}`, () => {
        const { listing } = read(name, url, change)
        // Without the discount's amount the price before it is the one that the state still has.
        const isUndiscounted = what === 'no minActivityAmount' || what === 'no discountPrice'
        expectNothingElse(listing, before, isUndiscounted ? ['price', 'images'] : ['images'])
        // The gallery may be the served list or the slides, which also show the variants.
        const pictures = [...(page.imageHashes ?? []), ...(page.skuSlideHashes ?? [])]
        for (const { hash } of (listing && observedValue(listing.images)) ?? [])
          expect(pictures).toContain(hash)
      })
    }

    test(`${name}: at another item's address nothing is said of either`, () => {
      const { listing } = read(name, url.replace(/\d{8,}(?=\.html?)/, otherId))
      expect(valuesOf(listing).filter(([field]) => field === 'comId' || field === 'shownId')).toEqual([])
    })

    test(`${name}: a state of another item says nothing of this one`, () => {
      const id = /(\d{8,})\.html?/.exec(url)?.[1] ?? ''
      const { listing } = read(name, url, withStateOf(id, otherId))
      expectNothingElse(listing, before, ['price', 'images', 'listPrice', 'storeNumbers'])
    })
  }
})

describe.skipIf(!isHere)('real results pages, made wrong', () => {
  for (const [name, { url }] of pagesOf(({ kind }) => kind !== 'item' && kind !== 'bundle')) {
    const before = isHere ? (read(name, url).rows ?? []) : []
    const idOf = (row: ResultRow) => (row.comId.status === 'found' ? row.comId.value : '')
    const known = new Map(before.map((row) => [idOf(row), row]))
    const check = (rows: ResultRow[] | null, free: string[] = []) => {
      for (const row of rows ?? []) {
        expect([...known.keys()]).toContain(idOf(row))
        // A listing that stands twice on a page has two pictures and two places.
        const isTwice = before.filter((other) => idOf(other) === idOf(row)).length > 1
        expectNothingElse(
          row,
          known.get(idOf(row)),
          isTwice ? ['rank', 'url', 'imageHash', 'imageUrl', 'sponsored', ...free] : free,
        )
      }
    }

    test(`${name}: without its state, the cards alone say nothing else`, () => {
      const { rows } = read(name, url, dropAll('script'))
      check(rows, ['rank', 'url', 'shownId', 'imageUrl'])
    })

    test(`${name}: recommended cards beside the list are no rows`, () => {
      const { rows } = read(name, url, (doc) => {
        const card = doc.querySelector('.search-item-card-wrapper-gallery, a.search-card-item')
        if (!card) return
        const other = card.cloneNode(true) as HTMLElement
        const link = other.matches('a') ? other : other.querySelector('a')
        link?.setAttribute('href', `//www.aliexpress.com/item/${otherId}.html`)
        doc.body.prepend(other)
      })
      check(rows)
      expect(rows?.length).toBe(before.length)
    })

    test(`${name}: an embedded list of another search is not taken for this one`, () => {
      const { rows } = read(name, url, (doc) => {
        for (const script of doc.scripts)
          if (script.textContent.includes('_init_data_'))
            script.textContent = script.textContent.replace(
              /"productId":\s*"?(\d{15})(\d)"?/g,
              '"productId":"1005$1"',
            )
      })
      check(rows, ['rank', 'url', 'shownId', 'imageUrl'])
    })
  }
})
