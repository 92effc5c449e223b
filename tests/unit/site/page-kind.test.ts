import { describe, expect, test } from 'vitest'
import type { PageKind } from '../../../lib/site/page-context.ts'
import {
  isBundlePage,
  isCampaignPage,
  isCategoryPage,
  isItemPage,
  isSearchPage,
  isStorePage,
  readPageContext,
} from '../../../lib/site/page-kind.ts'
import { provingUrls } from './proving-urls.ts'

const predicates: Record<PageKind, (url: URL) => boolean> = {
  item: isItemPage,
  search: isSearchPage,
  category: isCategoryPage,
  store: isStorePage,
  bundle: isBundlePage,
  campaign: isCampaignPage,
}

/** Addresses of AliExpress on which Docket has nothing to do. */
const otherUrls = [
  'https://www.aliexpress.com/',
  'https://pl.aliexpress.com/',
  'https://aliexpress.ru/',
  'https://login.aliexpress.com/',
  'https://message.aliexpress.com/message/new.htm?productId=1005006722922099',
  'https://report.aliexpress.com/health/reportIndex.htm?product_id=1005006722922099',
  'https://shoprenderview.aliexpress.com/credential/showcredential.htm?storeNum=1105053770',
  'https://s.click.aliexpress.com/e/_oDgbWxyz',
  'https://us-click.aliexpress.com/ci_bb?x=1',
  'https://www.aliexpress.com/store/feedback-score/1102530237.html',
  'https://www.aliexpress.com/item-img/Some-Slug/32804895531.html',
  'https://shoppingcart.aliexpress.com/shopcart/shopcartDetail.htm',
]

/** Hosts that only look like the site. */
const foreignUrls = [
  'https://www.aliexpress.com.example/item/1005006722922099.html',
  'https://notaliexpress.com/item/1005006722922099.html',
  'https://example.com/item/1005006722922099.html?u=aliexpress.com',
  'ftp://www.aliexpress.com/item/1005006722922099.html',
  'javascript:location="https://www.aliexpress.com/item/1005006722922099.html"',
]

const kinds = Object.keys(provingUrls) as PageKind[]

describe.each(kinds)('%s pages', (kind) => {
  test.each(provingUrls[kind])('%s is one', (address) => {
    const url = new URL(address)
    expect(predicates[kind](url)).toBe(true)
    expect(readPageContext(url)?.kind).toBe(kind)
  })

  test.each(kinds.filter((other) => other !== kind).flatMap((other) => provingUrls[other]))(
    '%s is none',
    (address) => {
      expect(predicates[kind](new URL(address))).toBe(false)
    },
  )

  test.each([...otherUrls, ...foreignUrls])('%s is none', (address) => {
    expect(predicates[kind](new URL(address))).toBe(false)
  })
})

test.each(otherUrls)('%s is a page of the site without listings', (address) => {
  expect(readPageContext(new URL(address))).toMatchObject({ kind: null })
})

test.each(foreignUrls)('%s is not the site', (address) => {
  expect(readPageContext(new URL(address))).toBeNull()
})
