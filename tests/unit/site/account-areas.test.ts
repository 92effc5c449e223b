import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { accountAreaOf, findAccountAreas, isSignedIn } from '../../../lib/site/account-areas.ts'

const pageOf = (body: string, cookie = '') => {
  const { document } = new JSDOM(`<!doctype html><body>${body}`, { url: 'https://www.aliexpress.com/' })
    .window
  if (cookie !== '') document.cookie = cookie
  return document
}

describe('areas of the person', () => {
  const page = pageOf(`
    <div class="my-account--menuItem--1G"><b class="my-account--text--2Y">Hi, Anna</b></div>
    <div class="shop-cart--menuItem--1W"><span class="shop-cart--number--ax">7</span>Cart</div>
    <div class="ship-to--text--3H"><span class="ship-to--small--1w">Abbeville/EN/</span><b>USD</b></div>
    <div class="delivery-v2--wrap--Z0"><span class="delivery-v2--to--Mt">1 Example Street</span></div>
    <div class="store-detail--wrap--Ih">Some Store</div>`)

  test('are found once each, from the outside', () => {
    expect(findAccountAreas(page).map((area) => `${accountAreaOf(area)}: ${area.textContent}`)).toEqual([
      'account: Hi, Anna',
      'cart: 7',
      'address: Abbeville/EN/',
      'address: 1 Example Street',
    ])
  })

  test('are no part of the seller’s', () => {
    const store = page.querySelector('.store-detail--wrap--Ih')
    expect(store && accountAreaOf(store)).toBeNull()
  })
})

describe('somebody is signed in', () => {
  test.each([
    ['by the cookie that the site asks', pageOf('', 'xman_us_t=x_lid=us1000000001abcd&sign=y&ctoken=1a2b')],
    ['by the state', pageOf('<script>window._d_c_.DCData = {"extParams":{"signedIn": true}}</script>')],
    ['by the state of .ru', pageOf('<script id="__AER_DATA__">{"isLoggedIn":true}</script>')],
    ['by the name in an older header', pageOf('<span data-role="username">Anna</span>')],
  ])('%s', (_, page) => {
    expect(isSignedIn(page)).toBe(true)
  })

  test.each([
    ['no sign', pageOf('')],
    ['a cookie of a visitor', pageOf('', 'xman_us_t=ctoken=1a2b&l_source=aliexpress')],
    ['another cookie that ends alike', pageOf('', 'design=yes')],
    ['the state of a visitor', pageOf('<script>DCData = {"extParams":{"signedIn":false}}</script>')],
    ['an empty name', pageOf('<span data-role="username">&nbsp;</span>')],
  ])('nobody: %s', (_, page) => {
    expect(isSignedIn(page)).toBe(false)
  })
})
