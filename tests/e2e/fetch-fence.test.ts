import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Chromium, openChromium } from '../support/browser.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'

/** What lib/browser/fetch-fenced.ts leaves to the browser: it holds every redirect against the manifest’s connect-src. */
describe('redirects of what the background fetches', () => {
  let server: SampleServer
  let browser: Chromium

  beforeAll(async () => {
    server = await startSampleServer()
    // With the permission for all sites nothing but the policy is left to stop it.
    browser = await openChromium({ port: server.port, grantAllUrls: true })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const fetchInBackground = async (address: string): Promise<string> =>
    (await browser.serviceWorker()).evaluate(async (url) => {
      try {
        const response = await fetch(url, { redirect: 'follow', credentials: 'omit' })
        return `${response.status} ${response.url}`
      } catch (error) {
        return String(error)
      }
    }, address)

  const redirect = (from: string, to: string) =>
    server.setAnswer(from, { status: 302, headers: { location: to } })

  test('one within the picture hosts is followed', async () => {
    const [from, to] = ['https://ae01.alicdn.com/kf/from.png', 'https://ae04.alicdn.com/kf/S1234567890.png']
    redirect(from, to)
    expect(await fetchInBackground(from)).toBe(`200 ${to}`)
  })

  test.each([
    'https://internal.example/kf/a.png',
    'http://ae01.alicdn.com/kf/a.png',
    'https://ae01.alicdn.com:8443/kf/a.png',
    'https://www.aliexpress.com/item/1005000000000001.html',
    'https://127.0.0.1/kf/a.png',
    'https://alicdn.com.evil.example/kf/a.png',
  ])('one to %s is never asked for', async (to) => {
    const [from, between] = ['https://ae01.alicdn.com/kf/from.png', 'https://ae02.alicdn.com/kf/between.png']
    redirect(from, between)
    redirect(between, to)
    server.requests.length = 0
    expect(await fetchInBackground(from)).toContain('Failed to fetch')
    expect(server.requests.map(({ host, path }) => `${host}${path}`)).toEqual([
      'ae01.alicdn.com/kf/from.png',
      'ae02.alicdn.com/kf/between.png',
    ])
  })
})
