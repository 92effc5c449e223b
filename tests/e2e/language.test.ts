import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { deskSeed } from '../support/desk-seed.ts'
import { writeSeed } from '../support/queue-seed.ts'
import { buildAnswers } from '../support/rights.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'

/** A folder for pictures of every view, to be looked at. */
const shotsDir = process.env.DOCKET_SHOTS

const places = [
  ['review', '复核'],
  ['complaints', '投诉'],
  ['follow-up', '跟进'],
  ['sellers', '卖家'],
  ['insights', '分析'],
] as const

describe('the language of the interface', () => {
  let server: SampleServer
  let browser: Chromium
  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port })
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  test('is chosen in the settings, spoken at once, kept, and taken back', async () => {
    const page = await browser.openExtensionPage('dashboard.html#/settings')
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByLabel('Language of Docket').selectOption({ label: '中文（简体）' })
    await page.getByRole('link', { name: '投诉' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    expect(await axeFindings(page)).toEqual([])
    for (const [place, heading] of places) {
      await page.goto(page.url().replace(/#.*$/, `#/${place}`))
      await page.getByRole('heading', { level: 1, name: heading }).waitFor()
      expect(await axeFindings(page)).toEqual([])
    }
    await page.close()
    const again = await browser.openExtensionPage('dashboard.html#/settings')
    await again.getByLabel('Docket 的语言').selectOption({ label: 'English' })
    await again.getByRole('link', { name: 'Complaints' }).waitFor()
    await again.close()
  })

  test('is spoken on the pages of complaints that have work on them, open points too', async () => {
    const page = await browser.openExtensionPage('dashboard.html#/complaints')
    const answers = buildAnswers({ markPlaces: [], isConfirmedNotGenuine: false })
    const rows = await deskSeed([
      { listings: 10, state: 'filed', caseNumber: 'IPP-77', filedOn: '2026-10-20' },
      { listings: 3, state: 'draft', answers },
    ])
    await writeSeed(page, rows)
    await page.evaluate(() => localStorage.setItem('docket-language', 'zh'))
    await page.reload()
    const look = async (name: string) => {
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await axeFindings(page)).toEqual([])
      if (shotsDir) await page.screenshot({ path: `${shotsDir}/${name}.png`, fullPage: true })
    }
    await page.getByRole('heading', { name: '等待您决定' }).waitFor()
    await look('zh-complaints')
    await page
      .getByRole('link', { name: /必须完成/ })
      .first()
      .click()
    await page.getByText('请说明商标出现在哪里。').first().waitFor()
    await look('zh-draft')
    for (const [place, text] of [
      ['follow-up', '已逾期'],
      ['follow-up/cases', '已提交的投诉'],
      ['follow-up/good-faith', '要求：总体'],
      ['review', '个商品'],
      ['insights', '时间趋势'],
    ] as const) {
      await page.goto(page.url().replace(/#.*$/, `#/${place}`))
      await page.getByText(text).first().waitFor()
      await look(`zh-${place.replace('/', '-')}`)
    }
    await page.evaluate(() => localStorage.removeItem('docket-language'))
    await page.close()
  })
})
