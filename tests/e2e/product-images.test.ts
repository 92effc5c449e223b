import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../lib/core/ids.ts'
import { found } from '../../lib/core/observation.ts'
import type { CaptureJob } from '../../lib/evidence/capture.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { flagItem } from '../support/drive-docket.ts'
import { filesOf, waitForParts } from '../support/full-page.ts'
import { inOwnWorld } from '../support/own-world.ts'
import { buildFlagRequest, buildListing, buildSighting } from '../support/records.ts'
import {
  type LoggedRequest,
  type SampleAnswer,
  type SampleServer,
  startSampleServer,
  strangeRequests,
} from '../support/sample-server.ts'
import { type SampleListing, sampleListings } from '../support/sample-site/catalogue.ts'
import { itemPage } from '../support/sample-site/item-page.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'
import { tally } from '../trials/tally.ts'

const pictureUrl = (hash: string) => `https://ae01.alicdn.com/kf/${hash}.jpg`
const hashOf = (name: string) => `S${name.padEnd(33, '0')}`
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

/** A PNG that says it is 30,000 pixels wide and high: opened, it would take 3.6 GB. */
const hugePng = Buffer.concat([
  png.subarray(0, 8),
  Buffer.from([0, 0, 0, 13]),
  Buffer.from('IHDR'),
  Buffer.from([0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30, 8, 6, 0, 0, 0]),
])

const redirect = (location: string): SampleAnswer => ({ status: 302, headers: { location } })
const closed: string[] = []
let written = 0

/** Writes pieces until the reader leaves, and notes that it did. */
const unending = (name: string, piece: Buffer, everyMs: number) => (response: ServerResponse) => {
  response.write(png)
  response.on('close', () => closed.push(name))
  const more = () => {
    if (response.destroyed) return
    if (name === 'endless') written += piece.length
    response.write(piece, () => setTimeout(more, everyMs))
  }
  more()
}

/** What picture hosts answer, and what becomes of it: the ending of the file, or why there is none. */
const answers: Array<[name: string, answer: SampleAnswer, becomes: string]> = [
  ['plain', { body: png }, 'png'],
  // Where a redirect leads is not seen before it is followed, so none is: not even this one.
  ['moved', redirect('https://ae04.alicdn.com/kf/S1234567890123456.jpg'), 'not-reachable'],
  ['toLoopback', redirect('https://127.0.0.1/kf/a.png'), 'not-reachable'],
  ['toLocalhost', redirect('https://localhost/kf/a.png'), 'not-reachable'],
  ['toIpv6', redirect('https://[::1]/kf/a.png'), 'not-reachable'],
  ['toPrivate', redirect('https://192.168.0.1/kf/a.png'), 'not-reachable'],
  ['toMetadata', redirect('http://169.254.169.254/latest/meta-data'), 'not-reachable'],
  ['toLookAlike', redirect('https://alicdn.com.evil.example/kf/a.png'), 'not-reachable'],
  ['toOtherPort', redirect('https://ae01.alicdn.com:8443/kf/a.png'), 'not-reachable'],
  ['toPlainHttp', redirect('http://ae01.alicdn.com/kf/a.png'), 'not-reachable'],
  ['toShop', redirect('https://www.aliexpress.com/account'), 'not-reachable'],
  ['toData', redirect('data:image/png;base64,iVBORw0KGgo='), 'not-reachable'],
  ['toFile', redirect('file:///etc/passwd'), 'not-reachable'],
  ['endless', { body: unending('endless', Buffer.alloc(400_000), 0) }, 'too-large'],
  ['slow', { body: unending('slow', Buffer.from([0]), 1000) }, 'too-slow'],
  [
    'bomb',
    {
      headers: { 'content-encoding': 'gzip' },
      body: gzipSync(Buffer.concat([png, Buffer.alloc(60_000_000)])),
    },
    'too-large',
  ],
  [
    'script',
    {
      headers: { 'content-type': 'image/svg+xml' },
      body: '<svg onload="ran()"><script>ran()</script></svg>',
    },
    'svg',
  ],
  [
    'markup',
    { headers: { 'content-type': 'image/png' }, body: '<!DOCTYPE html><script>ran()</script>' },
    'wrong-content',
  ],
  ['empty', { headers: { 'content-type': 'image/png' }, body: '' }, 'wrong-content'],
  ['huge', { body: hugePng }, 'png'],
  ['missing', { status: 404, body: png }, 'http-error'],
]

/** Addresses that a page, or who has taken over Docket's script in it, may name as pictures. */
const hostileAddresses = [
  'file:///etc/passwd',
  'data:image/png;base64,iVBORw0KGgo=',
  'https://127.0.0.1/kf/S00000000000000001.jpg',
  'https://localhost/kf/S00000000000000002.jpg',
  'https://[::1]/kf/S00000000000000003.jpg',
  'https://10.0.0.7/kf/S00000000000000004.jpg',
  'https://192.168.1.1/kf/S00000000000000005.jpg',
  'https://169.254.169.254/kf/S00000000000000006.jpg',
  'https://intranet/kf/S00000000000000007.jpg',
  'https://ae01.alicdn.com.evil.example/kf/S00000000000000008.jpg',
  'https://evilalicdn.com/kf/S00000000000000009.jpg',
  'https://ae01.alicdn.com@evil.example/kf/S00000000000000010.jpg',
  'https://user:pass@ae01.alicdn.com/kf/S00000000000000011.jpg',
  'https://ae01.alicdn.com:8443/kf/S00000000000000012.jpg',
  'http://ae01.alicdn.com:8080/kf/S00000000000000013.jpg',
  'https://www.aliexpress.com/kf/S00000000000000014.jpg',
]

const counted = tally({
  plan: 'T16',
  name: 'image-fetch',
  what: 'Picture hosts answer with redirects, endless and slow streams, pages and scripts in place of pictures; pages name addresses of local networks, other hosts, ports and schemes. Nobody but the allow-listed hosts may be asked, and every answer must have an end.',
  seed: null,
  backEnd: 'any',
})

describe('the pictures of a listing’s gallery', () => {
  let server: SampleServer
  let browser: Chromium
  const listings = sampleListings()
  const listingAt = (index: number, imageHashes?: string[]): SampleListing => {
    const listing = listings[index]
    if (!listing) throw new Error(`There is no listing ${index}.`)
    return imageHashes ? { ...listing, imageHashes } : listing
  }
  /** What Docket itself asked for; the page's own pictures are `image`s. */
  const fetched = (): LoggedRequest[] =>
    server.requests.filter(({ destination, host }) => destination === 'empty' && !host.includes('google'))

  /** Without what the copy of the page asks for: pictures in the page's own sizes, at the other host. */
  const originals = () => fetched().filter(({ host }) => host === 'ae01.alicdn.com')

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port, grantAllUrls: true })
    await browser.readRows('flags')
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('are fetched in original size, without cookies, referrer or name of the extension', async () => {
    const listing = listingAt(0)
    const page = await browser.openPage(sampleUrls.item(listing.comId))
    server.requests.length = 0
    await flagItem(page)
    const job = await waitForParts(browser, listing.comId)
    const part = job.parts['product-images']
    expect(part).toMatchObject({ state: 'done', problems: [] })
    const names = part?.artefacts.map(({ name }) => name).sort()
    expect(names).toEqual([1, 2, 3, 4].map((number) => `product-image-0${number}.png`))
    for (const { artefact, bytes } of await filesOf(browser, job, 'product-images')) {
      const index = Number(/\d+/.exec(artefact.name)?.[0]) - 1
      expect(artefact.sourceUrl).toBe(pictureUrl(listing.imageHashes[index] ?? ''))
      expect(bytes.subarray(0, 4).toString('latin1')).toBe('\x89PNG')
    }
    expect(
      originals()
        .map(({ host, path }) => `https://${host}${path}`)
        .sort(),
    ).toEqual(listing.imageHashes.map(pictureUrl).sort())
    expect([...new Set(fetched().map(({ origin }) => origin))]).toEqual([''])
    expect(job.serverDates.map(({ url }) => new URL(url).host)).toContain('ae01.alicdn.com')
    await page.close()
  })

  test('whatever a picture host answers, nobody else is asked, and every answer has an end', async () => {
    const listing = listingAt(
      1,
      answers.map(([name]) => hashOf(name)),
    )
    for (const [name, answer] of answers) server.setAnswer(pictureUrl(hashOf(name)), answer)
    server.setPage(sampleUrls.item(listing.comId), itemPage(listing))
    const page = await browser.openPage(sampleUrls.item(listing.comId))
    server.requests.length = 0
    await flagItem(page)
    const job = await waitForParts(browser, listing.comId)
    const part = job.parts['product-images']
    const became = new Map<string, string>()
    for (const { name } of part?.artefacts ?? []) became.set(name.slice(0, 16), name.split('.')[1] ?? '')
    for (const { code, message } of part?.problems ?? []) became.set(message.slice(0, 16), code)
    expect(
      answers.map(([name], index) => [
        name,
        became.get(`product-image-${String(index + 1).padStart(2, '0')}`),
      ]),
    ).toEqual(answers.map(([name, , becomes]) => [name, becomes]))
    expect(part?.state).toBe('done')
    expect(closed.sort()).toEqual(['endless', 'slow'])
    expect(written).toBeLessThan(40_000_000)
    expect(strangeRequests(server.requests)).toEqual([])
    counted('hostile answers', answers.length)
    // The page's copy asks for the page's own pictures again, at the other host; nobody for where redirects lead.
    expect([...new Set(fetched().map(({ host }) => host))].sort()).toEqual([
      'ae-pic-a1.aliexpress-media.com',
      'ae01.alicdn.com',
    ])
    await page.close()
  })

  test('hostile addresses in the page’s data are asked by nobody', async () => {
    const listing = listingAt(2)
    const url = sampleUrls.item(listing.comId)
    // Only the state names them: what stood in an <img> the page itself would load.
    const html = itemPage(listing).replaceAll(
      /"imagePathList":\[[^\]]*\]/g,
      `"imagePathList":${JSON.stringify(hostileAddresses).replaceAll('/', '\\u002f')}`,
    )
    expect(html).toContain('etc\\u002fpasswd')
    server.setPage(url, html)
    const page = await browser.openPage(url)
    server.requests.length = 0
    await flagItem(page)
    await waitForParts(browser, listing.comId)
    expect(strangeRequests(server.requests)).toEqual([])
    for (const { host } of fetched()) expect(host).toMatch(/\.(alicdn|aliexpress-media)\.com$/)
    await page.close()
  })

  test.each(hostileAddresses)(
    '%s, from whoever has taken over Docket’s script in a page, is not asked',
    async (address) => {
      const listing = listingAt(4)
      const page = await browser.openPage(sampleUrls.item(listing.comId))
      await page.mouse.move(300, 300)
      await page.mouse.move(310, 306)
      server.requests.length = 0
      const { comId } = listing
      const image = { hash: 'S0000000000000001', url: address }
      const request = buildFlagRequest({
        comId,
        row: null,
        listing: buildListing(comId, { images: found([image], 'state') }),
        sighting: buildSighting({ pageKind: 'item', pageUrl: page.url() }),
        documentKey: newId(),
      })
      const say = (type: string, asked: unknown) =>
        inOwnWorld(
          page,
          browser.extensionId,
          `chrome.runtime.sendMessage(${JSON.stringify({ type, request: asked })})`,
        )
      const saved = (await say('flag.create', request)) as { ok: boolean; error?: { code: string } }
      if (saved.ok) {
        const { documentKey, captureId } = request
        await say('capture.gather', { documentKey, captureId, again: false })
        const [job] = (await browser.readRows<CaptureJob>('captureJobs')).filter(
          (row) => row.captureId === captureId,
        )
        expect(job?.parts['product-images']).toMatchObject({
          state: 'failed',
          failure: { code: 'not-fetchable' },
        })
      } else expect(saved.error?.code).toBe('not-understood')
      expect(strangeRequests(server.requests)).toEqual([])
      expect(fetched()).toEqual([])
      counted('hostile addresses')
      await page.close()
    },
  )
})
