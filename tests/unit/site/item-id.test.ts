import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonicalItemUrl,
  isSameItem,
  readItemId,
  readItemNumber,
  usItemNumber,
} from '../../../lib/site/item-id.ts'

const comId = '1005006722922099'

describe('item numbers in addresses', () => {
  test.each([
    ['https://www.aliexpress.com/item/1005006722922099.html?spm=a2g0o.detail&pdp_npi=4%40dis', comId],
    ['https://pl.aliexpress.com/item/1005006722922099.htm', comId],
    ['https://www.aliexpress.com/item/Some-Slug-12-V/1005006722922099.html', comId],
    ['https://www.aliexpress.com/item/-/1005006722922099.html', comId],
    ['https://m.ru.aliexpress.com/i/1005006722922099.html', comId],
    ['https://www.aliexpress.com/store/product/Some-Slug/2959075_32804895531.html', '32804895531'],
    ['https://www.aliexpress.com/item-img/Some-Slug/32804895531.html', '32804895531'],
    [
      'https://www.aliexpress.com/ssr/300000512/BundleDeals2?productIds=1005006722922099:12000041054145335',
      comId,
    ],
    ['https://www.aliexpress.com/gcp/300000444/x?productIds=1005006722922099', comId],
    [
      'https://campaign.aliexpress.com/wow/gcp-plus/300000512/b?productIds=1005006722922099%3A12&_immersiveMode=true',
      comId,
    ],
    ['https://aliexpress.ru/item/1005006722922099.html?sku_id=12000038296458123', comId],
    ['https://aliexpress.ru/item/Some-Slug/1005006722922099.html', comId],
  ])('%s', (address, expected) => {
    expect(readItemId(new URL(address))).toEqual({ comId: expected, shownId: expected })
  })

  test('.us numbers are .com numbers plus 2^51', () => {
    expect(readItemId(new URL('https://www.aliexpress.us/item/3256806959829719.html'))).toEqual({
      comId: '1005007146144471',
      shownId: '3256806959829719',
    })
    expect(readItemNumber('2251832701916007')?.comId).toBe('32888230759')
    expect(readItemNumber('2255800279402879')?.comId).toBe('4000465717631')
  })

  test.each([
    'https://www.aliexpress.com/item/12.html',
    'https://www.aliexpress.com/item/abc.html',
    'https://www.aliexpress.com/item/99999999999999999999.html',
    'https://www.aliexpress.com/item/0123456789.html',
    'https://www.aliexpress.com/item/1005006722922099.html.exe',
    'https://www.aliexpress.com/store/1102526272',
    'https://www.aliexpress.com/w/wholesale-1005006722922099.html',
    'https://s.click.aliexpress.com/e/_oDgbWxyz',
    'https://us-click.aliexpress.com/ci_bb?pid=1005006722922099',
    'https://www.aliexpress.com/ssr/300000512/BundleDeals2?productIds=abc',
  ])('%s names no item', (address) => {
    expect(readItemId(new URL(address))).toBeNull()
  })

  test('both forms of every number are one item', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000, max: 2 ** 51 - 1 }), (number) => {
        const id = String(number)
        const usId = usItemNumber(id)
        expect(BigInt(usId) - BigInt(id)).toBe(2n ** 51n)
        expect(readItemNumber(usId)).toEqual({ comId: id, shownId: usId })
        expect(isSameItem(id, usId)).toBe(true)
        expect(readItemId(new URL(canonicalItemUrl(id)))).toEqual({ comId: id, shownId: id })
      }),
      { numRuns: 1500 },
    )
  })

  test('no text makes it throw or gives something else than digits', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{1,25}$/)), (text) => {
        const id = readItemNumber(text)
        if (id) expect(`${id.comId} ${id.shownId}`).toMatch(/^[1-9]\d{5,15} [1-9]\d{5,15}$/)
      }),
      { numRuns: 1000 },
    )
  })
})
