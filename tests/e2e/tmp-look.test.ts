import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CaptureJob } from '../../lib/evidence/capture.ts'
import { openChromium } from '../support/browser.ts'
import { flagItem } from '../support/drive-docket.ts'
import { startSampleServer } from '../support/sample-server.ts'
import { sampleListings } from '../support/sample-site/catalogue.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

test('look', async () => {
  const server = await startSampleServer()
  const [listing] = sampleListings()
  const real = process.env.REAL
  const url = real ? (process.env.REALURL as string) : sampleUrls.item(listing!.comId)
  if (real) server.setPage(url, readFileSync(real, 'utf8').replace(/<script(?![^>]*(?:json))[\s\S]*?<\/script>/gi, (s) => (/DCData|runParams|_init_data_/.test(s) ? s : '')))
  const browser = await openChromium({ port: server.port, grantAllUrls: true, grantPageCapture: true })
  const page = await browser.context.newPage(); await page.setViewportSize({width:1366,height:768}); await page.goto(url, { waitUntil: 'domcontentloaded' })
  await page.waitForTimeout(real ? 45000 : 1500)
  await page.screenshot({ path: '/tmp/orig.png' })
  await flagItem(page)
  const deadline = Date.now() + 60000
  let job: CaptureJob | undefined; const seen: unknown[] = []
  const t0 = Date.now()
  while (Date.now() < deadline) {
    await new Promise((r) => setTimeout(r, 30))
    ;[job] = await browser.readRows<CaptureJob>('captureJobs'); if (job?.parts.mhtml?.failure) seen.push(job.parts.mhtml)
    if (job?.gathering === 'ended' && job.seal.state === 'sealed') break
  }
  console.log(JSON.stringify(seen)); console.log('ended after', Date.now() - t0)
  console.log(JSON.stringify(job?.parts, null, 1))
  const blobs = await browser.readRows<{ sha256: string; bytes: { base64: string } }>('blobs')
  for (const [, part] of Object.entries(job?.parts ?? {})) for (const a of part.artefacts) {
    const b = blobs.find((x) => x.sha256 === a.sha256)
    await writeFile(join('/tmp', a.name), Buffer.from(b?.bytes.base64 ?? '', 'base64'))
  }
  console.log(await browser.readRows('incidents'))
  const times = await (await browser.serviceWorker()).evaluate(async (u) => {
    const [tab] = await chrome.tabs.query({ url: u })
    const out: number[] = []
    for (const name of ['readStanding', 'copyStates', 'draftSnapshot', 'draftSnapshot', 'draftSnapshot']) {
      const [r] = await chrome.scripting.executeScript({ target: { tabId: tab!.id! }, func: (n: string) => { const t = performance.now(); const a = (globalThis as any)[Symbol.for('docket-page-copy')][n](); return [performance.now() - t, JSON.stringify(a).length] }, args: [name] })
      out.push(...(r!.result as number[]))
    }
    return out
  }, url.split('?')[0] + '*')
  console.log('TIMES', times)
  console.log('nodes', await page.evaluate(() => document.querySelectorAll('*').length))
  await browser.close()
  await server.close()
  expect(1).toBe(1)
})
