import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxListedUrls, readUrlList } from '../../../lib/queue/read-url-list.ts'
import { usItemNumber } from '../../../lib/site/item-id.ts'

const comId = '1005006999999999'

describe('a list of addresses', () => {
  test.each([
    `https://www.aliexpress.com/item/${comId}.html`,
    `https://de.aliexpress.com/item/${comId}.html?spm=a2g0o.productlist&algo_pvid=1`,
    `http://m.aliexpress.com/item/${comId}.html`,
    `https://www.aliexpress.us/item/${usItemNumber(comId)}.html?gatewayAdapt=glo2usa`,
    `https://aliexpress.ru/item/${comId}.html`,
    `https://www.aliexpress.com/i/${comId}.html`,
    `https://www.aliexpress.com/item/Some-Slug/${comId}.html`,
    `https://www.aliexpress.com/gcp/300000512/bundle?productIds=${comId}:12000035000000000&pha_manifest=ssr`,
    `www.aliexpress.com/item/${comId}.html`,
    comId,
    usItemNumber(comId),
    `"${comId}"`,
    `Fake bottle, https://www.aliexpress.com/item/${comId}.html, seen on Monday`,
  ])('knows %s', (text) => {
    expect(readUrlList(text)).toMatchObject([
      { place: 1, outcome: 'item', comId, url: `https://www.aliexpress.com/item/${comId}.html` },
    ])
  })

  test.each([
    ['https://s.click.aliexpress.com/e/_DkAbcdE', 'affiliate'],
    ['https://a.aliexpress.com/_mABCDEF', 'affiliate'],
    ['https://www.aliexpress.com/store/1102000001', 'names no listing'],
    ['https://www.aliexpress.com.evil.example/item/1005006999999999.html', 'not on AliExpress'],
    ['https://www.ebay.com/itm/1234567890', 'not on AliExpress'],
    ['hello there', 'no address'],
    ['javascript:alert(1)', 'no address'],
  ])('refuses %s', (text, reason) => {
    const [entry] = readUrlList(text)
    expect(entry).toMatchObject({ outcome: 'refused', text })
    expect(entry?.outcome === 'refused' && entry.reason).toContain(reason)
  })

  test('the same listing in another form is said to be doubled', () => {
    const text = `https://www.aliexpress.com/item/${comId}.html\n\n1005006999999998\r\n${usItemNumber(comId)}`
    expect(readUrlList(text).map(({ place, outcome }) => [place, outcome])).toEqual([
      [1, 'item'],
      [2, 'item'],
      [3, 'doubled'],
    ])
  })

  test('takes ten thousand, and names every one that is too many', () => {
    const lines = Array.from({ length: maxListedUrls + 3 }, (_, at) => String(1_005_006_000_000_000 + at))
    const entries = readUrlList(lines.join('\n'))
    expect(entries).toHaveLength(maxListedUrls + 3)
    expect(entries.filter(({ outcome }) => outcome === 'item')).toHaveLength(maxListedUrls)
    expect(entries.at(-1)).toMatchObject({ outcome: 'refused' })
  })

  test('any text is read without an exception, and every entry is accounted for', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.webUrl()), { maxLength: 30 }), (lines) => {
        const entries = readUrlList(lines.join('\n'))
        expect(entries.map(({ place }) => place)).toEqual(entries.map((_, at) => at + 1))
        for (const entry of entries) {
          if (entry.outcome === 'refused') expect(entry.reason).toMatch(/\.$/)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
