import { execFile, execFileSync } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LedgerRow } from '../../lib/evidence/ledger/ledger.ts'
import type { TimeStamp } from '../../lib/evidence/time-stamp/time-stamp.ts'
import { buildVerifierPage } from '../../scripts/build-verifier-page.ts'
import { axeFindings } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { repositoryRoot } from '../support/built-extension.ts'
import { flagCard } from '../support/drive-docket.ts'
import { unpacked } from '../support/evidence-pack.ts'
import { findFirefox } from '../support/find-browser.ts'
import { type Firefox, openFirefox } from '../support/firefox.ts'
import { makeTsa, type OpensslTsa, opensslMissing, tsaNames } from '../support/openssl-tsa.ts'
import { waitForPack } from '../support/read-pack.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'
import { filesInFolder, openSettings, waitForCopies } from '../support/second-copies.ts'

const tsaUrl = 'https://tsa.invented.example/tsr'
const tsaPattern = 'https://tsa.invented.example/*'

type StoredStamp = Omit<TimeStamp, 'token'>

describe.skipIf(opensslMissing)('time stamps', () => {
  let tsa: OpensslTsa
  let server: SampleServer
  let browser: Chromium
  let settings: Page
  let folder: string
  /** What the authority was sent, in order. */
  const queries: Uint8Array[] = []
  let isUp = true

  beforeAll(async () => {
    tsa = await makeTsa()
    folder = await mkdtemp(join(tmpdir(), 'docket-time-stamps-'))
    server = await startSampleServer()
    server.setService(tsaUrl, async (query) => {
      queries.push(query)
      return isUp
        ? { status: 200, type: 'application/timestamp-reply', body: await tsa.answer(query) }
        : { status: 200, type: 'text/html', body: Buffer.from('<html>out of order</html>') }
    })
    browser = await openChromium({ port: server.port, saysYes: true })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await tsa?.close()
    if (folder) await rm(folder, { recursive: true, force: true })
  })

  const status = (text: string | RegExp) => settings.getByRole('status').filter({ hasText: text }).waitFor()
  const click = (name: string) => settings.getByRole('button', { name, exact: true }).click()
  const stamps = () => browser.readRows<StoredStamp>('timeStamps')
  const ledger = () => browser.readRows<LedgerRow>('ledger')
  const origins = () =>
    settings.evaluate(async () =>
      (await chrome.permissions.getAll()).origins?.filter((one) => !/ali/.test(one)),
    )

  test('are off, and the settings are found from the welcome page', async () => {
    settings = await browser.openExtensionPage('dashboard.html#/welcome')
    await settings.getByRole('link', { name: 'settings', exact: true }).click()
    await settings.getByRole('heading', { name: 'Time stamps' }).waitFor()
    await status('Off: times are by this computer’s clock.')
    expect(await axeFindings(settings)).toEqual([])
  })

  test('are turned on for one https address, with the browser’s permission for that host alone', async () => {
    const address = settings.getByLabel('Address of the authority')
    await address.fill('http://tsa.invented.example/tsr')
    await click('Turn on')
    await status('Only addresses that begin with https:// are asked.')
    expect(await origins()).toEqual([])
    await address.fill(tsaUrl)
    await address.press('Enter')
    await status('On: tsa.invented.example is asked. “Stamp now” tries it.')
    expect(await origins()).toEqual([tsaPattern])
    await expect
      .poll(async () => (await ledger()).at(-1), { timeout: 10_000 })
      .toMatchObject({ action: 'permission-changed', subject: `given: ${tsaPattern}` })
    expect(await axeFindings(settings)).toEqual([])
    expect(queries).toHaveLength(0)
  })

  test('come by themselves once a day, from the background', async () => {
    const worker = await browser.serviceWorker()
    await worker.evaluate(() => {
      const { onAlarm } = chrome.alarms as unknown as { onAlarm: { dispatch(alarm: object): void } }
      onAlarm.dispatch({ name: 'settle-interrupted' })
    })
    await expect.poll(stamps, { timeout: 20_000 }).toHaveLength(1)
    const [stamp] = await stamps()
    const rows = await ledger()
    expect(stamp).toMatchObject({ ledgerSeq: 1, entrySeq: 2, facts: tsaNames, url: tsaUrl })
    expect(rows.at(-1)).toMatchObject({
      action: 'time-stamped',
      subject: stamp?.stampId,
      payloadHash: stamp?.sha256,
    })
    expect(queries).toHaveLength(1)
  })

  test('are made at once on wish, and told with what nobody checked', async () => {
    const results = await browser.openPage(sampleUrls.results)
    await flagCard(results, 0)
    await expect
      .poll(async () => (await ledger()).some(({ action }) => action === 'capture-sealed'), {
        timeout: 20_000,
      })
      .toBe(true)
    await settings.bringToFront()
    await click('Stamp now')
    await status('Stamped: everything up to row')
    await settings.getByText(tsaNames.authority).waitFor()
    await settings.getByText(tsaNames.issuer).waitFor()
    await settings.getByText('Not checked against a trust list').waitFor()
    const sealed = (await ledger()).find(({ action }) => action === 'capture-sealed')
    const newest = Math.max(...(await stamps()).map(({ ledgerSeq }) => ledgerSeq))
    expect(newest).toBeGreaterThanOrEqual(sealed?.seq ?? Number.POSITIVE_INFINITY)
    expect(await axeFindings(settings)).toEqual([])
  })

  async function exported(): Promise<{ file: string; page: Page; files: Map<string, Uint8Array> }> {
    const known = await readdir(browser.downloadsDir, { recursive: true })
    const page = await browser.openExtensionPage('dashboard.html#/export?type=trademark&pack=evidence')
    await page.getByRole('heading', { name: 'Evidence of 1 listing exported' }).waitFor()
    const file = await waitForPack(browser.downloadsDir, known)
    return { file, page, files: await unpacked(new Blob([new Uint8Array(await readFile(file))])) }
  }

  const verified = (file: string) =>
    new Promise<string>((resolve) => {
      execFile(process.execPath, ['scripts/verify.ts', file], { cwd: repositoryRoot }, (_, stdout) =>
        resolve(stdout),
      )
    })

  test('go into an evidence pack, where openssl accepts them by the commands of its README', async () => {
    const { file, page, files } = await exported()
    await page.getByText(/^Time-stamped at 20.+ by CN=Invented Time Stamps/).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.close()

    const manifest = JSON.parse(new TextDecoder().decode(files.get('pack.json')))
    const newest = manifest.timeStamps.at(-1)
    expect(newest).toMatchObject({ ledgerSeq: manifest.ledger.headSeq, ...tsaNames })
    for (const [path, bytes] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), bytes)
    }
    await copyFile(tsa.rootFile, join(folder, 'tsa-root.pem'))
    const commands = (await readFile(join(folder, 'README.txt'), 'utf8'))
      .split('\n')
      .filter((line) => line.startsWith('openssl ts -verify '))
    expect(commands).toHaveLength(manifest.timeStamps.length)
    for (const command of commands) {
      const printed = execFileSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
      expect(printed).toBe('Verification: OK\n')
    }
    const printed = await verified(file)
    expect(printed).toMatch(/\nOK\n$/)
    expect(printed).toContain(
      `by ${tsaNames.authority}; issuer ${tsaNames.issuer}; not checked against a trust list.`,
    )
  })

  test('are checked offline by the verify.html in the pack', async () => {
    const verifier = await browser.context.newPage()
    const complaints: string[] = []
    verifier.on('console', (message) => complaints.push(message.text()))
    verifier.on('pageerror', (error) => complaints.push(error.message))
    await verifier.goto(pathToFileURL(join(folder, 'verify.html')).href)
    const pack = (await readdir(browser.downloadsDir)).find((name) => name.endsWith('.zip')) ?? ''
    await verifier.getByLabel('The ZIP').setInputFiles(join(browser.downloadsDir, pack))
    await expect
      .poll(() => verifier.getByRole('status').textContent())
      .toBe('Everything is as it was signed.')
    await verifier.getByText(`issuer ${tsaNames.issuer}; not checked against a trust list`).first().waitFor()
    expect(complaints).toEqual([])

    // The smaller page of packs without time stamps does not pass what it cannot check.
    const smaller = join(folder, 'smaller.html')
    await writeFile(smaller, await buildVerifierPage({ timeStamps: false }))
    await verifier.goto(pathToFileURL(smaller).href)
    await verifier.getByLabel('The ZIP').setInputFiles(join(browser.downloadsDir, pack))
    await expect
      .poll(() => verifier.getByRole('status').textContent())
      .toMatch(/^Flaw in time-stamps\/\d+\.tst: This page cannot check time stamps/)
    await verifier.close()
  })

  test('send the authority a hash and nothing else', () => {
    expect(queries.length).toBeGreaterThan(2)
    for (const query of queries) expect(query.length).toBeLessThan(80)
    const asked = server.requests.filter(({ host }) => host === 'tsa.invented.example')
    expect(asked).toHaveLength(queries.length)
    expect(new Set(asked.map(({ method, path }) => `${method} ${path}`))).toEqual(new Set(['POST /tsr']))
  })

  test('that cannot be had keep no pack back: it says by whose clock its times are', async () => {
    isUp = false
    const { file, page, files } = await exported()
    await page.getByRole('heading', { name: 'This export has no time stamp' }).waitFor()
    await page.getByText('This is no time stamp that Docket can read').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.close()
    const readme = new TextDecoder().decode(files.get('README.txt'))
    expect(readme).toContain('A time stamp of this export was asked for and not obtained')
    expect(readme).toMatch(/and every other time in this pack, is time by this computer's clock/)
    expect(await verified(file)).toMatch(/\nOK\n$/)
    await settings.bringToFront()
    await click('Stamp now')
    await status('This is no time stamp that Docket can read')
    expect(await axeFindings(settings)).toEqual([])
  })

  test('come back from the copies into an empty profile, verified, and are told with their records', async () => {
    const page = await openSettings(browser)
    await page.getByRole('button', { name: 'Choose a folder…' }).click()
    await page.getByText('Copies go to the folder “Evidence copies”.').waitFor()
    await waitForCopies(browser, 1)
    const made = await stamps()
    expect(made.length).toBeGreaterThan(1)
    const stampFiles = async () =>
      (await filesInFolder(browser)).filter(({ name }) => name.includes('time-stamp')).length
    await expect.poll(stampFiles, { timeout: 30_000, interval: 500 }).toBe(made.length)
    await page.close()
    const copies = join(folder, 'copies')
    await mkdir(copies)
    for (const { name, bytes } of await filesInFolder(browser)) await writeFile(join(copies, name), bytes)
    const fresh = await openChromium({ port: server.port })
    try {
      const restore = await fresh.openExtensionPage('dashboard.html#/restore')
      await restore.getByLabel('Folder with copies').setInputFiles(copies)
      await restore.getByRole('button', { name: 'Bring it back' }).click({ timeout: 60_000 })
      await restore
        .getByRole('heading', { name: 'The evidence is complete again' })
        .waitFor({ timeout: 60_000 })
      expect(await fresh.readRows('timeStamps')).toEqual(await browser.readRows('timeStamps'))
      const [capture] = await fresh.readRows<{ captureId: string }>('captures')
      const record = await fresh.openExtensionPage(
        `dashboard.html#/evidence/${capture?.captureId}?part=record`,
      )
      await record.getByText(`by ${tsaNames.authority}, of the ledger up to row`).waitFor()
      await record.getByRole('button', { name: 'Verify now' }).click()
      await record.getByRole('heading', { name: 'Everything is as it was sealed' }).waitFor()
      await record.getByText(/^Time stamp of row \d+/).waitFor()
    } finally {
      await fresh.close()
    }
  })

  test('are turned off again, and the permission is given back', async () => {
    const before = queries.length
    await click('Turn off')
    await status('Off. Time stamps that were made are kept.')
    expect(await origins()).toEqual([])
    await settings.reload()
    await status('Off: times are by this computer’s clock.')
    expect(await settings.getByLabel('Address of the authority').inputValue()).toBe(tsaUrl)
    const { page } = await exported()
    await page.getByText('Time-stamped at').waitFor()
    await page.close()
    expect(queries).toHaveLength(before)
  })
})

describe.skipIf(opensslMissing || findFirefox() === null)('in Firefox', () => {
  let tsa: OpensslTsa
  let server: SampleServer
  let firefox: Firefox

  beforeAll(async () => {
    tsa = await makeTsa({ key: 'P-384', digest: 'sha384' })
    server = await startSampleServer()
    server.setService(tsaUrl, async (query) => ({
      status: 200,
      type: 'application/timestamp-reply',
      body: await tsa.answer(query),
    }))
    firefox = await openFirefox({ port: server.port })
  }, 180_000)
  afterAll(async () => {
    await firefox?.close()
    await server?.close()
    await tsa?.close()
  })

  test('an authority is set and stamps the ledger', async () => {
    const settings = await firefox.openExtensionPage(
      'dashboard.html#/settings',
      'input[inputmode=url]:not(:disabled)',
    )
    await settings.type('input[inputmode=url]', tsaUrl)
    await settings.click('button[type=submit]')
    // Giving the permission is the ledger's first row.
    await expect.poll(() => firefox.readRows('ledger'), { timeout: 15_000 }).toHaveLength(1)
    await settings.bringToFront()
    await settings.locator('::-p-aria(Stamp now)').click()
    await expect.poll(() => firefox.readRows('timeStamps'), { timeout: 15_000 }).toHaveLength(1)
    // The row is stored before the page hears of it.
    await expect
      .poll(() => settings.evaluate(() => document.body.textContent), { timeout: 15_000 })
      .toContain(tsaNames.authority)
  })
})
