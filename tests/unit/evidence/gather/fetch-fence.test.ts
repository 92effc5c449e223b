import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isFetchableUrl,
  readAtMost,
  readFetchableUrl,
  readMediaType,
  readServerDate,
} from '../../../../lib/evidence/gather/fetch-fence.ts'

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array([...text].map((letter) => letter.charCodeAt(0)))

describe('addresses', () => {
  test.each([
    'https://ae01.alicdn.com/kf/S1234567890abcdef.jpg',
    'https://ae-pic-a1.aliexpress-media.com/kf/S1234567890abcdef.png_.avif',
    'https://alicdn.com/x.css',
    'https://ST.aliexpress.ru/x.css',
  ])('%s may be fetched', (address) => {
    expect(readFetchableUrl(address)?.protocol).toBe('https:')
  })

  test.each([
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    'blob:https://ae01.alicdn.com/0',
    'ftp://ae01.alicdn.com/a.png',
    'https://127.0.0.1/a.png',
    'https://localhost/a.png',
    'https://[::1]/a.png',
    'https://10.0.0.8/a.png',
    'https://192.168.1.1/a.png',
    'https://169.254.169.254/latest/meta-data',
    'https://0x7f000001/a.png',
    'https://ae01.alicdn.com.evil.example/a.png',
    'https://evilalicdn.com/a.png',
    'https://alicdn.com./a.png',
    'https://alicdn.com@evil.example/a.png',
    'https://user@ae01.alicdn.com/a.png',
    'https://user:pass@ae01.alicdn.com/a.png',
    'https://ae01.alicdn.com:8443/a.png',
    'http://ae01.alicdn.com:8080/a.png',
    'https://www.aliexpress.com/item/1005000000000001.html',
    'https://login.aliexpress.com/logout',
    'https://other.aliexpress.ru/a.css',
    'chrome-extension://abcdefghijklmnop/manifest.json',
    'javascript:alert(1)',
    '',
    `https://ae01.alicdn.com/${'a'.repeat(4000)}`,
  ])('%s may not', (address) => {
    expect(readFetchableUrl(address)).toBeNull()
  })

  test('a page leaves out the scheme, or says http', () => {
    const page = 'https://www.aliexpress.com/item/1.html'
    expect(readFetchableUrl('//ae01.alicdn.com/kf/a.jpg', page)?.href).toBe(
      'https://ae01.alicdn.com/kf/a.jpg',
    )
    expect(readFetchableUrl('http://ae01.alicdn.com/kf/a.jpg#x')?.href).toBe(
      'https://ae01.alicdn.com/kf/a.jpg',
    )
    expect(readFetchableUrl('../kf/a.png', 'https://assets.alicdn.com/g/x/y.css')?.href).toBe(
      'https://assets.alicdn.com/g/kf/a.png',
    )
    expect(readFetchableUrl('/a.png', page)).toBeNull()
  })

  test('whatever is accepted lies on the list of hosts, without anything that could lead elsewhere', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string()), (address) => {
        const url = readFetchableUrl(address, 'https://ae01.alicdn.com/base/')
        if (!url) return
        expect(isFetchableUrl(url)).toBe(true)
        expect(`.${url.host}`).toMatch(/\.(alicdn\.com|aliexpress-media\.com|st\.aliexpress\.ru)$/)
      }),
    )
  })
})

describe('what came', () => {
  test.each([
    ['picture', '\xff\xd8\xff\xe0abc', 'image/jpeg'],
    ['picture', '\x89PNG\r\n\x1a\nabc', 'image/png'],
    ['picture', 'GIF89aabc', 'image/gif'],
    ['picture', 'RIFF\x10\0\0\0WEBPVP8 ', 'image/webp'],
    ['picture', '\0\0\0\x1cftypavif', 'image/avif'],
    ['picture', '<?xml version="1.0"?>\n<!-- a --><svg xmlns="x"/>', 'image/svg+xml'],
    ['font', 'wOF2abcd', 'font/woff2'],
    ['font', 'wOFFabcd', 'font/woff'],
    ['font', '\0\x01\0\0abcd', 'font/ttf'],
    ['stylesheet', '@font-face{}', 'text/css'],
  ] as const)('a %s is told by its first bytes', (kind, text, mediaType) => {
    expect(readMediaType(kind, bytesOf(text), 'text/css')).toBe(mediaType)
  })

  test.each([
    ['picture', '<!DOCTYPE html><svg>', 'image/png'],
    ['picture', '<html><body><svg></svg>', 'image/svg+xml'],
    ['picture', '', 'image/png'],
    ['picture', 'RIFF\x10\0\0\0WAVE', 'image/webp'],
    ['picture', 'wOF2abcd', 'image/png'],
    ['font', '<html>', 'font/woff2'],
    ['stylesheet', 'a{}', 'text/html'],
    ['stylesheet', '  <!DOCTYPE html>', 'text/css'],
    ['stylesheet', 'a{}', 'text/css-evil'],
  ] as const)('no %s: %s', (kind, text, declared) => {
    expect(readMediaType(kind, bytesOf(text), declared)).toBeNull()
  })

  test('any bytes are judged without an error', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.constantFrom('picture', 'font', 'stylesheet'), (bytes, kind) => {
        readMediaType(kind, bytes, 'text/css')
      }),
    )
  })
})

test('the server’s date counts only where no cache kept it', () => {
  const headers = (entries: Record<string, string>) => new Headers(entries)
  const date = 'Wed, 25 Nov 2026 10:00:00 GMT'
  const url = 'https://ae01.alicdn.com/a.png'
  expect(readServerDate(headers({ date }), url, 7)).toEqual({
    url,
    serverMs: Date.UTC(2026, 10, 25, 10),
    receivedAtMs: 7,
  })
  expect(readServerDate(headers({ date, age: '0' }), url, 7)).not.toBeNull()
  expect(readServerDate(headers({ date, age: '86400' }), url, 7)).toBeNull()
  expect(readServerDate(headers({ date, age: 'x' }), url, 7)).toBeNull()
  expect(readServerDate(headers({ date: 'soon' }), url, 7)).toBeNull()
  expect(readServerDate(headers({}), url, 7)).toBeNull()
})

describe('streams', () => {
  const endless = (pulls: { count: number; cancelled: boolean }) =>
    new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        pulls.count++
        controller.enqueue(new Uint8Array(1000))
      },
      cancel() {
        pulls.cancelled = true
      },
    })

  test('one that never ends is left at the limit', async () => {
    const pulls = { count: 0, cancelled: false }
    const read = await readAtMost(endless(pulls), 5500)
    expect(read.ok || read.error.code).toBe('too-large')
    expect(pulls.cancelled).toBe(true)
    expect(pulls.count).toBeLessThan(10)
  })

  test('what fits comes whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 8 }), async (chunks) => {
        const whole = new Uint8Array(chunks.flatMap((chunk) => [...chunk]))
        const stream = new Blob(chunks.map((chunk) => new Uint8Array(chunk))).stream()
        const read = await readAtMost(stream, whole.length)
        expect(read.ok && [...read.value]).toEqual([...whole])
      }),
    )
  })
})
