import { readFile } from 'node:fs/promises'
import type { Chromium } from '../support/browser.ts'

/** Memory of the largest page process in megabytes, as Linux counts it; NaN elsewhere. */
export async function largestPageMegabytes(browser: Chromium): Promise<number> {
  const session = await browser.browserSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const sizes = await Promise.all(
    processInfo
      .filter(({ type }) => type === 'renderer')
      .map(async ({ id }) => {
        const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '')
        const kilobytes = /^RssAnon:\s+(\d+) kB$/m.exec(status)?.[1]
        return kilobytes === undefined ? null : Number(kilobytes) / 1024
      }),
  )
  const known = sizes.filter((size) => size !== null)
  return known.length === 0 ? Number.NaN : Math.max(...known)
}
