import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../components/language/zh.ts'
import { axeFindings } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { complaintSeed, seedOf } from '../support/complaint-seed.ts'
import { goTo } from '../support/evidence-seed.ts'
import { writeSeed } from '../support/queue-seed.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'

/** A folder for pictures of every place, to be looked at. */
const shotsDir = process.env.DOCKET_SHOTS

/** The title of a part in Chinese; in English where the part is not translated. */
const titleOf = (part: string, english: string): string =>
  (catalogue as unknown as Record<string, { title?: unknown }>)[part]?.title?.toString() ?? english

interface Place {
  hash: string
  heading: string
  /** What stands there at the end of work that begins by itself. */
  end?: string
}

const places: Place[] = [
  { hash: '#/welcome', heading: '欢迎使用 Docket' },
  { hash: '#/settings', heading: '设置' },
  { hash: '#/review', heading: titleOf('review/words', 'Review') },
  { hash: '#/complaints', heading: titleOf('complaints/words', 'Complaints') },
  { hash: '#/quick-entry', heading: '批量录入' },
  { hash: '#/follow-up', heading: titleOf('tracking/words', 'Follow up') },
  { hash: '#/evidence', heading: '证据' },
  { hash: '#/evidence/storage', heading: '存储' },
  { hash: '#/import', heading: '导入证据包' },
  { hash: '#/restore', heading: '恢复证据' },
  { hash: '#/rights', heading: '权利' },
  { hash: '#/rights/steps', heading: '平台步骤' },
  { hash: '#/rights/new?type=trademark', heading: '新增商标' },
  { hash: '#/rights/new?type=patent', heading: '新增专利' },
  { hash: '#/rights/holders/new', heading: '新增权利人' },
  { hash: '#/sellers', heading: titleOf('sellers/words', 'Sellers') },
  { hash: '#/insights', heading: titleOf('insights/words', 'Insights') },
  { hash: '#/export?type=trademark', heading: '导出：商标', end: '已导出 6 个商品' },
  { hash: '#/export?type=trademark&pack=evidence', heading: '证据包：商标', end: '已导出 6 个商品的证据' },
  { hash: '#/nowhere', heading: '没有此页面' },
]

describe('every place in Chinese', () => {
  let server: SampleServer
  let browser: Chromium
  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port })
    if (shotsDir) await mkdir(shotsDir, { recursive: true })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const photograph = async (page: Page, name: string) => {
    const file = name.replace(/[^a-z-]+/g, '-').replace(/^-|-$/g, '')
    if (shotsDir) await page.screenshot({ path: `${shotsDir}/${file}.png`, fullPage: true })
  }

  /** No finding of axe, and nothing cut off at 400 pixels. */
  const look = async (page: Page, name: string) => {
    const size = page.viewportSize() ?? { width: 1366, height: 768 }
    await photograph(page, name)
    const findings = await axeFindings(page)
    await page.setViewportSize({ width: 400, height: 800 })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    await photograph(page, `${name}-narrow`)
    await page.setViewportSize(size)
    expect({ findings, overflow: Math.max(0, overflow) }).toEqual({ findings: [], overflow: 0 })
  }

  test('is chosen in the settings, spoken at once, and kept', async () => {
    const page = await browser.openExtensionPage('dashboard.html#/settings')
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await writeSeed(page, await complaintSeed(seedOf(12)))
    await page.getByLabel('Language of Docket').selectOption({ label: '中文（简体）' })
    await page.getByRole('link', { name: '投诉' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    await page.close()
  })

  test.each(places)('in Chinese, $hash says “$heading”, is accessible and fits 400 pixels', async (place) => {
    const page = await browser.openExtensionPage(`dashboard.html${place.hash}`)
    await page.getByRole('heading', { level: 1, name: place.heading, exact: true }).waitFor()
    if (place.end !== undefined) await page.getByRole('heading', { name: place.end, exact: true }).waitFor()
    await look(page, place.hash)
    await page.close()
  })

  test('in Chinese, a capture, a right and the draft of its statement too', async () => {
    const page = await browser.openExtensionPage('dashboard.html#/evidence')
    const [capture] = await browser.readRows<{ captureId: string }>('captures')
    const rights = await browser.readRows<{ rightId: string; ipType: string }>('rights')
    const rightId = rights.find(({ ipType }) => ipType === 'copyright')?.rightId
    for (const part of ['statements', 'record']) {
      await goTo(page, `#/evidence/${capture?.captureId}?part=${part}`)
      await page.getByRole('tab', { name: '页面信息' }).waitFor()
      await look(page, `capture-${part}`)
    }
    await goTo(page, `#/rights/${rightId}`)
    await page.getByRole('heading', { name: '适用地域与有效期' }).waitFor()
    await look(page, 'right')
    await goTo(page, `#/rights/${rightId}/statement`)
    await page.getByRole('heading', { level: 1, name: '著作权声明' }).waitFor()
    await look(page, 'statement')
    await page.close()
  })

  test('in Chinese, the popup too, with its menus and dialogs', async () => {
    const page = await browser.openExtensionPage('popup.html')
    await page.setViewportSize({ width: 560, height: 600 })
    await page.getByRole('heading', { name: /商标/ }).waitFor()
    await look(page, 'popup')
    const row = page.getByRole('checkbox', { name: /Velmora/ }).first()
    await row.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: '打开商品' }).waitFor()
    await photograph(page, 'popup-menu')
    await page.keyboard.press('Escape')
    await row.focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('c')
    await page.getByRole('status').filter({ hasText: '移至“著作权”' }).waitFor()
    await photograph(page, 'popup-moved')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: '快捷键' }).waitFor()
    await photograph(page, 'popup-keys')
    expect(await axeFindings(page)).toEqual([])
    await page.close()
  })

  test('is taken back in the settings', async () => {
    const page = await browser.openExtensionPage('dashboard.html#/settings')
    await page.getByLabel('Docket 的语言').selectOption({ label: 'English' })
    await page.getByRole('link', { name: 'Complaints' }).waitFor()
    await page.close()
  })
})
