import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaptureJob } from '../../lib/evidence/capture.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { flagItem } from '../support/drive-docket.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleListings } from '../support/sample-site/catalogue.ts'
import { assetSheets, livedInItemPage, sampleFrame } from '../support/sample-site/lived-in-item-page.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

describe('page evidence', () => {
  let server: SampleServer
  let browser: Chromium
  const [listing] = sampleListings()
  if (!listing) throw new Error('no listing')
  const url = sampleUrls.item(listing.comId)

  beforeAll(async () => {
    server = await startSampleServer()
    for (const [address, css] of Object.entries(assetSheets))
      server.setAnswer(address, { headers: { 'content-type': 'text/css' }, body: css })
    server.setPage('https://www.aliexpress.com/sample-frame.html', sampleFrame)
    server.setPage(url, livedInItemPage(listing))
    browser = await openChromium({ port: server.port, grantAllUrls: true })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })
  test('look', async () => {
    const page = await browser.openPage(url)
    page.on('console', (m) => console.log('page:', m.text()))
    await page.waitForTimeout(1500)
    await page.screenshot({ path: '/tmp/orig.png', fullPage: true })
    await flagItem(page)
    const deadline = Date.now() + 30000
    let job: CaptureJob | undefined
    while (Date.now() < deadline) {
      await new Promise((r) => setTimeout(r, 1000))
      ;[job] = await browser.readRows<CaptureJob>('captureJobs')
      if (job?.gathering === 'ended' && job.seal.state === 'sealed') break
    }
    console.log(JSON.stringify(job, null, 1))
    const blobs = await browser.readRows<{ sha256: string; bytes: { base64: string } }>('blobs')
    for (const [, part] of Object.entries(job?.parts ?? {}))
      for (const a of part.artefacts) {
        const b = blobs.find((x) => x.sha256 === a.sha256)
        await writeFile(join('/tmp', a.name), Buffer.from(b?.bytes.base64 ?? '', 'base64'))
      }
    console.log(await browser.readRows('incidents'))
    expect(1).toBe(1)
  })
})
