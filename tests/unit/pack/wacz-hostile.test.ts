import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { found } from '../../../lib/core/observation.ts'
import { archiveAddress } from '../../../lib/pack/web-archive/archive-address.ts'
import { warcMetadata, warcResource } from '../../../lib/pack/web-archive/warc-record.ts'
import { injectionPayloads } from '../../support/injection-payloads.ts'
import { openTestDatabase } from '../../support/open-test-database.ts'
import { readWarc } from '../../support/read-warc.ts'
import { buildRow, buildSighting } from '../../support/records.ts'
import { sealWithFiles, type TestFile } from '../../support/seal-with-files.ts'
import { exportWacz, fieldsOf, type ReadWacz, readWacz } from '../../support/web-archive.ts'
import { sha256Of } from './pack-source.ts'

const forgedHeader = '\r\nWARC-Type: response\r\nX-Forged: 1'
const forgedRecord =
  '\r\n\r\nforged\r\n\r\nWARC/1.1\r\nWARC-Type: response\r\nContent-Length: 0\r\n\r\n\r\n\r\n'

const hostileTexts = [
  forgedHeader,
  forgedRecord,
  '\n{"url":"https://forged.invalid/","offset":0}\n',
  'line\u2028separator\u2029 next\u0085line\u0000null\u007f',
  'Flasche Ж 瓶 زجاجة 🍼',
  '\u202egnp.exe \u200b\u2066',
  '\ud800 alone',
  '"quoted": {"a": [',
  'x'.repeat(100_000),
  ' leading and trailing ',
  '',
  ...injectionPayloads,
]

const hostileAddresses = [
  ...hostileTexts,
  ...hostileTexts.map((text) => `https://www.aliexpress.com/item/1.html?q=${text}`),
  ...hostileTexts.map((text) => `https://www.aliexpress.com/${text}#${text}`),
  'javascript:alert(1)',
  'data:text/html,<script>1</script>',
  'file:///etc/passwd',
  'https://xn--jxalpdlp.пример.invalid/путь?ключ=значение',
  `https://${'a.'.repeat(120)}invalid/`,
  'https://user:pass word@aliexpress.com/ {"a":1}',
  'http://[::1]:8080/x',
]

const allowedHeaders = new Set([
  'WARC-Record-ID',
  'WARC-Target-URI',
  'WARC-Refers-To',
  'WARC-Block-Digest',
  'WARC-Payload-Digest',
  'WARC-Date',
  'WARC-Type',
  'Content-Type',
  'Content-Length',
])

const kinds = [
  'viewport-screenshot',
  'full-page-screenshot',
  'product-image',
  'page-snapshot',
  'page-state',
  'mhtml',
]

/** Nothing of a page stands where a reader of WARC looks for structure. */
function expectSound({ records, index, pages }: ReadWacz, files: number) {
  expect(records.map((record) => record.header('WARC-Type'))).toEqual([
    'warcinfo',
    ...Array(files + 1)
      .fill(['resource', 'metadata'])
      .flat(),
  ])
  for (const { headers } of records) {
    expect(headers.filter(([name]) => !allowedHeaders.has(name))).toEqual([])
    expect(new Set(headers.map(([name]) => name)).size).toBe(headers.length)
    for (const [, value] of headers) expect(value).toMatch(/^[ -~]+$/)
  }
  expect(index).toHaveLength(files + 1)
  for (const { facts } of index) {
    const { header } = records.find(({ offset }) => offset === facts.offset) ??
      records[0] ?? { header: String }
    expect(header('WARC-Target-URI')).toBe(facts.url)
    expect(header('WARC-Payload-Digest')).toBe(facts.digest)
  }
  for (const page of pages) {
    expect(Object.keys(page)).toEqual(['id', 'url', 'ts', 'title'])
    expect(page.url).toMatch(/^(https?|urn):[!-~]+$/)
    expect(page.title.length).toBeLessThan(400)
  }
}

describe('a web archive', { timeout: 120_000 }, () => {
  test('stays whole whatever a page puts into titles, addresses, types and names', async () => {
    const house = await openTestDatabase()
    for (const [index, text] of hostileTexts.entries()) {
      const comId = String(1005007000000001 + index)
      const address = hostileAddresses[(index * 7) % hostileAddresses.length] ?? ''
      const files = kinds.map(
        (kind): TestFile => ({
          name: `${kind}.bin`,
          kind,
          mediaType: `image/png${text}`,
          bytes: crypto.getRandomValues(new Uint8Array(20)),
          pageUrl: `https://www.aliexpress.com/item/${comId}.html?x=${text}`,
          sourceUrl: address,
          obtainedBy: `somehow${text}`,
          redacted: { [text.slice(0, 50) || 'empty']: text },
        }),
      )
      const row = buildRow(comId, { title: found(text, 'state') })
      const sighting = buildSighting({ pageUrl: address })
      const captureId = await sealWithFiles(house, { comId, row, sighting }, files)
      const read = await readWacz(await exportWacz(house, [captureId]))
      expectSound(read, files.length)
      const about = read.records.filter((record) => record.header('WARC-Type') === 'metadata').map(fieldsOf)
      for (const fields of about) {
        expect(Object.keys(fields).filter((name) => !/^[a-zA-Z0-9]+$/.test(name))).toEqual([])
      }
      expect(about.slice(1).map(({ kind }) => kind)).toEqual(kinds)
    }
  })

  test('shows two files that claim one address and one moment both, each under an address of its own', async () => {
    const house = await openTestDatabase()
    const same = {
      mediaType: 'image/png',
      pageUrl: 'https://www.aliexpress.com/item/1.html',
      takenAtMs: 1e12,
    }
    const captureId = await sealWithFiles(house, {}, [
      { ...same, name: 'a.png', kind: 'viewport-screenshot', bytes: new Uint8Array([1]) },
      { ...same, name: 'b.png', kind: 'viewport-screenshot', bytes: new Uint8Array([2]) },
    ])
    const { index } = await readWacz(await exportWacz(house, [captureId]))
    expect(index.map(({ facts }) => facts.url).sort()).toEqual([
      `urn:docket:${captureId}/b.png`,
      `urn:docket:${captureId}/record.json`,
      'urn:view:https://www.aliexpress.com/item/1.html',
    ])
  })

  test('writes what several captures show of one moment once, and says of each whose it is', async () => {
    const house = await openTestDatabase()
    const shared: TestFile = {
      name: 'viewport-screenshot.png',
      kind: 'viewport-screenshot',
      mediaType: 'image/png',
      bytes: crypto.getRandomValues(new Uint8Array(50)),
      takenAtMs: 1e12,
    }
    const captureIds = [
      await sealWithFiles(house, { comId: '1005007000000001' }, [shared]),
      await sealWithFiles(house, { comId: '1005007000000002' }, [shared]),
    ]
    const { records, pages } = await readWacz(await exportWacz(house, captureIds))
    expect(records.filter(({ body }) => body.equals(shared.bytes))).toHaveLength(1)
    const about = records.filter((record) => record.header('WARC-Type') === 'metadata').map(fieldsOf)
    expect(about.filter(({ kind }) => kind === shared.kind).map(({ captureId }) => captureId)).toEqual(
      captureIds,
    )
    expect(pages.map(({ id }) => id.slice(0, 26))).toEqual(captureIds)
  })
})

describe('an address in the archive', () => {
  const file = { name: 'f', mediaType: '', bytes: 0, sha256: '', obtainedBy: '', takenAtMs: 0, remarks: {} }
  const addresses = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.constantFrom(...hostileAddresses),
    fc.tuple(fc.webUrl(), fc.string({ unit: 'binary' })).map((parts) => parts.join('')),
  )

  test('is visible ASCII of bounded length that stays as it is when parsed again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds, 'other'), addresses, addresses, (kind, pageUrl, sourceUrl) => {
        const address = archiveAddress('01M894B6ZNXVTEQT6CRJRC2309', { ...file, kind, pageUrl, sourceUrl })
        expect(address).toMatch(/^(https?|urn):[!-~]{1,8100}$/)
        expect(new URL(address).href).toBe(address)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    [
      'page-snapshot',
      'https://www.aliexpress.com/item/1.html?a=ж b',
      'https://www.aliexpress.com/item/1.html?a=%D0%B6%20b',
    ],
    ['viewport-screenshot', 'https://a.aliexpress.com/#x', 'urn:view:https://a.aliexpress.com/'],
    ['page-snapshot', 'javascript:1', 'urn:docket:ID/f'],
    ['page-snapshot', `https://www.aliexpress.com/?${'q'.repeat(9000)}`, 'urn:docket:ID/f'],
    ['mhtml', null, 'urn:docket:ID/f'],
  ])('of a %s of %s is %s', (kind, pageUrl, address) => {
    expect(archiveAddress('ID', { ...file, kind, pageUrl, sourceUrl: null })).toBe(address)
  })
})

describe('a WARC record', () => {
  const address = 'https://www.aliexpress.com/'

  test('has the media type that was recorded, or the plainest where that is none', () => {
    const written = async (mediaType: string) => {
      const bytes = new Uint8Array([1, 2, 3])
      const record = await warcResource({ address, takenAtMs: 0, mediaType, sha256: sha256Of(bytes), bytes })
      return readWarc(record.bytes)[0]?.header('Content-Type')
    }
    return fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom('text/html', 'text/html; charset=utf-8', `image/png${forgedHeader}`),
        ),
        async (mediaType) => {
          const isType = /^[a-z0-9][\w!#$&^.+-]*\/[a-z0-9][\w!#$&^.+-]*(; ?charset=utf-8)?$/i.test(mediaType)
          expect(await written(mediaType)).toBe(isType ? mediaType : 'application/octet-stream')
        },
      ),
      { numRuns: 300 },
    )
  })

  test('keeps every fact in a line of its own, whatever stands in it', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostileTexts)),
        async (text) => {
          const resource = { recordId: 'urn:uuid:1', address, takenAtMs: 0 }
          const [record] = readWarc((await warcMetadata(resource, { first: text, second: 'plain' })).bytes)
          if (!record) throw new Error('no record')
          const { first = '', second, ...others } = fieldsOf(record)
          expect({ second, others }).toEqual({ second: 'plain', others: {} })
          expect(first.startsWith('"') ? JSON.parse(first) : first).toBe(text)
        },
      ),
      { numRuns: 500 },
    ))

  test('is not written with anything in its headers that could end one', async () => {
    const bytes = new Uint8Array()
    const forged = {
      address: `${address}${forgedHeader}`,
      takenAtMs: 0,
      mediaType: 'image/png',
      sha256: '',
      bytes,
    }
    await expect(warcResource(forged)).rejects.toThrow('WARC-Target-URI')
  })
})
