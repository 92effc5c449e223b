/** `npm start`: the main job once, from a results page to a verified complaint pack, on the bundled sample pages. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import type { Page } from 'playwright-core'
import type { CaptureJob } from '../lib/evidence/capture.ts'
import { type Chromium, openChromium } from '../tests/support/browser.ts'
import { builtExtension, repositoryRoot } from '../tests/support/built-extension.ts'
import {
  exportGroup,
  flagCard,
  flagItem,
  openPopup,
  waitForScreenshots,
} from '../tests/support/drive-docket.ts'
import { chromiumMissing, findChromium } from '../tests/support/find-browser.ts'
import { waitForParts } from '../tests/support/full-page.ts'
import { readPack } from '../tests/support/read-pack.ts'
import { type SampleServer, startSampleServer, strangeRequests } from '../tests/support/sample-server.ts'
import { sampleListings } from '../tests/support/sample-site/catalogue.ts'
import { sampleUrls } from '../tests/support/sample-site/sample-site.ts'

const hasDisplay =
  !process.env.CI &&
  (process.platform === 'win32' ||
    process.platform === 'darwin' ||
    Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY))

const startedMs = Date.now()
const outDir = join(
  repositoryRoot,
  'out',
  `start-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}`,
)
const shown = (path: string) => relative(repositoryRoot, path) || '.'
let step = 0
const say = (text: string) => {
  step++
  console.log(`${String(step).padStart(2)}. ${text}`)
}
/** Where somebody watches, each step stays on the screen for a moment. */
const pause = (page: Page) => page.waitForTimeout(hasDisplay ? 1500 : 200)

async function writeScreenshots(browser: Chromium): Promise<number> {
  const jobs = await browser.readRows<CaptureJob>('captureJobs')
  const blobs = await browser.readRows<{ sha256: string; bytes: { base64: string } }>('blobs')
  const taken = jobs.flatMap(({ screenshot }) =>
    screenshot.state === 'saved' ? [screenshot.artefact.sha256] : [],
  )
  const different = [...new Set(taken)]
  for (const [index, sha256] of different.entries()) {
    const blob = blobs.find((row) => row.sha256 === sha256)
    if (!blob) throw new Error(`The screenshot ${sha256} is recorded but its bytes are not stored.`)
    await writeFile(join(outDir, `screenshot-${index + 1}.png`), Buffer.from(blob.bytes.base64, 'base64'))
  }
  return different.length
}

async function browseAndFlag(browser: Chromium): Promise<void> {
  const results = await browser.openPage(sampleUrls.results)
  say(`Opened a results page: "northpike", ${sampleListings().length} listings, as a shop shows them.`)
  for (const card of [0, 2, 5]) {
    await flagCard(results, card)
    await pause(results)
  }
  say('Clicked the flag of three cards. Each was saved with what the card and the page state.')
  await waitForScreenshots(browser, 3)
  await results.screenshot({ path: join(outDir, 'results-page.png') })

  const listing = sampleListings()[7]
  if (!listing) throw new Error('The sample catalogue is empty.')
  const item = await browser.openPage(sampleUrls.item(listing.comId))
  await flagItem(item)
  say(
    'Opened an item page, waited for its own script to show the listing, and flagged it in the bar by its title.',
  )
  await waitForScreenshots(browser, 4)
  const { parts } = await waitForParts(browser, listing.comId)
  await item.screenshot({ path: join(outDir, 'item-page.png') })
  await pause(item)
  const files = Object.values(parts).flatMap((part) => part?.artefacts ?? [])
  say(
    `Stayed on the item page until its evidence was gathered: ${files.length} files (${[...new Set(files.map(({ kind }) => kind))].join(', ')}).`,
  )
  const count = await writeScreenshots(browser)
  say(
    `Four flags are stored, each with a screenshot that shows the page without Docket's controls (${count} pictures).`,
  )
}

async function exportPack(browser: Chromium): Promise<string> {
  const popup = await openPopup(browser)
  await pause(popup)
  await popup.screenshot({ path: join(outDir, 'popup.png') })
  say('Opened the popup: the four listings wait in the group Trademark.')
  const { file, page } = await exportGroup(browser, popup, 'Trademark')
  await page.screenshot({ path: join(outDir, 'export.png') })
  await pause(page)
  return file
}

async function checkPack(file: string): Promise<void> {
  const pack = await readPack(await readFile(file))
  if (pack.differences.length > 0)
    throw new Error(`The pack does not agree with its manifest: ${pack.differences[0]}`)
  const links = new TextDecoder().decode(pack.files.get('links.txt') ?? new Uint8Array())
  if (links.trim().split(/\r?\n/).length !== 4) throw new Error('The pack does not hold the four links.')
  say(
    `Exported the group and read the pack back: ${pack.files.size} files, every SHA-256 agrees with the manifest.`,
  )
  for (const [path, bytes] of pack.files)
    console.log(`      ${path.padEnd(52)}${String(bytes.length).padStart(9)} bytes`)
}

async function mainJob(server: SampleServer): Promise<string> {
  const extensionDir = await builtExtension('chrome')
  say(`Built the extension: ${shown(extensionDir)}`)
  const browser = await openChromium({
    port: server.port,
    extensionDir,
    headless: !hasDisplay,
    grantAllUrls: true,
    downloadsDir: outDir,
  })
  try {
    const version = browser.context.browser()?.version() ?? ''
    say(
      `Started Chromium ${version} ${hasDisplay ? 'on your screen' : 'without a window'}; every address leads to the sample site on this machine.`,
    )
    await browseAndFlag(browser)
    const file = await exportPack(browser)
    await checkPack(file)
    return file
  } finally {
    await browser.close()
  }
}

async function main(): Promise<void> {
  if (!findChromium()) throw new Error(chromiumMissing())
  await mkdir(outDir, { recursive: true })
  const server = await startSampleServer()
  try {
    const file = await mainJob(server)
    const strange = strangeRequests(server.requests)
    if (strange[0])
      throw new Error(`Something asked for ${strange[0].host}${strange[0].path}, which nothing should.`)
    console.log(`
Done in ${((Date.now() - startedMs) / 1000).toFixed(0)} s. Nothing was asked of any host but the shop's and its picture host's.
  Pack:      ${shown(join(outDir, basename(file)))}
  Pictures:  ${shown(outDir)}/results-page.png, item-page.png, popup.png, export.png
  Evidence:  ${shown(outDir)}/screenshot-*.png`)
  } finally {
    await server.close()
  }
}

try {
  await main()
} catch (error) {
  const message = error instanceof Error ? error.message : String(error)
  console.error(`\nnpm start stopped: ${message.split('\n')[0]}`)
  if (process.argv.includes('--debug')) console.error(error)
  process.exitCode = 1
}
