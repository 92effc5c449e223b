/**
 * `npm run soak`: 200 flags while the background is killed again and again, of which nothing may be lost or stored
 * twice; then 200 tab switches at random moments, of which no picture may show the wrong tab.
 * `npm run soak -- CAPTURES SEED SWITCHES` for other numbers or other moments; 0 leaves a part out.
 */
import { builtExtension } from '../tests/support/built-extension.ts'
import { chromiumMissing, findChromium } from '../tests/support/find-browser.ts'
import { flagWhileKilling } from '../tests/support/kill-background.ts'
import { switchWhilePhotographing } from '../tests/support/switch-tabs.ts'

const [captures = 200, seed = 1, switches = 200] = process.argv.slice(2).map(Number)
const isCount = (count: number) => Number.isInteger(count) && count >= 0 && count <= 5000
if (!isCount(captures) || !Number.isInteger(seed) || !isCount(switches)) {
  console.error(
    'Give the number of captures, a whole number as seed, and the number of switches (0 to 5000 each): npm run soak -- 200 1 200',
  )
  process.exit(1)
}
if (!findChromium()) {
  console.error(chromiumMissing())
  process.exit(1)
}
const extensionDir = await builtExtension('chrome')
let faults = 0

if (captures > 0) {
  const report = await flagWhileKilling({
    extensionDir,
    captures,
    seed,
    onProgress: (done, kills) => {
      if (done % 20 === 0) console.log(`${done} of ${captures} flagged, the background killed ${kills} times`)
    },
  })
  console.log(JSON.stringify(report, null, 2))
  faults += report.lost.length + report.duplicated.length + report.falselySaved.length
  console.log(
    `${report.captures} captures, ${report.kills} kills: ${report.lost.length} lost, ${report.duplicated.length} duplicated, ${report.falselySaved.length} shown as saved and not stored (seed ${seed}).`,
  )
}

if (switches > 0) {
  const report = await switchWhilePhotographing({
    extensionDir,
    switches,
    seed,
    onProgress: (done) => console.log(`${done} of ${switches} switches`),
  })
  console.log(JSON.stringify(report, null, 2))
  faults += report.wrong.length
  console.log(
    `${report.switches} tab switches, ${report.accepted} pictures accepted: ${report.wrong.length} of the wrong tab or with a flaw; without guards ${report.unguarded.wrong} of ${report.unguarded.of} (seed ${seed}).`,
  )
}
process.exitCode = faults === 0 ? 0 : 1
