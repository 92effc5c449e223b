import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { readSearchQuery, storeNumberOfPath } from '../../../lib/site/search-query.ts'

const page = (html = '') => new JSDOM(`<!doctype html><body>${html}</body>`).window.document
const read = (url: string, html = '') =>
  readSearchQuery(new URL(url, 'https://www.aliexpress.com'), page(html))

describe('the keyword', () => {
  it.each([
    ['/wholesale?catId=0&SearchText=larkfield+lamp', 'larkfield lamp'],
    ['/wholesale?searchText=larkfield%20lamp', 'larkfield lamp'],
    ['/w/wholesale-larkfield-lamp.html', 'larkfield lamp'],
    ['/w/wholesale-3d%20larkfield%20lamp.html?spm=a.b', '3d larkfield lamp'],
    ['/w/wholesale-larkfield+lamp.html', 'larkfield lamp'],
    ['/w/wholesale-larkfield-lamp/3.html', 'larkfield lamp'],
    ['/popular/larkfield-lamp.html', 'larkfield lamp'],
    ['https://aliexpress.ru/popular/%D0%BB%D0%B0%D0%BC%D0%BF%D0%B0', 'лампа'],
    ['https://aliexpress.ru/wholesale?SearchText=%D0%BB%D0%B0%D0%BC%D0%BF%D0%B0', 'лампа'],
    // The parameter keeps a hyphen that the path loses.
    ['/w/wholesale-t-shirt.html?SearchText=t-shirt', 't-shirt'],
  ])('%s', (url, keyword) => {
    expect(read(url).keyword).toBe(keyword)
  })

  it('comes from the page where the URL has none', () => {
    expect(read('/af/x.html', '<input type="hidden" name="SearchText" value="larkfield lamp">').keyword).toBe(
      'larkfield lamp',
    )
  })

  it('is null where neither states one: never a placeholder, never half-decoded bytes', () => {
    expect(
      read('/category/200216972/lamps.html', '<input name="SearchText" placeholder="Try a lamp">').keyword,
    ).toBe(null)
    expect(read('/w/wholesale-%E0%A4%A.html').keyword).toBe(null)
    expect(read('/wholesale?SearchText=%20').keyword).toBe(null)
  })
})

describe('page, sort, category and store', () => {
  it.each([
    ['/wholesale?SearchText=lamp&page=4&SortType=total_tranpro_desc', 4, 'total_tranpro_desc'],
    ['/w/wholesale-lamp.html?sortType=price_asc', null, 'price_asc'],
    ['/w/wholesale-lamp/3.html', 3, null],
    ['/category/200216972/lamps/2.html', 2, null],
    ['/store/5550001/search/4.html?origin=n&SortType=bestmatch_sort', 4, 'bestmatch_sort'],
    ['/wholesale?SearchText=lamp&page=-1', null, null],
    ['/wholesale?SearchText=lamp&page=1e3', null, null],
  ])('%s is page %s, sorted %s', (url, resultsPage, sort) => {
    expect(read(url)).toMatchObject({ resultsPage, sort })
  })

  it('takes the page number from the marked page where the URL has none', () => {
    expect(read('/wholesale?SearchText=a', '<span class="ui-pagination-active">2</span>').resultsPage).toBe(2)
    expect(
      read('/wholesale?SearchText=a', '<li class="comet-pagination-item-active"><a>7</a></li>').resultsPage,
    ).toBe(7)
  })

  it.each([
    ['/category/200216972/lamps.html', '200216972'],
    ['/category/200216972/lamps/2.html', '200216972'],
    ['/category/200216972.html', '200216972'],
    ['/wholesale?SearchText=lamp&CatId=39', '39'],
    ['/wholesale?SearchText=lamp&catId=0', null],
  ])('%s is category %s', (url, categoryId) => {
    expect(read(url).categoryId).toBe(categoryId)
  })

  it.each([
    ['/store/5550001', '5550001'],
    ['/store/5550001.html', '5550001'],
    ['/store/5550001/search/4.html', '5550001'],
    ['/store/5550001/pages/all-items.html', '5550001'],
    ['/store/all-wholesale-products/5550001.html', '5550001'],
    ['/store/sale-items/5550001.html', '5550001'],
    ['/store/top-rated-products/5550001.html', '5550001'],
    ['/store/new-arrivals/5550001.html', '5550001'],
    ['/store/group/Desk-lamps/5550001_251234567.html', '5550001'],
    // The listing's number, not a store's.
    ['/store/product/Desk-lamp/5550001_32800000001.html', null],
    ['/item/1005001234567890.html', null],
  ])('%s is store %s', (url, storeNumber) => {
    expect(read(url).storeNumber).toBe(storeNumber)
  })

  it('takes the number of a store with its own subdomain from the canonical link', () => {
    const doc = page('<link rel="canonical" href="//www.aliexpress.com/store/5550001">')
    expect(readSearchQuery(new URL('https://larkfield.aliexpress.com/'), doc).storeNumber).toBe('5550001')
  })
})

it('never throws, and numbers are digits', { timeout: 60_000 }, () => {
  const doc = page()
  fc.assert(
    fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
      const asked = readSearchQuery(new URL(`https://www.aliexpress.com${path}?${query}`), doc)
      for (const id of [asked.categoryId, asked.storeNumber]) if (id !== null) expect(id).toMatch(/^\d+$/)
      storeNumberOfPath(path)
    }),
    { numRuns: 300 },
  )
})
