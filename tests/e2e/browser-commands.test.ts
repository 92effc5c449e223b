import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Flag } from '../../lib/queue/flag.ts'
import { findByName } from '../support/accessible.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { pointAtCard } from '../support/drive-docket.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleListings } from '../support/sample-site/catalogue.ts'
import { challengePage } from '../support/sample-site/page-states.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

const [first, second, third] = sampleListings()

describe('the browser’s own ways to judge', () => {
  let server: SampleServer
  let browser: Chromium
  let page: Page

  const judgementOf = async (comId: string | undefined) => {
    const flags = await browser.readRows<Flag>('flags')
    const flag = flags.find((row) => row.comId === comId && row.status === 'current')
    return flag ? `${flag.verdict} ${flag.ipType ?? ''}`.trim() : null
  }
  const until = (comId: string | undefined, judgement: string | null) =>
    expect.poll(() => judgementOf(comId), { timeout: 15_000 }).toBe(judgement)

  /** As the browser tells the background of a click in the context menu on a link or picture of this page. */
  const clickMenu = async (menuItemId: string, click: Partial<chrome.contextMenus.OnClickData>) => {
    const worker = await browser.serviceWorker()
    await worker.evaluate(
      async ({ url, info }) => {
        const [tab] = await chrome.tabs.query({ url })
        const { onClicked } = chrome.contextMenus as unknown as {
          onClicked: { dispatch(info: unknown, tab: unknown): void }
        }
        onClicked.dispatch(info, tab)
      },
      { url: `${page.url().split('#')[0]}*`, info: { menuItemId, editable: false, ...click } },
    )
  }

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port })
    page = await browser.openPage(sampleUrls.results)
    await pointAtCard(page, 0)
    await findByName(page, { role: 'button', name: 'Select many' })
    await page.waitForTimeout(800)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('a shortcut flags the card under the pointer and, being a permission, photographs it', async () => {
    await browser.pressCommand(page, 'F')
    await until(first?.comId, 'infringing trademark')
    await findByName(page, { name: /screenshot saved/ }, 15_000)
  })

  test('another shortcut takes it back', async () => {
    await page.bringToFront()
    await pointAtCard(page, 0)
    await browser.pressCommand(page, 'U')
    await until(first?.comId, null)
  })

  test('the context menu of a link judges the listing that the link leads to', async () => {
    await page.bringToFront()
    await clickMenu('link-flag-copyright', {
      linkUrl: `https://www.aliexpress.com/item/${second?.comId}.html?spm=a.b`,
    })
    await until(second?.comId, 'infringing copyright')
  })

  test('the context menu of a picture judges the listing that shows it', async () => {
    await page.bringToFront()
    const srcUrl = await page.locator('.search-item-card-wrapper-gallery img').nth(2).getAttribute('src')
    await clickMenu('image-look-later', { srcUrl: new URL(srcUrl ?? '', page.url()).href })
    await until(third?.comId, 'suspicious')
  })

  test('on a security check nothing is judged, and the page says why', async () => {
    const before = (await browser.readRows<Flag>('flags')).length
    const url = sampleUrls.item(first?.comId ?? '')
    server.setPage(url, challengePage(new URL(url).host, new URL(url).pathname))
    const challenge = await browser.openPage(url)
    await challenge.mouse.move(200, 200)
    await challenge.mouse.move(210, 206)
    await challenge.waitForTimeout(800)
    await browser.pressCommand(challenge, 'F')
    await findByName(challenge, { name: /security check/i }, 10_000)
    expect((await browser.readRows<Flag>('flags')).length).toBe(before)
  })
})
