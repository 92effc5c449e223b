import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaptureJob } from '../../lib/evidence/capture.ts'
import { axeFindings } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { decodePng, type Picture } from '../support/decode-png.ts'
import { flagCard, waitForScreenshots } from '../support/drive-docket.ts'
import { runsOf } from '../support/full-page.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { floatingColours } from '../support/sample-site/long-item-page.ts'
import { resultsPage } from '../support/sample-site/results-page.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

const name = [12, 200, 90]

/** Results as somebody sees them who is signed in; their name stands in a colour of its own. */
const signedInPage = (offset: number) =>
  resultsPage({ count: 12, offset, rendered: 12 })
    .replace('id="_global_header_"', 'id="_global_header_23_"')
    .replace('>Sign in<', ` style="background:rgb(${name});color:rgb(${name})">Hi, Anna Example<`)
    .replace('<body', '<script>DCData = {"extParams":{"signedIn":true}}</script><body')

describe('the page header in screenshots while someone is signed in', () => {
  let server: SampleServer
  let browser: Chromium
  let shots = 0

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port, grantAllUrls: true })
    await browser.readRows('flags')
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  /** Flags a card of a fresh page; returns its screenshot and what is said of it. */
  async function screenshot(): Promise<{ picture: Picture; redacted: string[] }> {
    const url = `${sampleUrls.results}?page=${++shots}`
    server.setPage(url, signedInPage(3000 + shots * 12))
    const page = await browser.openPage(url)
    expect(await page.getByText('Hi, Anna Example').count()).toBe(1)
    await flagCard(page, 0)
    await waitForScreenshots(browser, shots)
    await page.close()
    const jobs = await browser.readRows<CaptureJob>('captureJobs')
    const statuses = jobs.sort((a, b) => (a.captureId < b.captureId ? -1 : 1)).map((job) => job.screenshot)
    const last = statuses.at(-1)
    if (last?.state !== 'saved') throw new Error(JSON.stringify(last))
    const blobs = await browser.readRows<{ sha256: string; bytes: { base64: string } }>('blobs')
    const blob = blobs.find(({ sha256 }) => sha256 === last.artefact.sha256)
    const bytes = new Uint8Array(Buffer.from(blob?.bytes.base64 ?? '', 'base64'))
    return { picture: decodePng(bytes), redacted: last.artefact.redacted }
  }

  const showsName = (picture: Picture): boolean =>
    Array.from({ length: picture.width }, (_, x) => x).some((x) => runsOf(picture, x, name).length > 0)

  async function choose(isOn: boolean): Promise<void> {
    const settings = await browser.openExtensionPage('dashboard.html#/settings')
    const box = settings.getByLabel('Cover the page header in screenshots when someone is signed in')
    await expect.poll(() => box.isEnabled()).toBe(true)
    expect(await box.isChecked()).toBe(!isOn)
    await box.setChecked(isOn)
    await settings.getByText('Saved.').waitFor()
    expect(await axeFindings(settings)).toEqual([])
    await settings.close()
  }

  test('is covered unless the person chose otherwise, and the record says so', async () => {
    const { picture, redacted } = await screenshot()
    expect(redacted).toEqual(['page header covered: someone was signed in'])
    expect(showsName(picture)).toBe(false)
    expect(runsOf(picture, 20, floatingColours.cover)[0]).toEqual({ from: 0, rows: 72 })
  })

  test('stays where the setting is off', async () => {
    await choose(false)
    const { picture, redacted } = await screenshot()
    expect(redacted).toEqual([])
    expect(showsName(picture)).toBe(true)
  })

  test('is covered again once it is on', async () => {
    await choose(true)
    const { picture, redacted } = await screenshot()
    expect(redacted).toHaveLength(1)
    expect(showsName(picture)).toBe(false)
  })
})
