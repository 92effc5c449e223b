import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { observedValue } from '../../lib/core/observation.ts'
import { type PageReading, readPage } from '../../lib/extract/read-page.ts'
import { readPageContext } from '../../lib/site/page-kind.ts'
import { bundlePage } from '../support/sample-site/bundle-page.ts'
import { sampleListings, sampleSeller, usId } from '../support/sample-site/catalogue.ts'
import { categoryPage, storePage } from '../support/sample-site/classic-pages.ts'
import { itemModulesPage } from '../support/sample-site/item-modules-page.ts'
import { itemPage } from '../support/sample-site/item-page.ts'
import {
  challengePage,
  loadingResultsPage,
  loginPage,
  removedPage,
} from '../support/sample-site/page-states.ts'
import { resultsPage } from '../support/sample-site/results-page.ts'
import { ruListingPage } from '../support/sample-site/ru-page.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

/** The sample shop is worth something only while Docket reads it like the real one. */

const [listing, other] = sampleListings()
if (!listing || !other) throw new Error('The sample catalogue is empty.')

function read(html: string, url: string, runScripts = false): PageReading {
  const context = readPageContext(new URL(url))
  if (!context) throw new Error(`${url} is no page of the site.`)
  const { window } = new JSDOM(html, runScripts ? { url, runScripts: 'dangerously' } : { url })
  return readPage(window.document, context)
}

const rowFacts = ({ rows }: PageReading) =>
  rows?.map((row) => [
    observedValue(row.comId),
    observedValue(row.title),
    observedValue(row.price)?.value ?? null,
  ])
const expectedRows = (options: Parameters<typeof sampleListings>[0], rate = 1) =>
  sampleListings(options).map(({ comId, title, priceUsd }) => [
    comId,
    title,
    Math.round(priceUsd * rate * 100) / 100,
  ])

describe('results pages', () => {
  test.each([
    ['com', sampleUrls.results, 1],
    ['us', sampleUrls.resultsUs, 1],
    ['ar', sampleUrls.resultsArabic, 1],
    ['he', sampleUrls.resultsHebrew, 3.6],
  ] as const)('%s: all 60 rows, of which twelve are on the screen', (locale, url, rate) => {
    const reading = read(resultsPage({ locale }), url)
    expect(reading).toMatchObject({ state: 'ready', kind: 'search', listing: null })
    expect(rowFacts(reading)).toEqual(expectedRows({}, rate))
  })

  test('paid rows, bundle rows and sellers are read where the page states them', () => {
    const { rows } = read(resultsPage({ withStore: true }), sampleUrls.results)
    const listings = sampleListings()
    expect(rows?.map(({ sponsored }) => observedValue(sponsored))).toEqual(
      listings.map((row) => row.sponsored),
    )
    expect(rows?.map(({ sellerId }) => observedValue(sellerId))).toEqual(
      listings.map(({ seller }) => seller.sellerId),
    )
    expect(observedValue(rows?.[8]?.url ?? { status: 'absent' })).toContain('/ssr/')
  })

  test('category, store and aliexpress.ru', () => {
    expect(rowFacts(read(categoryPage(), sampleUrls.category))).toEqual(
      expectedRows({ count: 40, offset: 300 }),
    )
    const store = read(storePage(sampleSeller(0)), sampleUrls.store)
    expect(rowFacts(store)).toEqual(expectedRows({ count: 24, offset: 400 }))
    expect(new Set(store.rows?.map(({ sellerId }) => observedValue(sellerId)))).toEqual(
      new Set([sampleSeller(0).sellerId]),
    )
    const ru = rowFacts(read(ruListingPage(), sampleUrls.ruListing))
    expect(ru?.map(([comId, title]) => [comId, title])).toEqual(
      expectedRows({ count: 45, offset: 500 }).map(([comId, title]) => [comId, title]),
    )
  })
})

describe('item pages', () => {
  const facts = ({ listing: seen }: PageReading) =>
    seen && {
      comId: observedValue(seen.comId),
      title: observedValue(seen.title),
      sellerId: observedValue(seen.sellerId),
      storeName: observedValue(seen.storeName),
      price: observedValue(seen.price)?.value ?? null,
      images: observedValue(seen.images)?.map(({ hash }) => hash) ?? null,
    }
  const expected = {
    comId: listing.comId,
    title: listing.title,
    sellerId: listing.seller.sellerId,
    storeName: listing.seller.storeName,
    price: listing.priceUsd,
    images: listing.imageHashes,
  }

  test('client-rendered: loading until its script has rendered it, then the listing', async () => {
    const url = sampleUrls.item(listing.comId)
    expect(read(itemPage(listing), url)).toMatchObject({ state: 'loading', listing: null })
    const dom = new JSDOM(itemPage(listing, { renderAfterMs: 1 }), { url, runScripts: 'dangerously' })
    await expect.poll(() => dom.window.document.querySelector('h1[data-pl]')).not.toBeNull()
    const context = readPageContext(new URL(url))
    if (!context) throw new Error('No context.')
    const reading = readPage(dom.window.document, context)
    expect(reading.state).toBe('ready')
    expect(facts(reading)).toEqual(expected)
  })

  test('modules era, on the .us site with its own number', () => {
    const url = sampleUrls.item(usId(listing.comId), 'www.aliexpress.us')
    const reading = read(itemModulesPage(listing), url)
    expect(reading.state).toBe('ready')
    expect(facts(reading)).toEqual(expected)
    expect(reading.listing && observedValue(reading.listing.shownId)).toBe(usId(listing.comId))
  })

  test('a product modal is its own listing, not the one in the address', () => {
    const reading = read(bundlePage(listing), sampleUrls.bundle(other.comId))
    // The modal names its store but no seller's key.
    expect(facts(reading)).toEqual({ ...expected, sellerId: null })
  })
})

test.each([
  ['removed', removedPage(listing), sampleUrls.item(listing.comId)],
  ['challenge', challengePage('www.aliexpress.com', '/item/1.html'), sampleUrls.item(listing.comId)],
  ['login', loginPage(), sampleUrls.login],
  ['loading', loadingResultsPage(), sampleUrls.results],
])('%s is told from a listing', (state, html, url) => {
  expect(read(html, url)).toMatchObject({ state, listing: null, rows: null })
})
