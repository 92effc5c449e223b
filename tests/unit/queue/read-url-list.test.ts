import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textLines } from '../../../lib/queue/list-line.ts'
import { maxListedUrls, readUrlList, urlListReader } from '../../../lib/queue/read-url-list.ts'
import { usItemNumber } from '../../../lib/site/item-id.ts'

const comId = '1005006999999999'
const usId = usItemNumber(comId)

describe('a list of addresses', () => {
  test.each([
    // Hosts of ALIEXPRESS.md (a).
    `https://www.aliexpress.com/item/${comId}.html`,
    `https://de.aliexpress.com/item/${comId}.html?spm=a2g0o.productlist&algo_pvid=1`,
    `https://www.aliexpress.us/item/${usId}.html?gatewayAdapt=glo2usa`,
    `https://aliexpress.ru/item/${comId}.html?sku_id=12000035000000000`,
    `https://promotion.aliexpress.ru/item/${comId}.html`,
    `http://m.aliexpress.com/item/${comId}.html`,
    `https://m.pt.aliexpress.com/item/${comId}.html`,
    `https://h5.es.aliexpress.com/item/${comId}.html`,
    `https://yufanmodel.aliexpress.com/item/${comId}.html`,
    `https://yufanmodel.fr.aliexpress.com/item/${comId}.html`,
    // Its path forms.
    `https://www.aliexpress.com/item/Some-Slug/${comId}.html`,
    `https://www.aliexpress.com/item/-/${comId}.html`,
    `https://www.aliexpress.com/i/${comId}.html`,
    `https://www.aliexpress.us/i/${comId}.htm`,
    `https://www.aliexpress.com/store/product/Some-Slug/1101254753_${comId}.html`,
    `https://www.aliexpress.com/item-img/Some-Slug/${comId}.html`,
    `https://www.aliexpress.com/item-img/-/${comId}.html`,
    `https://www.aliexpress.us/ssr/300000512/BundleDeals2?productIds=${comId}:12000035000000000&pha_manifest=ssr`,
    `https://www.aliexpress.com/gcp/300000512/bundle?productIds=${comId}`,
    `https://campaign.aliexpress.com/wow/gcp-plus/300000512/bundle?productIds=${comId}%3A12000035000000000`,
    `https://sale.aliexpress.com/wow/gcp/300000512/index?productIds=${comId}`,
    `https://aliexpress.ru/item/Some-Slug/${comId}.html`,
    // As people write and copy them.
    `HTTPS://WWW.AliExpress.com/item/${comId}.html`,
    `www.aliexpress.com/item/${comId}.html`,
    `aliexpress.ru/item/${comId}.html`,
    `//www.aliexpress.com/item/${comId}.html`,
    `<https://www.aliexpress.com/item/${comId}.html>`,
    `[the listing](https://www.aliexpress.com/item/${comId}.html).`,
    `见（https://www.aliexpress.com/item/${comId}.html）。`,
    `"https://www.aliexpress.com/item/${comId}.html",`,
    comId,
    usId,
    `"${comId}"`,
    `'${comId}`,
    `Fake bottle, https://www.aliexpress.com/item/${comId}.html, seen on Monday`,
    // Beside the item: its picture, its store, a store number and a price.
    `Bottle;https://ae01.alicdn.com/kf/x.jpg;https://www.aliexpress.com/store/1101254753;1101254753;${usId};https://www.aliexpress.us/item/${usId}.html`,
    `Bottle\t1101254753\t${comId}\t12.50`,
  ])('knows %s', (text) => {
    expect(readUrlList(text)).toMatchObject([
      { place: 1, line: 1, outcome: 'item', comId, url: `https://www.aliexpress.com/item/${comId}.html` },
    ])
  })

  test.each([
    ['https://s.click.aliexpress.com/e/_DkAbcdE', 'affiliate'],
    ['https://us-click.aliexpress.com/ci_bb?q=abc', 'affiliate'],
    ['https://a.aliexpress.com/_mABCDEF', 'affiliate'],
    ['https://www.aliexpress.com/store/1102000001', 'names no listing'],
    ['https://best.aliexpress.com/?lan=en', 'names no listing'],
    ['https://www.aliexpress.com/item/12.html', 'names no listing'],
    ['https://www.aliexpress.com.evil.example/item/1005006999999999.html', 'not on AliExpress'],
    ['https://www.aliexpress.com@evil.example/item/1005006999999999.html', 'not on AliExpress'],
    ['https://evil.example/?u=https://www.aliexpress.com/item/1005006999999999.html', 'not on AliExpress'],
    ['notaliexpress.com/item/1005006999999999.html', 'no address'],
    ['https://www.ebay.com/itm/1234567890', 'not on AliExpress'],
    ['hello there', 'no address'],
    ['javascript:alert(1)', 'no address'],
    ['8123456789012345', 'no item number'],
    ['1.00501E+15', 'rounded'],
    ['1,00501E+15', 'no address'],
    // A store's number must not be taken for an item.
    ['Bottle;1101254753;12.50', 'no address'],
    [`Bottle;${comId};1005006999999998`, 'Several numbers'],
    [`Bottle ${comId} seen on Monday`, 'no address'],
  ])('refuses %s', (text, reason) => {
    const [entry, ...others] = readUrlList(text)
    expect(others).toEqual([])
    expect(entry?.outcome === 'refused' && entry.reason).toContain(reason)
  })

  test('two listings in a line are two entries, and a link that hides its listing is one more', () => {
    const text = `\n${comId}, 1005006999999998\nhttps://www.aliexpress.com/item/${comId}.html https://s.click.aliexpress.com/e/_a`
    expect(readUrlList(text).map(({ place, line, outcome }) => [place, line, outcome])).toEqual([
      [1, 2, 'item'],
      [2, 2, 'item'],
      [3, 3, 'doubled'],
      [4, 3, 'refused'],
    ])
  })

  test('the same listing in another form is said to be doubled, and where it stands first', () => {
    const text = `https://www.aliexpress.com/item/${comId}.html\n\n1005006999999998\r\n${usId}`
    expect(readUrlList(text)).toMatchObject([
      { line: 1, outcome: 'item' },
      { line: 3, outcome: 'item' },
      { line: 4, outcome: 'doubled', firstLine: 1 },
    ])
  })

  test('takes ten thousand, and names every one that is too many', () => {
    const lines = Array.from({ length: maxListedUrls + 3 }, (_, at) => String(1_005_006_000_000_000 + at))
    const entries = readUrlList(lines.join('\n'))
    expect(entries).toHaveLength(maxListedUrls + 3)
    expect(entries.filter(({ outcome }) => outcome === 'item')).toHaveLength(maxListedUrls)
    expect(entries.at(-1)).toMatchObject({ outcome: 'refused', line: maxListedUrls + 3 })
  })

  test('a long text is cut for showing only', () => {
    const [entry] = readUrlList(`https://www.aliexpress.com/item/${comId}.html?spm=${'x'.repeat(5000)}`)
    expect(entry).toMatchObject({ outcome: 'item', comId })
    expect(entry?.text.length).toBeLessThan(600)
  })
})

/** Lines as lists have them: with and without a listing, hostile, empty. */
const lineOf = fc.oneof(
  fc
    .integer({ min: 0, max: 40 })
    .map((at) => `https://www.aliexpress.com/item/${1_005_006_000_000_000 + at}.html`),
  fc.integer({ min: 0, max: 40 }).map((at) => usItemNumber(String(1_005_006_000_000_000 + at))),
  fc.constantFrom(
    '',
    '  ',
    ';;',
    'https://s.click.aliexpress.com/e/_a',
    '//',
    'aliexpress.com/',
    "'",
    '=1+1',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.webUrl(),
)

describe('whatever is pasted', () => {
  test('no line is lost: each line with text has an entry, in order, with one outcome', () => {
    fc.assert(
      fc.property(fc.array(lineOf, { maxLength: 40 }), (lines) => {
        const text = lines.join('\n')
        const entries = readUrlList(text)
        expect([...new Set(entries.map(({ line }) => line))]).toEqual(textLines(text).map(({ line }) => line))
        expect(entries.map(({ place }) => place)).toEqual(entries.map((_, at) => at + 1))
        const many = Object.groupBy(entries, ({ outcome }) => outcome)
        const sum = (many.item?.length ?? 0) + (many.doubled?.length ?? 0) + (many.refused?.length ?? 0)
        expect(sum).toBe(entries.length)
        const items = (many.item ?? []).flatMap((entry) => (entry.outcome === 'item' ? entry.comId : []))
        expect(new Set(items).size).toBe(items.length)
        for (const entry of entries) {
          if (entry.outcome === 'refused') expect(entry.reason).toMatch(/\.$/)
          if (entry.outcome === 'doubled') expect(items).toContain(entry.comId)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('read in parts it is the same as read at once', () => {
    fc.assert(
      fc.property(fc.array(lineOf, { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (lines, size) => {
        const all = textLines(lines.join('\n'))
        const read = urlListReader()
        const parts = Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
          read(all.slice(at * size, (at + 1) * size)),
        )
        expect(parts.flat()).toEqual(urlListReader()(all))
      }),
      { numRuns: 200 },
    )
  })
})
