/**
 * `npm run soak`: 200 flags while the background is killed again and again; nothing may be lost or stored twice.
 * `npm run soak -- CAPTURES SEED` for another number or another pattern of kills.
 */
import { builtExtension } from '../tests/support/built-extension.ts'
import { chromiumMissing, findChromium } from '../tests/support/find-browser.ts'
import { flagWhileKilling } from '../tests/support/kill-background.ts'

const [captures = 200, seed = 1] = process.argv.slice(2).map(Number)
if (!Number.isInteger(captures) || !Number.isInteger(seed) || captures < 1 || captures > 5000) {
  console.error('Give the number of captures (1 to 5000) and a whole number as seed: npm run soak -- 200 1')
  process.exit(1)
}
if (!findChromium()) {
  console.error(chromiumMissing())
  process.exit(1)
}
const report = await flagWhileKilling({
  extensionDir: await builtExtension('chrome'),
  captures,
  seed,
  onProgress: (done, kills) => {
    if (done % 20 === 0) console.log(`${done} of ${captures} flagged, the background killed ${kills} times`)
  },
})
console.log(JSON.stringify(report, null, 2))
const faults = report.lost.length + report.duplicated.length + report.falselySaved.length
console.log(
  `${report.captures} captures, ${report.kills} kills: ${report.lost.length} lost, ${report.duplicated.length} duplicated, ${report.falselySaved.length} shown as saved and not stored (seed ${seed}).`,
)
process.exitCode = faults === 0 ? 0 : 1
