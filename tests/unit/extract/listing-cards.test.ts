import { describe, expect, it } from 'vitest'
import { findListingCards } from '../../../lib/extract/listing-cards.ts'
import {
  card2023,
  classicAd,
  classicCard,
  comSearch,
  contextOf,
  page,
  ruCard,
  searchCard,
  searchList,
  storeCard,
  storePage,
} from './rows-pages.ts'

const cardsOf = (html: string, context = comSearch) => findListingCards(page(html), context)
const shape = (html: string, context = comSearch) =>
  cardsOf(html, context).map(({ comId, layout, element }) => [comId, layout, element.className.split(' ')[0]])

/** Cards that no layout marks, as on campaign pages and future ones. */
const grid = (...cells: string[]) => `<main><div class="grid">${cells.join('')}</div></main>`
const cell = (href: string, inside = '<img src="//ae01.alicdn.com/kf/x.jpg">') =>
  `<div class="cell"><div><a href="${href}">${inside}</a></div><div><a href="${href}">Larkfield lamp</a></div></div>`

describe('each layout gives one card, at its outermost element', () => {
  it.each([
    ['2025 and 2026', searchCard('/item/1005001234567890.html'), 'search', 'hr_b4'],
    ['2023', card2023('/item/1005001234567890.html', 'Lamp'), 'search', 'manhattan--container--1lP57Ag'],
    ['classic', classicCard('1005001234567890'), 'classic', 'list-item'],
    ['classic store', storePage(storeCard('1005001234567890')), 'classic-store', 'item'],
    ['classic advertisement', classicAd('1005001234567890'), 'classic-ad', 'p4p-list-item'],
    ['aliexpress.ru', ruCard('1005001234567890', '1'), 'ru', 'red-snippet_RedSnippet__container__e15tmk'],
  ])('%s', (_era, html, layout, className) => {
    expect(shape(html)).toEqual([['1005001234567890', layout, className]])
  })

  it('unmarked cards that repeat, one each, though each has two links', () => {
    expect(shape(grid(cell('/item/1005001234567890.html'), cell('/i/1005001234567891.html')))).toEqual([
      ['1005001234567890', 'generic', 'cell'],
      ['1005001234567891', 'generic', 'cell'],
    ])
  })
})

it('finds the listing behind /ssr/ and campaign links, in .com numbers', () => {
  const href =
    'https://www.aliexpress.com/ssr/300001493/welcomegiftspmpc?spm=a&productIds=1005006963843034%3A120000'
  expect(cardsOf(searchList(searchCard(href)))).toMatchObject([
    { comId: '1005006963843034', shownId: '1005006963843034' },
  ])
  expect(shape(grid(cell(href), cell('/item/1005001234567891.html')))).toHaveLength(2)
})

it('keeps the number that the site shows beside the .com number', () => {
  expect(cardsOf(searchCard('https://www.aliexpress.us/item/3256806809079541.html'))).toMatchObject([
    { comId: '1005006995394293', shownId: '3256806809079541' },
  ])
})

it('gives two cards for the same listing shown twice', () => {
  const twice = searchCard('/item/1005001234567890.html').repeat(2)
  expect(cardsOf(searchList(twice))).toHaveLength(2)
  const unmarked = [cell('/item/1005001234567890.html'), cell('/item/1005001234567891.html')]
  expect(cardsOf(grid(...unmarked, cell('/item/1005001234567890.html')))).toHaveLength(3)
})

it('gives cards of several layouts in page order', () => {
  const html = `${storePage(storeCard('1005001234567890'))}${grid(
    cell('/item/1005001234567891.html'),
    cell('/item/1005001234567892.html'),
  )}${classicAd('1005001234567893')}`
  expect(cardsOf(html).map(({ comId }) => comId.slice(-1))).toEqual(['0', '1', '2', '3'])
})

describe('no card', () => {
  const other = cell('/item/1005001234567899.html')
  it.each([
    ['links in the header', `<header>${cell('/item/1005001234567890.html')}${other}</header>`],
    ['links in the footer', `<div class="site-footer">${cell('/item/1005001234567890.html')}${other}</div>`],
    [
      'links in the breadcrumb',
      `<div class="ui-breadcrumb">${cell('/item/1005001234567890.html')}${other}</div>`,
    ],
    [
      'links in the shop head',
      `<div class="pc-header--a--1">${cell('/item/1005001234567890.html')}${other}</div>`,
    ],
    [
      'text links to items',
      grid(cell('/item/1005001234567890.html', 'lamp'), cell('/item/1005001234567891.html', 'x')),
    ],
    ['one link that repeats nowhere', `<main>${cell('/item/1005001234567890.html')}</main>`],
    ['a store link', grid(cell('/store/5550001'), cell('/store/5550002'))],
    [
      'another site',
      grid(
        cell('https://example.com/item/1005001234567890.html'),
        cell('https://example.com/item/1005001234567891.html'),
      ),
    ],
    ['a paid redirect, which names no listing', searchCard('//us-click.aliexpress.com/ci_bb?ot=hippo')],
    [
      'a banner for several listings',
      grid(cell('/gcp/300/x?productIds=1005001234567890,1005001234567891'), other.replace('<img', '<i')),
    ],
    [
      'a card that waits for its link',
      '<div class="search-item-card-wrapper-gallery"><div class="lazy-load"></div></div>',
    ],
  ])('%s', (_what, html) => {
    expect(cardsOf(html)).toEqual([])
  })
})

describe('the picture of a card', () => {
  const imageOf = (html: string) => cardsOf(html)[0]?.image

  it("is the product's, not a badge's", () => {
    expect(imageOf(searchCard('/item/1005001234567890.html'))?.getAttribute('alt')).toBe('picture of a lamp')
  })

  it('may be one that has no address yet, or its place', () => {
    expect(imageOf(classicCard('1005001234567890'))?.className).toBe('picCore')
    const lazy = searchCard('/item/1005001234567890.html').replace(
      /<div><img[^>]*><\/div>/,
      '<div class="lazy-load"></div>',
    )
    expect(imageOf(lazy)?.className).toBe('lazy-load')
  })
})

describe('a changed part of the page', () => {
  it('finds the card that it is, lies in, or holds', () => {
    const doc = page(
      searchList(searchCard('/item/1005001234567890.html'), searchCard('/item/1005001234567891.html')),
    )
    const wrapper = doc.querySelectorAll('.search-item-card-wrapper-gallery')[1]
    for (const part of [wrapper, wrapper?.querySelector('h3'), wrapper?.querySelector('a')]) {
      if (!part) throw new Error('the card has no such part')
      const cards = findListingCards(part, comSearch)
      expect(cards).toMatchObject([{ comId: '1005001234567891' }])
      expect(cards[0]?.element).toBe(wrapper)
    }
  })

  it('finds an unmarked card by what stands around it', () => {
    const doc = page(grid(cell('/item/1005001234567890.html'), cell('/item/1005001234567891.html')))
    const added = doc.querySelectorAll('.cell')[1]
    if (!added) throw new Error('no cell')
    expect(findListingCards(added, comSearch)).toMatchObject([{ comId: '1005001234567891', element: added }])
  })

  it('changes nothing', () => {
    const doc = page(searchList(searchCard('/item/1005001234567890.html')) + ruCard('1005001234567891', '1'))
    const before = doc.documentElement.outerHTML
    findListingCards(doc, contextOf('https://aliexpress.ru/popular/lampa'))
    expect(doc.documentElement.outerHTML).toBe(before)
  })
})
