import { createServer, type Server } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { found } from '../../lib/core/observation.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { chequered, evidenceSeed, goTo, openSeededDashboard, textBytes } from '../support/evidence-seed.ts'
import { gatheredCapture } from '../support/gathered-capture.ts'
import { injectionPayloads } from '../support/injection-payloads.ts'
import { buildListing, buildSighting } from '../support/records.ts'

const evil = (name: string) => `https://${name}.evil.example`

/** Everything by which a page may run something or speak to a server, each under a name of its own. */
const hostileSnapshot = `<!doctype html>
<html manifest="${evil('manifest')}/m"><head>
<meta http-equiv="x-dns-prefetch-control" content="on">
<meta http-equiv="Content-Security-Policy" content="default-src * 'unsafe-inline'; script-src 'unsafe-inline' *">
<meta http-equiv="refresh" content="1;url=${evil('refresh')}/">
<base href="${evil('base')}/">
<link rel="preconnect" href="${evil('preconnect')}">
<LINK rel=dns-prefetch href=${evil('dns')}>
<link rel="stylesheet" href="${evil('sheet')}/a.css">
<link rel="preload" as="image" href="${evil('preload')}/a.png">
<link rel="prefetch" href="${evil('prefetch')}/a">
<link rel="icon" href="${evil('icon')}/a.ico">
<style>@import url(${evil('import')}/a.css); @font-face { font-family: x; src: url(${evil('font')}/a.woff) }
body { background: url(${evil('background')}/a.png); font-family: x } #told { color: rgb(1, 2, 3) }</style>
<script>parent.__pwned = 1; document.title = 'ran'</script>
<script src="${evil('script')}/a.js"></script>
<script type="speculationrules">{"prefetch":[{"urls":["${evil('speculation')}/"]}]}</script>
</head><body onload="parent.__pwned = 1">
<p id="told">Stored words of the page</p>
<a id="way" href="${evil('way')}/" ping="${evil('ping')}/" target="_top" style="position:fixed;inset:60px 0 40% 0;z-index:9;pointer-events:auto!important;interactivity:auto!important">Away</a>
<svg style="position:fixed;inset:60% 0 0 0;width:100%;height:40%;z-index:9"><a href="${evil('drawn')}/" target="_top"><rect width="2000" height="2000"/></a></svg>
<map name="m"><area shape="rect" coords="0,0,900,900" href="${evil('area')}/"></map><img usemap="#m" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" style="position:fixed;inset:0 0 auto 0;width:100%;height:60px;z-index:9">
<img src="${evil('image')}/a.png" srcset="${evil('srcset')}/b.png 2x" onerror="parent.__pwned = 1">
<img src="https://ae01.alicdn.com/kf/hostile.png">
<picture><source srcset="${evil('picture')}/a.png"><img></picture>
<video src="${evil('video')}/a.mp4" poster="${evil('poster')}/a.png" autoplay></video>
<audio src="${evil('audio')}/a.mp3" autoplay></audio>
<iframe src="${evil('frame')}/"></iframe>
<iframe srcdoc="&lt;link rel=preconnect href=${evil('nested')}&gt;&lt;script&gt;top.__pwned = 1&lt;/script&gt;"></iframe>
<object data="${evil('object')}/"></object><embed src="${evil('embed')}/">
<form action="${evil('form')}/"><input autofocus onfocus="parent.__pwned = 1"><button id="send">Send</button></form>
<svg onload="parent.__pwned = 1"><image href="${evil('svg')}/a.png"/><use href="${evil('use')}/a.svg#x"/><script>parent.__pwned = 1</script></svg>
<math><mtext></mtext></math><details open ontoggle="parent.__pwned = 1"></details>
</body></html>`

describe('a hostile page that was stored', () => {
  let wire: Server
  /** The name that each connection asked for, as its first bytes (TLS) tell. */
  const asked: string[] = []
  let browser: Chromium
  let page: Page
  let captureId: string

  beforeAll(async () => {
    // Whatever the browser asks any server ends here, and is written down, also where nothing but a connection is made.
    wire = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', (bytes) => {
        asked.push(/[a-z]+\.evil\.example|[a-z0-9.]*alicdn\.com/.exec(bytes.toString('latin1'))?.[0] ?? '')
        socket.destroy()
      })
    })
    await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve))
    const address = wire.address()
    browser = await openChromium({ port: typeof address === 'object' && address ? address.port : 0 })
    const payloads = [...injectionPayloads]
    const rows = await evidenceSeed(async (house) => {
      captureId = await gatheredCapture(
        house,
        {
          'page-snapshot': [
            { name: 'page-snapshot.html', mediaType: 'text/html', bytes: textBytes(hostileSnapshot) },
          ],
          'page-state': [
            {
              name: 'page-state.json',
              mediaType: 'application/json',
              bytes: textBytes(JSON.stringify(Object.fromEntries(payloads.map((text) => [text, [text]])))),
            },
          ],
          'product-images': [
            {
              name: 'product-image-01.svg',
              mediaType: 'image/svg+xml',
              bytes: textBytes(`<svg xmlns="http://www.w3.org/2000/svg" onload="parent.__pwned=1"/>`),
            },
          ],
        },
        {
          isSealed: false,
          listing: buildListing('1005007000000001', {
            title: found(payloads[4] ?? '', payloads[5] ?? ''),
            storeName: found(payloads[0] ?? '', 'state'),
            specs: found(
              payloads.map((text) => ({ name: text, value: text })),
              'state',
            ),
          }),
          sighting: buildSighting({ pageKind: 'item', keyword: payloads[8] ?? '' }),
        },
        chequered(300, 200, 1),
      )
    })
    page = await browser.openExtensionPage('dashboard.html#/evidence')
    await openSeededDashboard(page, rows, '#/evidence')
    await page.locator('[data-capture-id]').first().waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await new Promise((resolve) => wire?.close(resolve))
  })

  const ran = () => page.evaluate(() => '__pwned' in globalThis)
  const evilAsked = () => asked.filter((name) => name.includes('evil') || name.includes('alicdn'))

  test('stands in the list and in every part as text', async () => {
    await page.getByText(injectionPayloads[4] ?? '', { exact: true }).waitFor()
    await goTo(page, `#/evidence/${captureId}`)
    for (const part of ['Pictures', 'Statements', 'Record', 'Page']) {
      await page.getByRole('tab', { name: part }).click()
      await page.getByRole('tabpanel', { name: part }).waitFor()
    }
    await page.getByText('A file of type image/svg+xml').waitFor({ state: 'detached' })
    await page
      .locator('[role=tabpanel] summary')
      .filter({ hasText: injectionPayloads[0] ?? '' })
      .first()
      .click()
    expect(await ran()).toBe(false)
  })

  test('shows its words, runs nothing and asks nobody for anything', async () => {
    const frame = page.frameLocator('iframe')
    expect(await frame.locator('#told').textContent()).toBe('Stored words of the page')
    expect(await frame.locator('#told').evaluate((element) => getComputedStyle(element).color)).toBe(
      'rgb(1, 2, 3)',
    )
    // Refreshes, retries and speculation get their time.
    await page.waitForTimeout(3000)
    expect(await ran()).toBe(false)
    expect(await frame.locator('#told').count()).toBe(1)
    expect(evilAsked()).toEqual([])
  })

  test('leads nowhere when somebody clicks in it', async () => {
    await page.locator('iframe').scrollIntoViewIfNeeded()
    const box = await page.locator('iframe').boundingBox()
    if (!box) throw new Error('The frame is not drawn.')
    // On the image map, the link and the drawn link; then by keyboard.
    for (const share of [0.03, 0.3, 0.8]) {
      await page.mouse.move(box.x + 200, box.y + box.height * share)
      await page.waitForTimeout(300)
      await page.mouse.click(box.x + 202, box.y + box.height * share)
    }
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
    }
    await page.waitForTimeout(1500)
    expect(browser.context.pages().filter((open) => open.url().includes('evil'))).toEqual([])
    expect(evilAsked()).toEqual([])
    expect(await ran()).toBe(false)
  })

  test('a picture that is no picture is not handed to the browser as one', async () => {
    await page.getByRole('tab', { name: 'Pictures' }).click()
    await page.getByText('A file of type image/svg+xml is not shown.').waitFor()
    expect(await ran()).toBe(false)
  })
})
