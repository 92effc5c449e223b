import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cardBox, findAllByName, findByName } from '../support/accessible.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

const flagControl = { role: 'button', name: /^Flag as trademark infringement: / }

/** What a page may do to make somebody click a control that he does not see. Runs in the page. */
const tricks: Record<string, () => void> = {
  'the page is faded': () => document.documentElement.style.setProperty('opacity', '0.05'),
  'the body is faded': () => document.body.style.setProperty('opacity', '0.3'),
  'the card is faded': () =>
    document
      .querySelector<HTMLElement>('.search-item-card-wrapper-gallery')
      ?.style.setProperty('opacity', '0.01'),
  'something lies over it': () => {
    const cover = document.createElement('div')
    cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:#fff'
    document.body.append(cover)
  },
  'a popover lies over it': () => {
    const cover = document.createElement('div')
    cover.popover = 'manual'
    cover.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;background:#fff'
    document.body.append(cover)
    cover.showPopover()
  },
  'the cards are gone': () =>
    document.querySelector<HTMLElement>('#card-list')?.style.setProperty('display', 'none'),
  'it is shrunk': () =>
    document
      .querySelector<HTMLElement>('.search-item-card-wrapper-gallery')
      ?.style.setProperty('transform', 'scale(.3)'),
}

describe('clicks on what is not seen', () => {
  let server: SampleServer
  let browser: Chromium

  const openResults = async (): Promise<Page> => {
    const page = await browser.openPage(sampleUrls.results)
    await page.mouse.move(30, 600)
    await page.mouse.move(34, 604)
    await findByName(page, flagControl)
    await page.waitForTimeout(500)
    return page
  }

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test.each(Object.entries(tricks))('are not taken for a decision: %s', async (_, trick) => {
    const page = await openResults()
    const { box } = await findByName(page, { ...flagControl, within: await cardBox(page, 0) })
    if (!box) throw new Error('no control')
    await page.evaluate(trick)
    await page.waitForTimeout(100)
    await page.mouse.click(box.x + 12, box.y + 12)
    // Where the trick moved the control, it is clicked there too.
    const [moved] = await findAllByName(page, flagControl)
    if (moved?.box) {
      await page.mouse.click(moved.box.x + moved.box.width / 2, moved.box.y + moved.box.height / 2)
    }
    await page.waitForTimeout(500)
    expect(await browser.readRows('flags')).toEqual([])
    await page.close()
  })

  test('and the same click on a plain page is one', async () => {
    const page = await openResults()
    const { box } = await findByName(page, { ...flagControl, within: await cardBox(page, 0) })
    if (!box) throw new Error('no control')
    await page.mouse.click(box.x + 12, box.y + 12)
    await findByName(page, { role: 'button', name: /^Trademark: flagged as trademark, no screenshot yet/ })
    expect(await browser.readRows('flags')).toHaveLength(1)
    await findByName(page, {
      name: /^No screenshot yet: Docket may not photograph pages\. Press Alt\+Shift\+F/,
    })
    await page.close()
  })

  test('a reload of the extension under an open page says so and takes the controls away', async () => {
    const page = await openResults()
    const control = await findByName(page, { ...flagControl, within: await cardBox(page, 3) })
    const extension = await browser.openExtensionPage('manifest.json')
    // Its pages close when it ends: a click before that is still saved.
    const ended = extension.waitForEvent('close')
    await extension.evaluate('chrome.runtime.reload()').catch(() => undefined)
    await ended
    await page.bringToFront()
    await page.mouse.click((control.box?.x ?? 0) + 12, (control.box?.y ?? 0) + 12)
    await findByName(page, { name: /^Docket was updated or reloaded\. Reload this page/ }, 15_000)
    expect(await findAllByName(page, flagControl)).toEqual([])
  })
})
