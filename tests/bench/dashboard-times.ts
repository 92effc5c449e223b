import { loadavg } from 'node:os'
import type { Page } from 'playwright-core'
import { type Chromium, openChromium } from '../support/browser.ts'
import { startSampleServer } from '../support/sample-server.ts'
import { largestPageMegabytes } from './page-memory.ts'
import { deskSizes, seedDesk, seedSellers } from './seed-desk.ts'
import { type Figure, median, ms } from './statistics.ts'

/** What is there once something is shown: the first element that the selector finds, with this text. */
interface Sign {
  selector: string
  text: string
}

/** Notes when the sign has been painted: since the navigation, or since the first event of this kind. */
function watch({ selector, text, since }: Sign & { since: string | null }): void {
  const times = { startMs: since === null ? 0 : Number.NaN, shownMs: Number.NaN }
  Object.defineProperty(window, 'benchTimes', { value: times, configurable: true })
  if (since !== null) {
    const began = () => {
      times.startMs = performance.now()
    }
    addEventListener(since, began, { capture: true, once: true })
  }
  const wanted = new RegExp(text)
  const look = () => {
    const isThere =
      !Number.isNaN(times.startMs) &&
      [...document.querySelectorAll(selector)].some((element) => wanted.test(element.textContent ?? ''))
    if (!isThere) return void requestAnimationFrame(look)
    requestAnimationFrame(() => setTimeout(() => (times.shownMs = performance.now())))
  }
  requestAnimationFrame(look)
}

const limitMs = 180_000

async function shownMs(page: Page): Promise<number> {
  await page.waitForFunction(
    () => !Number.isNaN((Reflect.get(window, 'benchTimes') as { shownMs: number }).shownMs),
    undefined,
    { timeout: limitMs, polling: 50 },
  )
  return page.evaluate(() => {
    const times = Reflect.get(window, 'benchTimes') as { startMs: number; shownMs: number }
    return times.shownMs - times.startMs
  })
}

/** From what the person does to what is shown of it. */
async function afterMs(page: Page, since: string, sign: Sign, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(watch, { ...sign, since })
  await act()
  return shownMs(page)
}

/** A page of the dashboard in a tab of its own, from the navigation to the sign. */
async function openedMs(browser: Chromium, hash: string, sign: Sign): Promise<number> {
  const page = await browser.context.newPage()
  await page.addInitScript(watch, { ...sign, since: null })
  await page.goto(`chrome-extension://${browser.extensionId}/dashboard.html${hash}`)
  const lasted = await shownMs(page)
  await page.close()
  return lasted
}

const status = (text: string): Sign => ({ selector: '[role=status]', text })
const many = (count: number): string => count.toLocaleString('en')
const reviewRow: Sign = { selector: 'tbody [data-open]', text: '.' }

type Note = (what: string, measured: string, budget?: string) => void

/** The dashboard with 100,000 listings, 20,000 complaint lines and 5,000 sellers, in a real browser. */
export async function measureDashboard(extensionDir: string): Promise<Figure[]> {
  const server = await startSampleServer()
  const browser = await openChromium({ port: server.port, extensionDir })
  const figures: Figure[] = []
  const note: Note = (what, measured, budget = '') => {
    figures.push({ what, measured, budget, beside: `load ${loadavg()[0]?.toFixed(1)}` })
    // It takes minutes: whoever breaks it off has what was measured.
    console.error(`${what}: ${measured}`)
  }
  try {
    const seeding = await browser.openExtensionPage('dashboard.html#/settings')
    await seeding.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
    await seeding.goto(`chrome-extension://${browser.extensionId}/manifest.json`)
    await seedDesk(seeding)
    await measurePlay(browser, note, 'captures not read for sellers')
    await seedSellers(seeding)
    await seeding.close()
    await measureReview(browser, note)
    await measurePlay(browser, note, 'all captures read')
    await measurePlaces(browser, note)
    return figures
  } finally {
    await browser.close()
    await server.close()
  }
}

async function repeated(runs: number, measure: () => Promise<number>): Promise<string> {
  const all: number[] = []
  for (let run = 0; run < runs; run++) all.push(await measure())
  return ms(median(all))
}

async function openReview(browser: Chromium): Promise<Page> {
  const page = await browser.openExtensionPage('dashboard.html#/review')
  await page
    .getByRole('status')
    .filter({ hasText: `${many(deskSizes.listings)} listings` })
    .first()
    .waitFor({ timeout: limitMs })
  return page
}

async function measureReview(browser: Chromium, note: Note): Promise<void> {
  const all = status(`^${many(deskSizes.listings)} listings`)
  const first = () => openedMs(browser, '#/review', reviewRow)
  note('Review: first rows', await repeated(5, first), '≤ 1,500 ms')
  note('Review: all counted', await repeated(3, () => openedMs(browser, '#/review', all)))
  const page = await openReview(browser)
  const verdict = page.getByRole('combobox', { name: 'Verdict' })
  const sort = page.getByRole('combobox', { name: 'Sort by' })
  const search = page.getByRole('textbox', { name: 'Search the judgements' })
  const choose = async (field: typeof verdict, value: string, sign: Sign) =>
    afterMs(page, 'change', sign, () => field.selectOption(value))
  const filtered = async () => {
    const lasted = await choose(verdict, 'suspicious', status(`^[\\d,]+ of ${many(deskSizes.listings)}`))
    await choose(verdict, 'all', all)
    return lasted
  }
  note('Review: filter by verdict', await repeated(3, filtered))
  const searched = async (text: string, sign: Sign) => {
    const lasted = await afterMs(page, 'input', sign, () => search.fill(text))
    await afterMs(page, 'input', all, () => search.fill(''))
    return lasted
  }
  const [near, far] = ['n77', `n${deskSizes.listings - 1}`]
  const row = (text: string): Sign => ({ selector: 'tbody [data-open]', text: `${text}$` })
  note('Review: search, first hit, first time', ms(await searched('n33', row('n33'))))
  const whole = status(`^1 of ${many(deskSizes.listings)}`)
  note('Review: search, whole, first time', ms(await searched(`n${deskSizes.listings - 2}`, whole)))
  note('Review: search, first hit', await repeated(3, () => searched(near, row(near))))
  note('Review: search, whole', await repeated(3, () => searched(far, whole)))
  note(
    'Review: search by number, whole',
    ms(await searched(String(1_005_100_000_000_000 + deskSizes.listings - 1), whole)),
  )
  const byTitle = async () => {
    const lasted = await choose(sort, 'title', {
      selector: 'main:has([aria-rowindex="2"] [title^="Pinefall"]) [role=status]',
      text: all.text,
    })
    await choose(sort, 'newest', all)
    return lasted
  }
  note('Review: sort by title, whole', await repeated(3, byTitle))
  const byDate = async () => {
    const lasted = await choose(sort, 'oldest', {
      selector: 'tbody [data-open]',
      text: `n${deskSizes.listings - 1}$`,
    })
    await choose(sort, 'newest', row('n0'))
    return lasted
  }
  note('Review: sort by date', await repeated(3, byDate))
  note('Review: memory of the page', `${(await largestPageMegabytes(browser)).toFixed(0)} MB`)
  await page.close()
}

async function measurePlay(browser: Chromium, note: Note, state: string): Promise<void> {
  const page = await openReview(browser)
  const at = (place: number): Sign => ({ selector: 'h1', text: ` n${place - 1}$` })
  const begins = await afterMs(page, 'click', at(1), () =>
    page.getByRole('button', { name: /^Play/ }).click(),
  )
  note(`Play: begins, ${state}`, ms(begins))
  const seller: Sign = { selector: 'main section', text: 'Bench \\d+ Outdoor' }
  const isRead = state.startsWith('all')
  if (isRead) {
    const shown = afterMs(page, 'keydown', { selector: 'main section', text: 'Bench 1 Outdoor' }, () =>
      page.keyboard.press('ArrowRight'),
    )
    note('Play: seller of the next listing', ms(await shown))
    await afterMs(page, 'keydown', seller, () => page.keyboard.press('ArrowLeft'))
  }
  const judged: number[] = []
  for (let place = 2; place <= 8; place++)
    judged.push(await afterMs(page, 'keydown', at(place), () => page.keyboard.press('g')))
  note(`Play: judge and next, ${state}`, ms(median(judged)))
  for (let place = 7; place >= 1; place--)
    await afterMs(page, 'keydown', at(place), () => page.keyboard.press('z'))
  await page.close()
}

async function measurePlaces(browser: Chromium, note: Note): Promise<void> {
  const opened = (hash: string, sign: Sign) => repeated(3, () => openedMs(browser, hash, sign))
  note('Evidence: first rows', await opened('#/evidence', { selector: 'main li', text: 'bottle' }))
  note('Follow up: today', await opened('#/follow-up', { selector: 'main section', text: 'BENCH' }))
  note('Follow up: cases', await opened('#/follow-up/cases', { selector: 'main', text: 'BENCH-1\\D' }))
  note('Sellers: list', await opened('#/sellers', { selector: 'main li', text: 'Bench \\d+ Outdoor' }))
  const seller = { selector: 'h1', text: 'Bench 7 Outdoor' }
  note('Sellers: one seller', await opened('#/sellers/2680000007', seller))
  note('Insights: figures', await opened('#/insights', { selector: 'main table', text: '.' }))
  const page = await browser.openExtensionPage('dashboard.html#/sellers')
  await page
    .getByRole('listitem')
    .filter({ hasText: /Bench \d+ Outdoor/ })
    .first()
    .waitFor({ timeout: limitMs })
  note('Sellers: memory of the page', `${(await largestPageMegabytes(browser)).toFixed(0)} MB`)
  await page.close()
}
