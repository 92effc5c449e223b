import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { findAccountPlaces } from '../../../lib/site/page-header.ts'

const signedIn = '<script>DCData = {"extParams":{"signedIn":true}}</script>'
const pageOf = (body: string) =>
  new JSDOM(`<!doctype html><body>${body}`, { url: 'https://www.aliexpress.com/item/1.html' }).window.document

const placesIn = (body: string) =>
  findAccountPlaces(pageOf(body))?.map(({ kind, element }) => `${kind}: ${element.textContent?.trim()}`)

test.each([
  ['2024 and later', '<div id="_global_header_23_">Hi</div>', ['header: Hi']],
  [
    'fixed to the window',
    '<div id="_global_header_23_"><div class="_header_fixed_y23_ fixed-container--fixed--CRP">Hi</div></div>',
    ['header: Hi', 'header: Hi'],
  ],
  [
    'to 2023',
    '<div id="top-lighthouse">Ship to</div><div id="header" data-spm="1000002">Hi</div>',
    ['header: Ship to', 'header: Hi'],
  ],
  ['.ru', '<header class="RedHeader_RedHeader__header__5h3yl">Hi</header>', ['header: Hi']],
  [
    'what names the person outside of it',
    '<div id="_global_header_23_"><b class="my-account--text--2Y">Hi</b></div><span class="delivery-v2--to--Mt">1 Example Street</span>',
    ['header: Hi', 'address: 1 Example Street'],
  ],
  ['a page without any', '<h1>Product</h1>', []],
])('the header of pages of %s is covered', (_, body, places) => {
  expect(placesIn(signedIn + body)).toEqual(places)
})

test('nothing is covered where nobody is signed in', () => {
  expect(placesIn('<div id="_global_header_23_">Sign in</div>')).toBeUndefined()
})
