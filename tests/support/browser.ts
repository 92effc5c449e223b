import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright-core'
import { builtExtension } from './built-extension.ts'
import { chromiumMissing, findChromium } from './find-browser.ts'

export interface ChromiumOptions {
  /** Port of the sample server: every host and port of the browser leads there. null: the real network. */
  port: number | null
  /** Built extension; by default built from the sources. null: a browser without any. */
  extensionDir?: string | null
  /** Grants the optional `<all_urls>` permission before the first page, as a person does on the first-run page. */
  grantAllUrls?: boolean
  /** Says yes to every permission that Docket asks for, as a person may: headless cannot show the question. */
  saysYes?: boolean
  /** Grants the optional permission to save pages as MHTML, likewise. */
  grantPageCapture?: boolean
  /** Where downloads go, under their real names; by default a folder inside the profile. */
  downloadsDir?: string
  /** A profile to keep and use again; by default a fresh one, removed at the end. */
  profileDir?: string
  /** By default true. False shows the window. */
  headless?: boolean
  colorScheme?: 'light' | 'dark'
  /** Size of the page in CSS pixels; by default 1366 × 768. */
  viewport?: { width: number; height: number }
  /** By default the welcome page, which opens at the installation, is closed before the first test acts. */
  keepWelcomePage?: boolean
  /** More switches for the browser, e.g. `--enable-features=…`. */
  args?: string[]
}

/** A running Chromium on the sample site. */
export interface Chromium {
  context: BrowserContext
  /** Empty where no extension is loaded. */
  extensionId: string
  profileDir: string
  downloadsDir: string
  /** A new tab at this address of the sample site, ready when its `load` event was. */
  openPage: (url: string) => Promise<Page>
  /** A page of the extension in a tab, e.g. "popup.html". */
  openExtensionPage: (path: string) => Promise<Page>
  /** The background's service worker, once it runs. */
  serviceWorker: () => Promise<Worker>
  /** Clicks the toolbar button of the extension for real, with this tab in front: grants activeTab, opens the popup. */
  clickToolbar: (page: Page) => Promise<void>
  /** Presses a real shortcut of the browser, e.g. Alt+Shift+F; page.keyboard does not reach those. */
  pressCommand: (page: Page, key: string) => Promise<void>
  /** Stops the background at once, as the browser may at any moment. */
  killServiceWorker: () => Promise<void>
  /** All rows of a table of the extension's database; an empty list where the database is not there yet. */
  readRows: <Row = Record<string, unknown>>(table: string) => Promise<Row[]>
  /** Session with the browser itself, for what pages cannot do. */
  browserSession: () => Promise<CDPSession>
  close: () => Promise<void>
}

/** The id that Chromium gives an unpacked extension: the first half of its path's hash in the letters a to p. */
const extensionIdOf = (path: string): string =>
  createHash('sha256')
    .update(path)
    .digest('hex')
    .slice(0, 32)
    .replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)))

/** What the browser reads at its start: download folder, and the permission that headless cannot ask a person for. */
function preferences(
  extensionId: string,
  downloadsDir: string,
  { grantAllUrls = false, grantPageCapture = false, saysYes = grantAllUrls }: ChromiumOptions,
): unknown {
  const granted = {
    api: [
      ...['activeTab', 'alarms', 'contextMenus', 'downloads', 'scripting', 'sidePanel', 'storage'],
      'unlimitedStorage',
      ...(grantPageCapture ? ['pageCapture'] : []),
    ],
    explicit_host: saysYes ? ['<all_urls>'] : [],
    manifest_permissions: [],
    scriptable_host: [],
  }
  return {
    download: { default_directory: downloadsDir, prompt_for_download: false, directory_upgrade: true },
    ...(saysYes || grantPageCapture
      ? {
          extensions: {
            settings: {
              [extensionId]: { granted_permissions: granted, runtime_granted_permissions: granted },
            },
          },
        }
      : {}),
  }
}

const switches = (
  port: number | null,
  viewport: { width: number; height: number },
  headless: boolean,
): string[] => [
  ...(headless ? ['--headless=new', '--disable-gpu'] : []),
  ...(port === null ? [] : [`--host-resolver-rules=MAP * 127.0.0.1:${port}`, '--ignore-certificate-errors']),
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-search-engine-choice-screen',
  '--enable-unsafe-extension-debugging',
  // 87 px of the window are the browser's own.
  `--window-size=${viewport.width},${viewport.height + 87}`,
]

/**
 * Starts Chromium with the extension. On the sample site nothing leaves the machine: every name resolves to the
 * sample server.
 * @throws Error with one sentence where no Chromium is installed or the extension did not load.
 */
export async function openChromium(options: ChromiumOptions): Promise<Chromium> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error(chromiumMissing())
  const wanted = options.extensionDir === undefined ? await builtExtension('chrome') : options.extensionDir
  const extensionDir = wanted === null ? null : await realpath(wanted)
  const extensionId = extensionDir === null ? '' : extensionIdOf(extensionDir)
  const viewport = options.viewport ?? { width: 1366, height: 768 }
  const profileDir = options.profileDir ?? (await mkdtemp(join(await realpath(tmpdir()), 'docket-')))
  const downloadsDir = options.downloadsDir ?? join(profileDir, 'downloads')
  await mkdir(join(profileDir, 'Default'), { recursive: true })
  await mkdir(downloadsDir, { recursive: true })
  const isFresh = !existsSync(join(profileDir, 'Default', 'Preferences'))
  if (isFresh) {
    const stored = preferences(extensionId, downloadsDir, options)
    await writeFile(join(profileDir, 'Default', 'Preferences'), JSON.stringify(stored))
  }
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath,
    headless: false,
    viewport: null,
    // null is Playwright's word for "leave it to the browser".
    colorScheme: options.colorScheme ?? null,
    args: [
      ...switches(options.port, viewport, options.headless ?? true),
      ...(extensionDir
        ? [`--disable-extensions-except=${extensionDir}`, `--load-extension=${extensionDir}`]
        : []),
      ...(options.args ?? []),
    ],
  })
  // A page of many pictures takes long on a machine that does other things as well.
  context.setDefaultNavigationTimeout(90_000)
  const browser = context.browser()
  if (!browser) throw new Error('The browser gives no session of its own.')
  const session = await browser.newBrowserCDPSession()
  // Playwright gives downloads random names; this puts the browser's own naming back.
  await session.send('Browser.setDownloadBehavior', { behavior: 'default' })

  const serviceWorker = async (): Promise<Worker> => {
    const running = context.serviceWorkers().find((worker) => worker.url().includes(extensionId))
    return running ?? (await context.waitForEvent('serviceworker', { timeout: 10_000 }))
  }
  const openPage = async (url: string): Promise<Page> => {
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'load' })
    return page
  }
  const openExtensionPage = (path: string) => openPage(`chrome-extension://${extensionId}/${path}`)
  let quietPage: Page | null = null
  /**
   * An extension page without any script, behind the others: looking through it wakes nothing, changes nothing,
   * and does not take the front from the page that is being photographed.
   */
  const quiet = async (): Promise<Page> => {
    if (quietPage && !quietPage.isClosed()) return quietPage
    quietPage = context.pages().find((page) => page.url() === 'about:blank') ?? (await context.newPage())
    await quietPage.goto(`chrome-extension://${extensionId}/manifest.json`)
    return quietPage
  }
  const close = async () => {
    await context.close()
    if (options.profileDir === undefined)
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5 })
  }

  if (extensionDir) {
    // Chrome ignores --load-extension, and a faulty manifest fails it silently: the second way loads or says why.
    try {
      await serviceWorker().catch(() =>
        sendUntyped(session, 'Extensions.loadUnpacked', { path: extensionDir }),
      )
      if (isFresh && !options.keepWelcomePage) await closeWelcomePage(context, extensionDir)
      const page = await quiet()
      if (options.grantAllUrls) await request(page, { origins: ['<all_urls>'] })
      if (options.grantPageCapture) await request(page, { permissions: ['pageCapture'] })
    } catch (error) {
      await close()
      const reason = error instanceof Error ? error.message : String(error)
      throw new Error(`The extension in ${extensionDir} did not start: ${reason}`, { cause: error })
    }
  }

  return {
    context,
    extensionId,
    profileDir,
    downloadsDir,
    openPage,
    openExtensionPage,
    serviceWorker,
    browserSession: async () => session,
    clickToolbar: async (page) => {
      await page.bringToFront()
      const targetId = await tabTargetOf(context, session, page)
      // Newer than the protocol's types: Extensions.triggerAction presses the real button.
      await sendUntyped(session, 'Extensions.triggerAction', { id: extensionId, targetId })
    },
    pressCommand: async (page, key) => {
      await page.bringToFront()
      const pageSession = await context.newCDPSession(page)
      const code = key.toUpperCase().charCodeAt(0)
      const press = {
        modifiers: 9, // Alt and Shift
        key: key.toUpperCase(),
        code: `Key${key.toUpperCase()}`,
        windowsVirtualKeyCode: code,
        nativeVirtualKeyCode: code,
      }
      await pageSession.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...press })
      await pageSession.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press })
      await pageSession.detach()
    },
    killServiceWorker: async () => {
      const { targetInfos } = await session.send('Target.getTargets')
      const workers = targetInfos.filter(
        ({ type, url }) => type === 'service_worker' && url.includes(extensionId),
      )
      for (const { targetId } of workers) await session.send('Target.closeTarget', { targetId })
    },
    readRows: async (table) => rowsOf(await quiet(), table),
    close,
  }
}

/** Playwright's types end where the protocol's newest methods begin. */
const sendUntyped = (
  session: CDPSession,
  method: string,
  parameters: Record<string, unknown>,
): Promise<unknown> =>
  (session.send as (method: string, parameters: Record<string, unknown>) => Promise<unknown>).call(
    session,
    method,
    parameters,
  )

async function tabTargetOf(context: BrowserContext, browser: CDPSession, page: Page): Promise<string> {
  const pageSession = await context.newCDPSession(page)
  const { targetInfo } = await pageSession.send('Target.getTargetInfo')
  await pageSession.detach()
  const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type: 'tab' }] })
  const tabs = targetInfos.filter(({ type, url }) => type === 'tab' && url === targetInfo.url)
  const tab = tabs.at(-1)
  if (!tab) throw new Error(`No tab shows ${targetInfo.url}.`)
  if (tabs.length > 1)
    throw new Error(`${tabs.length} tabs show ${targetInfo.url}; the toolbar click would be a guess.`)
  return tab.targetId
}

async function closeWelcomePage(context: BrowserContext, extensionDir: string): Promise<void> {
  const isWelcome = (page: Page) => page.url().includes('/dashboard.html')
  if (!existsSync(join(extensionDir, 'dashboard.html'))) return
  const welcome =
    context.pages().find(isWelcome) ??
    (await context.waitForEvent('page', { predicate: isWelcome, timeout: 10_000 }))
  await welcome.close()
}

async function request(
  page: Page,
  wanted: { origins: string[] } | { permissions: ['pageCapture'] },
): Promise<void> {
  const granted = await page.evaluate((asked) => chrome.permissions.request(asked), wanted)
  if (!granted) throw new Error(`The browser did not grant ${JSON.stringify(wanted)}.`)
}

const rowsOf = <Row>(page: Page, table: string): Promise<Row[]> =>
  page.evaluate(async (name) => {
    const known = await indexedDB.databases()
    if (!known.some((database) => database.name === 'docket')) return []
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await settled(indexedDB.open('docket'))
    try {
      if (!database.objectStoreNames.contains(name)) return []
      const rows = await settled(database.transaction(name).objectStore(name).getAll())
      // Bytes as base64: a screenshot as a list of numbers would take seconds.
      return JSON.parse(
        JSON.stringify(rows, (_, value) =>
          value instanceof Uint8Array ? { base64: value.toBase64() } : value,
        ),
      )
    } finally {
      database.close()
    }
  }, table)
