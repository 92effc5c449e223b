// Draws public/icon/*.png with the system's Chromium.
// Run it after a change of the mark: node scripts/draw-icons.ts
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { chromiumMissing, findChromium } from '../tests/support/find-browser.ts'

const sizes = [16, 32, 48, 96, 128]

/** The mark of components/ui/docket-mark.tsx in fixed colours; small sizes fill the square, large ones keep a margin. */
const svgOf = (size: number) => {
  const margin = size >= 96 ? 2 : 0
  const side = 32 - 2 * margin
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 32 32">
    <g transform="translate(${margin} ${margin}) scale(${side / 32})">
      <path d="M5 4a3 3 0 0 1 3-3h16a3 3 0 0 1 3 3v27l-3.700-2.900L19.700 31 16 28.100 12.300 31l-3.600-2.900L5 31Z" fill="#2350c4"/>
      <path d="m10.300 14 4 4 7.600-8.400" fill="none" stroke="#fff" stroke-width="3.400" stroke-linecap="round" stroke-linejoin="round"/>
    </g>
  </svg>`
}

const executablePath = findChromium()
if (!executablePath) throw new Error(chromiumMissing())
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const page = await browser.newPage()
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svgOf(size)}`)
  const png = await page.screenshot({ omitBackground: true })
  await writeFile(join(import.meta.dirname, '..', 'public', 'icon', `${size}.png`), png)
}
await browser.close()
