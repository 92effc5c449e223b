import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { builtExtension } from './built-extension.ts'
import { findFirefox } from './find-browser.ts'

export interface Firefox {
  browser: Browser
  /** First part of the addresses of the extension's pages: moz-extension://<uuid>. */
  origin: string
  openPage: (url: string) => Promise<Page>
  /** A page of the extension, e.g. "popup.html", ready when `selector` is there. */
  openExtensionPage: (path: string, selector: string) => Promise<Page>
  /** All rows of a table of the extension's database. */
  readRows: <Row = Record<string, unknown>>(table: string) => Promise<Row[]>
  /** Where it saves what it downloads; removed at the end. */
  downloadsDir: string
  /** The bytes that are stored under this hash, as text. */
  readText: (sha256: string) => Promise<string>
  /** Clicks the toolbar button for real: grants activeTab for the tab in front. */
  clickToolbar: () => Promise<void>
  /** Stops the background at once, as the browser may at any moment. */
  killBackground: () => Promise<void>
  close: () => Promise<void>
}

/** Leads every host to the sample server, so that nothing leaves the machine. */
async function startTunnel(targetPort: number): Promise<{ server: Server; port: number }> {
  const server = createServer((_, response) => response.writeHead(502).end())
  server.on('connect', (_request, client: Socket, head: Buffer) => {
    const upstream = connect(targetPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      upstream.write(head)
      upstream.pipe(client)
      client.pipe(upstream)
    })
    const end = () => {
      upstream.destroy()
      client.destroy()
    }
    upstream.on('error', end)
    client.on('error', end)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, port: (server.address() as AddressInfo).port }
}

/** The parts of WebDriver BiDi that puppeteer's types do not show. */
interface BidiConnection {
  send: (method: string, parameters: Record<string, unknown>) => Promise<{ result: Record<string, unknown> }>
}
const connectionOf = (browser: Browser) => (browser as unknown as { connection: BidiConnection }).connection
const contextIdOf = (page: Page) => (page.mainFrame() as unknown as { _id: string })._id

async function inBrowserWindow(browser: Browser, script: string): Promise<void> {
  const connection = connectionOf(browser)
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })
  const contexts = tree.result.contexts as Array<{ context: string; url: string }>
  const window = contexts.find(({ url }) => url.includes('browser.xhtml'))
  if (!window) throw new Error('Firefox shows no browser window.')
  const answer = await connection.send('script.evaluate', {
    expression: script,
    target: { context: window.context },
    awaitPromise: true,
  })
  if (answer.result.type === 'exception')
    throw new Error(`In the browser window: ${JSON.stringify(answer.result)}`)
}

/**
 * Starts Firefox with the extension, temporary and unsigned, on the sample site.
 * @throws Error with one sentence where no Firefox is installed; ask `findFirefox` first.
 */
export async function openFirefox(options: { port: number; extensionDir?: string }): Promise<Firefox> {
  const executablePath = findFirefox()
  if (!executablePath) throw new Error('No Firefox was found: install it, or set FIREFOX_PATH to one.')
  const extensionDir = options.extensionDir ?? (await builtExtension('firefox'))
  const manifest = JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } }
  }
  const geckoId = manifest.browser_specific_settings.gecko.id
  const uuid = randomUUID()
  const tunnel = await startTunnel(options.port)
  const downloadsDir = await mkdtemp(join(tmpdir(), 'docket-downloads-'))
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    acceptInsecureCerts: true,
    args: ['--remote-allow-system-access'],
    defaultViewport: { width: 1366, height: 768 },
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': tunnel.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': tunnel.port,
      'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: uuid }),
      'extensions.webextOptionalPermissionPrompts': false,
      // 2: into a folder of its own.
      'browser.download.folderList': 2,
      'browser.download.dir': downloadsDir,
    },
  })
  const close = async () => {
    await browser.close()
    tunnel.server.closeAllConnections()
    tunnel.server.close()
    await rm(downloadsDir, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    await browser.installExtension(extensionDir)
  } catch (error) {
    await close()
    throw error
  }
  const origin = `moz-extension://${uuid}`
  let quietPage: Page | null = null
  const openExtensionPage = async (path: string, selector: string) => {
    const page = await browser.newPage()
    // page.goto never resolves for such an address.
    await connectionOf(browser).send('browsingContext.navigate', {
      context: contextIdOf(page),
      url: `${origin}/${path}`,
      wait: 'none',
    })
    await page.waitForSelector(selector, { timeout: 15_000 })
    return page
  }
  return {
    browser,
    origin,
    downloadsDir,
    openExtensionPage,
    openPage: async (url) => {
      const page = await browser.newPage()
      await page.goto(url, { waitUntil: 'load' })
      return page
    },
    readRows: async (table) => {
      // One page for all looks, behind the others: it does not take the front from the page that is photographed.
      quietPage ??= await openExtensionPage('popup.html', 'body')
      return quietPage.evaluate(async (name) => {
        const settled = <T>(request: IDBRequest<T>): Promise<T> =>
          new Promise((resolve, reject) => {
            request.onsuccess = () => resolve(request.result)
            request.onerror = () => reject(request.error)
          })
        const known = await indexedDB.databases()
        if (!known.some((database) => database.name === 'docket')) return []
        const database = await settled(indexedDB.open('docket'))
        const rows = await settled(database.transaction(name).objectStore(name).getAll())
        database.close()
        return JSON.parse(
          // Bytes as base64, as in browser.ts.
          JSON.stringify(rows, (_, value) =>
            value instanceof Uint8Array ? { base64: value.toBase64() } : value,
          ),
        )
      }, table)
    },
    readText: async (sha256) => {
      quietPage ??= await openExtensionPage('popup.html', 'body')
      return quietPage.evaluate(async (key) => {
        const settled = <T>(request: IDBRequest<T>): Promise<T> =>
          new Promise((resolve, reject) => {
            request.onsuccess = () => resolve(request.result)
            request.onerror = () => reject(request.error)
          })
        const database = await settled(indexedDB.open('docket'))
        const row = await settled(database.transaction('blobs').objectStore('blobs').get(key))
        database.close()
        return new TextDecoder().decode(row?.bytes)
      }, sha256)
    },
    clickToolbar: () =>
      inBrowserWindow(
        browser,
        `(async () => {
          const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
          const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(geckoId)})
          await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window)
        })()`,
      ),
    killBackground: () =>
      inBrowserWindow(
        browser,
        `WebExtensionPolicy.getByID(${JSON.stringify(geckoId)}).extension.terminateBackground()`,
      ),
    close,
  }
}
