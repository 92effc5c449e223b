import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findFirefox } from '../support/find-browser.ts'
import { type Firefox, openFirefox } from '../support/firefox.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'

describe.skipIf(findFirefox() === null)('rights in Firefox', () => {
  let server: SampleServer
  let firefox: Firefox
  let page: Page
  let folder: string

  beforeAll(async () => {
    server = await startSampleServer()
    firefox = await openFirefox({ port: server.port })
    folder = await mkdtemp(join(tmpdir(), 'docket-rights-'))
    page = await firefox.openExtensionPage('dashboard.html#/rights/new?type=trademark', '#field-mark')
  }, 180_000)
  afterAll(async () => {
    await firefox?.close()
    await server?.close()
    await rm(folder, { recursive: true, force: true })
  })

  const type = async (selector: string, text: string) => {
    const field = await page.waitForSelector(selector)
    await field?.type(text)
  }
  const press = async (name: string) => {
    const button = await page.waitForSelector(`::-p-aria([name="${name}"][role="button"])`)
    await button?.click()
  }

  test('a holder and a trademark with its certificate are entered; nothing typed is lost before it is saved', async () => {
    await press('New holder')
    await type('[role=dialog] #field-name', 'Velmora Outdoor GmbH')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[role=dialog]', { hidden: true })
    await type('#field-mark', 'VELMORA')
    await type('#field-territory', 'CN')
    await page.keyboard.press('Enter')
    const certificate = join(folder, 'certificate.pdf')
    await writeFile(certificate, '%PDF-1.7 certificate')
    const input = (await page.$(
      'fieldset:has(#field-documents) input[type=file]',
    )) as ElementHandle<HTMLInputElement>
    await input.uploadFile(certificate)
    await page.waitForSelector('[aria-label="View certificate.pdf"]')
    // Another tab, as after a crash: what was typed is there.
    const address = await page.evaluate(() => location.hash)
    page = await firefox.openExtensionPage(`dashboard.html${address}`, '[aria-label="View certificate.pdf"]')
    expect(await page.$eval('#field-mark', (field) => (field as HTMLInputElement).value)).toBe('VELMORA')
    await press('Save')
    await page.waitForFunction(() =>
      [...document.querySelectorAll('[role=status]')].some((each) => each.textContent?.startsWith('Saved ')),
    )
    expect(await firefox.readRows('rights')).toMatchObject([
      { mark: 'VELMORA', territory: ['CN'], documents: [{ name: 'certificate.pdf', kind: 'certificate' }] },
    ])
  })

  test('leaving with unsaved changes asks', async () => {
    await type('#field-label', 'Changed')
    await page.evaluate(() => {
      location.hash = '#/rights'
    })
    await page.waitForSelector('[role=dialog]')
    await press('Discard')
    await page.waitForSelector('[role=dialog]', { hidden: true })
    expect(await firefox.readRows('rights')).toMatchObject([{ label: '' }])
  })

  test('the list shows the right', async () => {
    const list = await firefox.openExtensionPage('dashboard.html#/rights', 'ul[aria-label=Rights]')
    expect(await list.$eval('ul[aria-label=Rights] a', (link) => link.textContent)).toBe('VELMORA')
    await list.close()
  })
})
