import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cardBox, clickByName, findAllByName, findByName } from '../support/accessible.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { builtExtension } from '../support/built-extension.ts'
import { installProbe, type ProbeReport } from '../support/page-probe.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleListings } from '../support/sample-site/catalogue.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

/** Long enough for a content script that starts when the page is idle. */
const settleMs = 1500

const lookForDocket = (page: Page) =>
  page.evaluate(() =>
    (Reflect.get(window, 'lookForDocket') as () => Promise<unknown>)(),
  ) as Promise<ProbeReport>

async function openProbed(browser: Chromium, id: string, url: string): Promise<Page> {
  const page = await browser.context.newPage()
  await page.addInitScript(installProbe, id)
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForTimeout(settleMs)
  return page
}

describe('a page that looks for Docket', () => {
  let server: SampleServer
  let browser: Chromium
  let clean: Chromium
  const listings = sampleListings()
  const itemUrl = sampleUrls.item(listings[0]?.comId ?? '')

  beforeAll(async () => {
    const extensionDir = await builtExtension('chrome')
    server = await startSampleServer()
    browser = await openChromium({ port: server.port, extensionDir })
    clean = await openChromium({ port: server.port, extensionDir: null })
  })
  afterAll(async () => {
    await browser?.close()
    await clean?.close()
    await server?.close()
  })

  test.each([
    ['results page', sampleUrls.results],
    ['item page', itemUrl],
    ['store page', sampleUrls.store],
    ['aliexpress.ru listing', sampleUrls.ruListing],
  ])('finds no difference before the person acts: %s', async (_, url) => {
    const id = browser.extensionId
    const withDocket = await openProbed(browser, id, url)
    const without = await openProbed(clean, id, url)
    const [seen, expected] = [await lookForDocket(withDocket), await lookForDocket(without)]
    expect(expected.html.length).toBeGreaterThan(1000)
    expect(seen).toEqual(expected)
    expect(seen.filesReached).toEqual([])
    await withDocket.close()
    await without.close()
  })

  test('and would notice an extension that shows itself', async () => {
    const leaky = await openChromium({ port: server.port, extensionDir: leakyExtension() })
    try {
      const page = await openProbed(leaky, leaky.extensionId, sampleUrls.category)
      const seen = await lookForDocket(page)
      expect(seen.messages.join()).toContain(leaky.extensionId)
      expect(seen.events).toContain('docket')
      expect(seen.mutations.join()).toContain('data-leak')
      expect(seen.attributes).toContain('data-leak')
      expect(seen.filesReached).toContain('fetch manifest.json')
    } finally {
      await leaky.close()
    }
  })

  test('learns neither id nor name after the person acted, and no root opens to it', async () => {
    const page = await openProbed(browser, browser.extensionId, sampleUrls.results)
    const before = await lookForDocket(page)
    const card = await cardBox(page, 0)
    await page.mouse.move(card.x + card.width / 2, card.y + card.height / 3, { steps: 3 })
    await findByName(page, { role: 'button', name: /^Flag as trademark infringement/ })
    await page.waitForTimeout(400)
    await clickByName(page, { role: 'button', name: /^Flag as trademark infringement/, within: card })
    await findByName(page, { role: 'button', name: /^Trademark: flagged as trademark/, within: card })
    const after = await lookForDocket(page)

    const traces = new RegExp(`docket|${browser.extensionId}|chrome-extension`, 'i')
    expect(after.html).not.toMatch(traces)
    expect(JSON.stringify([after.mutations, after.messages, after.errors, after.storage])).not.toMatch(traces)
    for (const same of [
      'globals',
      'chromeKeys',
      'attributes',
      'messages',
      'events',
      'violations',
      'errors',
      'watchedCalls',
      'altered',
      'storage',
      'filesReached',
      'styleSheets',
      'adoptedStyleSheets',
      'frames',
    ] as const) {
      expect(after[same], same).toEqual(before[same])
    }
    const added = after.mutations
      .slice(before.mutations.length)
      .filter((mutation) => mutation.startsWith('+'))
    expect(added.length, 'the controls are in the page by now').toBeGreaterThan(0)
    expect(
      added.filter((mutation) => !mutation.startsWith('+<div > in')),
      'hosts without any attribute',
    ).toEqual([])
    const openRoots = await page.evaluate(
      () =>
        Array.from(document.querySelectorAll('*')).filter((element) => element.shadowRoot !== null).length,
    )
    expect(openRoots).toBe(0)
    await page.close()
  })

  test('changes nothing by forged events, messages, clicks and keys', async () => {
    const page = await openProbed(browser, browser.extensionId, sampleUrls.results)
    const rowsBefore = await browser.readRows('flags')
    const card = await cardBox(page, 1)
    await page.mouse.move(card.x + card.width / 2, card.y + card.height / 3, { steps: 3 })
    const control = { role: 'button', name: /^Flag as trademark infringement/, within: card }
    await findByName(page, control)
    await page.evaluate(forgeEverything, { id: browser.extensionId, comId: listings[1]?.comId ?? '' })
    await page.waitForTimeout(700)
    expect(await browser.readRows('flags')).toEqual(rowsBefore)

    // And Docket still works: no forged event switched it off.
    await page.bringToFront()
    await page.mouse.move(card.x + card.width / 2, card.y + card.height / 3 + 2)
    expect(await findAllByName(page, control)).not.toEqual([])
    await clickByName(page, control)
    await findByName(page, { role: 'button', name: /^Trademark: flagged/, within: card })
    expect(await browser.readRows('flags')).toHaveLength(rowsBefore.length + 1)
    await page.close()
  })
})

/** A small extension that makes the mistakes which the tests above look for. */
function leakyExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'leaky-'))
  const manifest = {
    manifest_version: 3,
    name: 'Leaky',
    version: '1',
    background: { service_worker: 'background.js' },
    content_scripts: [{ matches: ['*://*.aliexpress.com/*'], js: ['content.js'] }],
    web_accessible_resources: [{ resources: ['manifest.json'], matches: ['*://*.aliexpress.com/*'] }],
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'background.js'), '')
  const script = `window.postMessage(chrome.runtime.id, '*'); document.documentElement.dataset.leak = ''
document.dispatchEvent(new CustomEvent('docket'))`
  writeFileSync(join(folder, 'content.js'), script)
  return folder
}

/** Runs in the page: everything it can do by itself to act in the person's place or to switch Docket off. */
function forgeEverything({ id, comId }: { id: string; comId: string }): void {
  const details = [
    { contentScriptName: 'aliexpress', messageId: 'forged' },
    { type: 'flag.create', flagId: 'x', comId },
    JSON.stringify({ kind: 'flag.create', request: { comId } }),
  ]
  const names = [
    'wxt:content-script-started',
    `${id}:aliexpress:wxt:content-script-started`,
    'flag.create',
    'page.act',
    id,
    'docket',
  ]
  for (const name of names) {
    for (const detail of details) {
      for (const target of [document, window, document.body]) {
        target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }))
      }
      window.postMessage({ type: name, ...(typeof detail === 'object' ? detail : { detail }) }, '*')
    }
  }
  const elements = Array.from(document.querySelectorAll('*'))
  const hosts = elements.filter(
    (element) => element.localName === 'div' && element.getAttributeNames().length === 0,
  )
  for (const host of hosts) {
    const box = host.getBoundingClientRect()
    const place = {
      bubbles: true,
      composed: true,
      clientX: box.x + box.width / 2,
      clientY: box.y + box.height / 2,
    }
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick']) {
      host.dispatchEvent(new MouseEvent(type, place))
    }
    if (host instanceof HTMLElement) {
      host.focus()
      host.click()
    }
  }
  for (const key of ['f', 't', 'c', 'p', 'l', 'g', 'o', 'x', 'u', 'Enter', ' ']) {
    for (const target of [document, document.body, ...hosts]) {
      for (const type of ['keydown', 'keypress', 'keyup']) {
        target.dispatchEvent(
          new KeyboardEvent(type, { key, code: `Key${key.toUpperCase()}`, bubbles: true, composed: true }),
        )
      }
    }
  }
}
