import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Capture, CaptureJob } from '../../lib/evidence/capture.ts'
import { completenessOf } from '../../lib/evidence/completeness.ts'
import type { PartKind } from '../../lib/evidence/gather/capture-part.ts'
import type { EvidenceRecord } from '../../lib/evidence/seal/evidence-record.ts'
import { parseRecord } from '../../lib/evidence/seal/record-schema.ts'
import { findByName } from '../support/accessible.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { flagItem } from '../support/drive-docket.ts'
import { findChromium } from '../support/find-browser.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleListings } from '../support/sample-site/catalogue.ts'
import {
  assetSheets,
  assetUrls,
  livedInItemPage,
  sampleFrame,
  samplePerson,
} from '../support/sample-site/lived-in-item-page.ts'
import { removedPage } from '../support/sample-site/page-states.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'
import { snapshotFlaws, textOfSnapshot } from '../support/snapshot-flaws.ts'

const [livedIn, plain, removed] = sampleListings()
if (!livedIn || !plain || !removed) throw new Error('The sample site has too few listings.')

type Stored = { base64: string }
type Place = { x: number; y: number; width: number; height: number }

/** Where facts and everything that is hard to copy stand, and how it looks. */
const lookAt = (page: Page) =>
  page.evaluate(() => {
    const style = (selector: string, part: string | null = null) => {
      const element = document.querySelector(selector)
      return element ? getComputedStyle(element, part) : null
    }
    const boxOf = (selector: string): Place | null => {
      const box = document.querySelector(selector)?.getBoundingClientRect()
      return box ? { x: box.x, y: box.y + scrollY, width: box.width, height: box.height } : null
    }
    const tree = document.querySelector('#open-host')?.shadowRoot
    return {
      title: document.querySelector('h1[data-pl="product-title"]')?.textContent,
      price: document.querySelector('[class*="price-default--current"]')?.textContent,
      boxes: Object.fromEntries(
        [
          '.magnifier--image--RM1',
          '.slider--img--kQ2 img',
          '[class*="price-default--current"]',
          'h1[data-pl]',
          '.store-detail--wrap--Ih1',
        ].map((selector) => [selector, boxOf(selector)]),
      ),
      farBefore: [style('.far_text', '::before')?.content, style('.far_text', '::before')?.color],
      farBorder: style('.far_text')?.borderLeftColor,
      farPicture: style('.far_box')?.backgroundImage.startsWith('url('),
      inserted: style('.inserted')?.backgroundColor,
      constructed: [style('.constructed')?.color, style('.constructed')?.fontWeight],
      dot: style('use.dot')?.fill,
      tree: [tree?.querySelector('p')?.textContent, tree?.querySelector('img')?.naturalWidth],
      pictures: ['.magnifier--image--RM1', '#responsive', '#lazy'].map((selector) => {
        const picture = document.querySelector<HTMLImageElement>(selector)
        return picture?.complete && picture.naturalWidth > 0
      }),
      fields: [
        document.querySelector<HTMLInputElement>('#quantity')?.value,
        document.querySelector<HTMLTextAreaElement>('#note')?.value,
        document.querySelector<HTMLSelectElement>('#colour')?.value,
        document.querySelector<HTMLInputElement>('#agree')?.checked,
      ],
    }
  })

describe('evidence of an item page', () => {
  let server: SampleServer
  let browser: Chromium
  let folder = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'docket-evidence-'))
    server = await startSampleServer()
    for (const [url, body] of Object.entries(assetSheets)) {
      server.setAnswer(url, { headers: { 'content-type': 'text/css' }, body })
    }
    server.setPage('https://www.aliexpress.com/sample-frame.html', sampleFrame)
    server.setPage(sampleUrls.item(livedIn.comId), livedInItemPage(livedIn))
    server.setPage(sampleUrls.item(removed.comId), removedPage(removed))
    browser = await openChromium({ port: server.port, grantAllUrls: true, grantPageCapture: true })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** Waits until everything of this listing is gathered and sealed. */
  async function evidenceOf(comId: string): Promise<CaptureJob> {
    const deadline = Date.now() + 40_000
    while (true) {
      const jobs = await browser.readRows<CaptureJob>('captureJobs')
      const job = jobs.find((candidate) => candidate.comId === comId)
      if (job?.gathering === 'ended' && job.seal.state === 'sealed') return job
      if (Date.now() > deadline) throw new Error(`Not gathered: ${JSON.stringify(job)?.slice(0, 3000)}`)
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
  }

  async function fileOf(job: CaptureJob, part: PartKind): Promise<string> {
    const sha256 = job.parts[part]?.artefacts[0]?.sha256
    const blobs = await browser.readRows<{ sha256: string; bytes: Stored }>('blobs')
    const blob = blobs.find((candidate) => candidate.sha256 === sha256)
    if (!blob) throw new Error(`No ${part}: ${JSON.stringify(job.parts[part])}`)
    return Buffer.from(blob.bytes.base64, 'base64').toString()
  }

  async function recordOf(job: CaptureJob): Promise<EvidenceRecord> {
    const records = await browser.readRows<{ recordId: string; bytes: Stored }>('records')
    const record = records.find(({ recordId }) => recordId === job.seal.recordId)
    const bytes = Buffer.from(record?.bytes.base64 ?? '', 'base64')
    // What is sealed must be understood when it comes back from a copy.
    expect(parseRecord(bytes)).toMatchObject({ ok: true })
    return JSON.parse(bytes.toString())
  }

  describe('on which somebody is signed in', () => {
    let job: CaptureJob
    let html = ''
    let original: Awaited<ReturnType<typeof lookAt>>

    test('state and snapshot are kept, without what is about the person', async () => {
      const page = await browser.openPage(sampleUrls.item(livedIn.comId))
      await page.locator('h1[data-pl]').waitFor()
      await page.waitForFunction(() => document.querySelector<HTMLImageElement>('#blob')?.complete)
      // The picture below the fold is loaded when it is scrolled to.
      await page.locator('#lazy').scrollIntoViewIfNeeded()
      await page.waitForFunction(() => document.querySelector<HTMLImageElement>('#lazy')?.naturalWidth)
      await page.evaluate(() => scrollTo(0, 0))
      original = await lookAt(page)
      server.requests.length = 0
      await flagItem(page)
      job = await evidenceOf(livedIn.comId)
      expect(job.parts['page-state']).toMatchObject({ state: 'done', problems: [] })
      expect(job.parts['page-snapshot']).toMatchObject({ state: 'done' })
      html = await fileOf(job, 'page-snapshot')
      const state = await fileOf(job, 'page-state')
      for (const secret of Object.values(samplePerson).filter(
        (text) => text !== samplePerson.cart && text !== samplePerson.visit,
      )) {
        expect(html, secret).not.toContain(secret)
        expect(state, secret).not.toContain(secret)
      }
      expect(textOfSnapshot(html)).not.toMatch(/\b37\b/)
      expect(JSON.parse(state)).toMatchObject({
        isSignedIn: true,
        sources: expect.arrayContaining([expect.objectContaining({ name: 'data call' })]),
      })
      expect(state).toContain(livedIn.seller.sellerId)
      expect(job.parts['page-snapshot']?.artefacts[0]?.redacted).toEqual([
        'content of the cart',
        'hidden and personal form fields',
        'name, picture and messages of the account',
        'names, addresses and numbers that identify the person',
        'tokens and cookies',
        'town and street of delivery',
      ])
    })

    test('an MHTML file is not kept, with the reason', () => {
      expect(job.parts.mhtml).toMatchObject({ state: 'not-wanted', failure: { code: 'signed-in' } })
    })

    test('the snapshot does nothing, and nothing of Docket is in it', () => {
      expect(snapshotFlaws(html)).toEqual([])
      expect(html).not.toMatch(/Flagged|Look later|data-do|--veil/)
      expect(html).not.toContain('only without script')
    })

    test('only what it shows was fetched for it, from the asset hosts and without cookies', () => {
      // Chromium itself asks Google who is signed in to the browser, by POST.
      const own = server.requests.filter(
        ({ destination, method }) => destination === 'empty' && method === 'GET',
      )
      const elsewhere = own.filter(({ host }) => !/\.(alicdn|aliexpress-media)\.com$/.test(host))
      expect(elsewhere).toEqual([])
      const urls = own.map(({ host, path }) => `https://${host}${path}`)
      expect(urls).toEqual(expect.arrayContaining([assetUrls.sheet, assetUrls.imported, assetUrls.sprite]))
      expect(urls).not.toContain(assetUrls.unused)
      expect(urls.filter((url) => url.includes('Savatar'))).toEqual([])
      // A picture may be part of the page and of the gallery, which is fetched for itself; nothing else is asked twice.
      const again = urls.filter((url, at) => urls.indexOf(url) !== at)
      expect(again.filter((url) => !url.includes('/kf/'))).toEqual([])
      expect(new Set(again).size).toBe(again.length)
    })

    test('what is missing is named; a mark of another company, which is never asked for, leaves nothing incomplete', () => {
      const part = job.parts['page-snapshot']
      expect(part?.artefacts[0]?.cut).toContain('an embedded page')
      expect(part?.artefacts[0]?.cut).toContain('1 file from tracker.example')
      expect(part?.problems).toEqual([])
      expect(completenessOf(job).state).toBe('complete')
    })

    describe('opened elsewhere, without a network', () => {
      let elsewhere: Browser
      let copy: Page
      const requests: string[] = []

      beforeAll(async () => {
        elsewhere = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox'] })
        const context = await elsewhere.newContext({ offline: true, viewport: { width: 1366, height: 768 } })
        const file = join(folder, 'page-snapshot.html')
        await writeFile(file, html)
        copy = await context.newPage()
        copy.on('request', (request) => requests.push(request.url()))
        await copy.goto(pathToFileURL(file).href)
      })
      afterAll(() => elsewhere?.close())

      test('it looks like the page did', async () => {
        const seen = await lookAt(copy)
        const { boxes, ...looks } = original
        expect(seen).toMatchObject(looks)
        expect(looks.pictures).toEqual([true, true, true])
        for (const [selector, box] of Object.entries(boxes)) {
          const other = seen.boxes[selector]
          expect(other, selector).not.toBeNull()
          // The header is of another height without the person's name in it; a scroll bar takes its width.
          expect(Math.abs((other?.width ?? 0) - (box?.width ?? 0)), selector).toBeLessThan(20)
          expect(Math.abs((other?.y ?? 0) - (box?.y ?? 0)), selector).toBeLessThan(12)
        }
        expect(
          await copy
            .locator('#closed-host')
            .evaluate((host) => host.shadowRoot?.querySelector('p')?.textContent),
        ).toBe('inside a closed tree of the page')
        expect(await copy.locator('#near').evaluate((frame) => frame.shadowRoot?.textContent)).toContain(
          'the same origin',
        )
      })

      test('it asks nobody for anything, and its links lead nowhere', async () => {
        const link = await copy.locator('#tracked').boundingBox()
        await copy.mouse.click((link?.x ?? 0) + 5, (link?.y ?? 0) + 5)
        await copy.getByRole('button', { name: 'Send' }).click()
        expect(await copy.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined()
        expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([copy.url()])
      })
    })

    test('the sealed record names what was taken out, and holds both witnesses', async () => {
      const record = await recordOf(job)
      expect(record.artefacts.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['viewport-screenshot', 'page-state', 'page-snapshot']),
      )
      expect(record.observations.shown?.title).toMatchObject({ value: livedIn.title, source: 'title' })
      expect(record.observations.shown?.sellerId).toMatchObject({ value: livedIn.seller.sellerId })
      expect(record.observations.stated?.price).toMatchObject({ source: 'JSON-LD.offers.price' })
      expect(record.observations.pageData?.sellerId).toMatchObject({ value: livedIn.seller.sellerId })
      expect(record.disagreements).toEqual([])
      expect(JSON.stringify(record)).not.toContain(samplePerson.mail)
    })
  })

  test('a page on which nobody is signed in is kept as MHTML too, without Docket’s controls', async () => {
    await browser.context.clearCookies()
    const page = await browser.openPage(sampleUrls.item(plain.comId))
    await flagItem(page)
    const job = await evidenceOf(plain.comId)
    expect(job.parts.mhtml).toMatchObject({ state: 'done', tries: 1 })
    const mhtml = (await fileOf(job, 'mhtml')).replace(/=\r?\n/g, '')
    expect(mhtml).toContain(plain.title)
    expect(mhtml).not.toMatch(/Flagged as|data-do=|Look later/)
    // They are back on the page.
    await findByName(page, { role: 'button', name: /^Trademark: flagged as trademark/ })
    const [capture] = (await browser.readRows<Capture>('captures')).filter(
      ({ comId }) => comId === plain.comId,
    )
    expect(capture?.witnesses).toMatchObject({ shown: { title: { value: plain.title } } })
  })

  test('of a removed item state and snapshot are kept', async () => {
    const page = await browser.openPage(sampleUrls.item(removed.comId))
    const flag = { role: 'button', name: /^Flag as trademark infringement/ }
    await page.mouse.move(300, 300)
    await page.mouse.move(310, 306)
    await findByName(page, flag, 10_000)
    await page.waitForTimeout(400)
    await page.keyboard.press('f')
    const job = await evidenceOf(removed.comId)
    const html = await fileOf(job, 'page-snapshot')
    expect(textOfSnapshot(html)).toContain('the page you requested can not be found')
    expect(snapshotFlaws(html)).toEqual([])
    expect(await fileOf(job, 'page-state')).toContain(removed.title)
    expect((await recordOf(job)).observations).toMatchObject({ shown: null, stated: null })
  })
})
