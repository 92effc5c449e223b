import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Flag } from '../../lib/queue/flag.ts'
import { cardBox, clickByName, findAllByName, findByName } from '../support/accessible.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { flagCard, pointAtCard } from '../support/drive-docket.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleListings, usId } from '../support/sample-site/catalogue.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

const flagName = /^Flag as (trademark|copyright|patent) infringement: /
const listings = sampleListings()
const comIdOf = (index: number) => listings[index]?.comId ?? ''
const titleOf = (index: number) => listings[index]?.title ?? ''

interface Rect {
  left: number
  top: number
  right: number
  bottom: number
}

const overlaps = (a: Rect, b: Rect) =>
  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1

/** Boxes of what no control may cover: titles, prices and the shop's own buttons. */
const shopParts = (page: Page): Promise<Rect[]> =>
  page.evaluate(() =>
    Array.from(
      document.querySelectorAll(
        'h3, .hx_prc, .hx_cart, .hx_tools span, .price, .history-item.product, [class*="RedSnippet__price"], [class*="RedSnippet__title"], h1, button, [class*="price-default"]',
      ),
    )
      .map((element) => element.getBoundingClientRect())
      .filter(({ width, height }) => width > 0 && height > 0)
      .map(({ left, top, right, bottom }) => ({ left, top, right, bottom })),
  )

/**
 * Goes down the whole page and back, as a person does, until every card has its control: controls come to the
 * cards that come into view, and the shop fills its lower cards meanwhile. Returns the number of cards.
 */
async function scrollThrough(page: Page, card: string): Promise<number> {
  for (let pass = 0; pass < 4; pass++) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    for (let top = 0; top < height; top += 500) {
      await page.evaluate((y) => window.scrollTo({ top: y, behavior: 'instant' }), top)
      await page.waitForTimeout(200)
    }
    await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }))
    await page.waitForTimeout(900)
    const cards = await page.locator(card).count()
    if ((await findAllByName(page, { role: 'button', name: flagName })).length === cards) return cards
  }
  throw new Error('Some cards have no control, or more than one.')
}

async function expectNothingCovered(page: Page, role: RegExp): Promise<number> {
  const controls = await findAllByName(page, { role: 'button', name: role })
  const boxes = controls.flatMap(({ box }) =>
    box ? [{ left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height }] : [],
  )
  const parts = await shopParts(page)
  expect(parts.length).toBeGreaterThan(3)
  expect(boxes.filter((box) => parts.some((part) => overlaps(box, part)))).toEqual([])
  return boxes.length
}

describe('controls in the page', () => {
  let server: SampleServer
  let browser: Chromium

  const storedFlags = async () =>
    (await browser.readRows<Flag>('flags')).filter(({ status }) => status === 'current')
  const stateOf = async (comId: string) => (await storedFlags()).find((flag) => flag.comId === comId)
  /** Waits for the stored judgement; looking at it takes another tab, so the page is brought back after. */
  const untilStored = async (page: Page, comId: string, wanted: Partial<Flag> | undefined) => {
    const poll = expect.poll(() => stateOf(comId), { timeout: 8000, message: comId })
    await (wanted ? poll.toMatchObject(wanted) : poll.toBeUndefined())
    await page.bringToFront()
  }
  const openResults = async (url: string = sampleUrls.results) => {
    const page = await browser.openPage(url)
    await page.mouse.move(30, 600)
    await page.mouse.move(34, 604)
    await findByName(page, { role: 'button', name: flagName })
    // A click within 200 ms of a control's appearing is not taken for a person's.
    await page.waitForTimeout(500)
    return page
  }

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port, grantAllUrls: true })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test.each([
    ['results', sampleUrls.results, '.search-item-card-wrapper-gallery'],
    ['results, right to left', sampleUrls.resultsArabic, '.search-item-card-wrapper-gallery'],
    ['category, classic', sampleUrls.category, 'li.list-item'],
    ['store, classic', sampleUrls.store, '.items-list li.item'],
    ['aliexpress.ru', sampleUrls.ruListing, '[data-product-id]'],
  ])('stand on every card and cover no price, title or shop button: %s', async (_, url, card) => {
    const page = await openResults(url)
    const cards = await scrollThrough(page, card)
    expect(cards).toBeGreaterThan(5)
    expect(await expectNothingCovered(page, flagName)).toBe(cards)
    expect(await expectNothingCovered(page, /^More for: /)).toBe(cards)
    for (const { box } of await findAllByName(page, { role: 'button', name: flagName })) {
      expect(box?.height).toBeGreaterThanOrEqual(24)
      expect(box?.width).toBeGreaterThanOrEqual(24)
    }
    await page.close()
  })

  test('come to cards that are added later or rendered again, once each', async () => {
    const page = await openResults()
    const shop = (call: string) => page.evaluate(`sampleShop.${call}`)
    const card = '.search-item-card-wrapper-gallery'
    const before = await page.locator(card).count()
    await shop('appendCards(12)')
    const cards = await scrollThrough(page, card)
    expect(cards).toBeGreaterThanOrEqual(before + 12)
    await shop('rerenderCard(0)')
    await shop('moveCard(3, 1)')
    await page.waitForTimeout(900)
    expect((await findAllByName(page, { role: 'button', name: flagName })).length).toBe(cards)
    const first = await cardBox(page, 0)
    await findByName(page, {
      role: 'button',
      name: `Flag as trademark infringement: ${titleOf(0)}`,
      within: first,
    })
    await page.close()
  })

  test('come only to cards that are near the window, and wherever the focus goes', async () => {
    const page = await openResults()
    await page.evaluate('sampleShop.appendCards(48)')
    await page.waitForTimeout(1200)
    const cards = page.locator('.search-item-card-wrapper-gallery')
    const count = async () => (await findAllByName(page, { role: 'button', name: flagName })).length
    const before = await count()
    expect(before).toBeGreaterThan(5)
    expect(before).toBeLessThan((await cards.count()) / 2)
    // The card that gets the focus and the ones beside it, though nothing was scrolled by hand.
    await cards.nth(45).locator('a').first().focus()
    for (const index of [44, 45, 46]) {
      await findByName(page, { role: 'button', name: `Flag as trademark infringement: ${titleOf(index)}` })
    }
    expect(await count()).toBeLessThan(await cards.count())
    await page.close()
  })

  test('a card that is re-used for another listing judges the other listing', async () => {
    const page = await openResults()
    await page.evaluate(
      ({ to, title }) => {
        const card = document.querySelectorAll('.search-item-card-wrapper-gallery')[2]
        const link = card?.querySelector('a')
        if (link) link.href = `//www.aliexpress.com/item/${to}.html`
        for (const heading of card?.querySelectorAll('h3') ?? []) heading.textContent = title
      },
      { to: comIdOf(40), title: titleOf(40) },
    )
    const card = await cardBox(page, 2)
    await findByName(page, { role: 'button', name: new RegExp(`${titleOf(40)}$`), within: card })
    await page.waitForTimeout(350)
    await clickByName(page, { role: 'button', name: new RegExp(`${titleOf(40)}$`), within: card })
    await untilStored(page, comIdOf(40), { verdict: 'infringing' })
    expect(await stateOf(comIdOf(2))).toBeUndefined()
    await page.close()
  })

  test('are reached and worked by keyboard alone, from flag to menu to undo', async () => {
    const page = await openResults()
    const focused = async () =>
      (await findAllByName(page, { name: /./ })).find(
        ({ states, role }) => states.focused === true && role !== 'RootWebArea',
      )
    // From the sort bar above the cards, Tab leads into the first card's control.
    await page.evaluate(() => {
      const start = document.querySelector<HTMLElement>('.hx_sort b')
      start?.setAttribute('tabindex', '0')
      start?.focus()
    })
    await page.keyboard.press('Tab')
    expect((await focused())?.name).toBe(`Flag as trademark infringement: ${titleOf(0)}`)
    await page.keyboard.press('Tab')
    expect((await focused())?.name).toBe(`More for: ${titleOf(0)}`)
    await page.keyboard.press('Enter')
    expect(await focused()).toMatchObject({ role: 'menuitemradio', name: 'Trademark' })
    await page.keyboard.press('Escape')
    expect((await focused())?.name, 'the focus is back').toBe(`More for: ${titleOf(0)}`)
    await page.keyboard.press('Enter')
    for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowDown')
    expect((await focused())?.name).toBe('Look later')
    await page.keyboard.press('Enter')
    await untilStored(page, comIdOf(0), { verdict: 'suspicious' })
    await findByName(page, { role: 'button', name: new RegExp(`^Look later: .*${titleOf(0)}$`) })
    await page.keyboard.press('u')
    await untilStored(page, comIdOf(0), undefined)
    await findByName(page, { role: 'button', name: `Flag as trademark infringement: ${titleOf(0)}` })
    await page.close()
  })

  test('keys judge the card under the pointer, and are off while typing', async () => {
    const page = await openResults()
    for (const [index, key, verdict, ipType] of [
      [1, 'c', 'infringing', 'copyright'],
      [3, 'g', 'genuine', null],
      [4, 'o', 'out-of-scope', null],
      [5, 'l', 'suspicious', null],
    ] as const) {
      await pointAtCard(page, index)
      await page.keyboard.press(key)
      await untilStored(page, comIdOf(index), { verdict, ipType })
    }
    for (const [index, words] of [
      [1, 'Copyright'],
      [3, 'Not infringing'],
      [4, 'Out of scope'],
      [5, 'Look later'],
    ] as const) {
      await findByName(page, { role: 'button', name: new RegExp(`^${words}: .*${titleOf(index)}$`) })
    }

    const before = await storedFlags()
    await page.bringToFront()
    await page.locator('.hx_find input').click()
    await page.keyboard.type('ftcplgoux?')
    expect(await page.locator('.hx_find input').inputValue()).toContain('ftcplgoux?')
    await page.waitForTimeout(400)
    expect(await storedFlags()).toEqual(before)
    await page.close()
  })

  test('a note is written in a dialog whose letters are no keys, and stays with the judgement', async () => {
    const page = await openResults()
    await pointAtCard(page, 6)
    await page.keyboard.press('n')
    await findByName(page, { role: 'textbox', name: 'Note' })
    await page.keyboard.type('fake logo? get c t p')
    await clickByName(page, { role: 'button', name: 'Save note' })
    await untilStored(page, comIdOf(6), { note: 'fake logo? get c t p' })
    await pointAtCard(page, 6)
    await page.keyboard.press('p')
    await untilStored(page, comIdOf(6), {
      verdict: 'infringing',
      ipType: 'patent',
      note: 'fake logo? get c t p',
    })
    await page.close()
  })

  test('a click on a control is none on the card below it', async () => {
    const page = await openResults()
    const pagesBefore = browser.context.pages().length
    await page.evaluate(() => {
      const seen: string[] = []
      Reflect.set(window, 'seenEvents', seen)
      for (const type of ['click', 'mousedown', 'pointerdown', 'keydown', 'input']) {
        document.getElementById('card-list')?.addEventListener(type, () => seen.push(type))
      }
    })
    await flagCard(page, 7)
    expect(await page.evaluate(() => Reflect.get(window, 'seenEvents'))).toEqual([])
    expect(browser.context.pages()).toHaveLength(pagesBefore)
    await page.close()
  })

  test('a click is heard while the controls are hidden for the screenshot of another', async () => {
    const page = await openResults()
    await page.evaluate('sampleShop.appendCards(12)')
    await page.waitForTimeout(1200)
    const boxes = []
    for (const index of [12, 13, 14, 15]) {
      const card = await cardBox(page, index)
      boxes.push((await findByName(page, { role: 'button', name: flagName, within: card })).box)
    }
    // Four clicks within a second: pictures of the first are being taken meanwhile.
    for (const box of boxes) {
      if (!box) throw new Error('no control')
      await page.mouse.click(box.x + 14, box.y + 14)
      await page.waitForTimeout(220)
    }
    for (const index of [12, 13, 14, 15]) {
      await findByName(page, { role: 'button', name: new RegExp(`: flagged as .*${titleOf(index)}$`) })
    }
    await page.close()
  })

  test('what is flagged shows on every appearance: other locale, tracking, .us number, bundle link, item page', async () => {
    const flagged = {
      role: 'button',
      name: new RegExp(`^(Trademark|Copyright|Patent): flagged as .*${titleOf(8)}$`),
    }
    const page = await openResults()
    // Listing 8 is behind /ssr/…productIds.
    await flagCard(page, 8)
    await page.close()
    for (const url of [
      sampleUrls.resultsArabic,
      sampleUrls.resultsUs,
      sampleUrls.item(comIdOf(8)),
      `${sampleUrls.item(comIdOf(8))}?spm=a2g0o.x&algo_pvid=1`,
      sampleUrls.item(usId(comIdOf(8)), 'www.aliexpress.us'),
      sampleUrls.bundle(comIdOf(8)),
    ]) {
      const other = await browser.openPage(url)
      await other.mouse.move(300, 300)
      await other.mouse.move(304, 304)
      await findByName(other, flagged, 8000)
      await other.close()
    }
  })

  test('a judgement made in one tab shows in another that was open all along', async () => {
    const [one, other] = [await openResults(), await openResults()]
    await one.bringToFront()
    await flagCard(one, 9)
    await findByName(other, { role: 'button', name: new RegExp(`: flagged as .*${titleOf(9)}$`) })
    await one.close()
    await other.close()
  })

  test('the item bar stands below the title in the page and covers nothing', async () => {
    const page = await browser.openPage(sampleUrls.item(comIdOf(20)))
    await page.mouse.move(300, 300)
    await page.mouse.move(304, 304)
    const choice = { role: 'button', name: `Flag as patent infringement: ${titleOf(20)}` }
    await findByName(page, choice, 8000)
    await expectNothingCovered(page, new RegExp(`${titleOf(20)}$`))
    await page.waitForTimeout(300)
    await clickByName(page, choice)
    await findByName(page, { role: 'button', name: `Patent: flagged as patent: ${titleOf(20)}` })
    await clickByName(page, { role: 'button', name: 'Undo' })
    await findByName(page, choice)
    expect(await stateOf(comIdOf(20))).toBeUndefined()
    await page.close()
  })
})
