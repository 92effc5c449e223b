/** `npm run bench`: the figures that the product promises, with the budget and a plain baseline beside each. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { cpus } from 'node:os'
import { basename, join } from 'node:path'
import { measureClicks } from '../tests/bench/click-times.ts'
import { measureComplaints } from '../tests/bench/complaint-times.ts'
import { measureDashboard } from '../tests/bench/dashboard-times.ts'
import { measureEvidence } from '../tests/bench/evidence-times.ts'
import { measureExport } from '../tests/bench/export-times.ts'
import { measurePacks } from '../tests/bench/pack-times.ts'
import { measurePageCost } from '../tests/bench/page-cost.ts'
import { measurePopup } from '../tests/bench/popup-times.ts'
import { measureReading } from '../tests/bench/read-rows.ts'
import type { Figure } from '../tests/bench/statistics.ts'
import { builtExtension } from '../tests/support/built-extension.ts'
import { chromiumMissing, findChromium } from '../tests/support/find-browser.ts'

function measureSize(extensionDir: string): Figure[] {
  const folder = join(extensionDir, 'content-scripts')
  const { content_scripts } = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as {
    content_scripts: Array<{ js: string[] }>
  }
  const atLoad = content_scripts.flatMap(({ js }) => js.map((path) => basename(path)))
  return readdirSync(folder).map((name) => ({
    what: `content script ${name}, ${atLoad.includes(name) ? 'in every page' : 'after the first act'}`,
    measured: `${(statSync(join(folder, name)).size / 1000).toFixed(1)} kB`,
    budget: atLoad.includes(name) ? '≤ 60 kB' : '',
    beside: '',
  }))
}

if (!findChromium()) {
  console.error(chromiumMissing())
  process.exit(1)
}
const extensionDir = await builtExtension('chrome')
const measurements: Array<[name: string, measure: () => Promise<Figure[]> | Figure[]]> = [
  ['size', () => measureSize(extensionDir)],
  ['reading', measureReading],
  ['complaints', () => measureComplaints()],
  ['page', () => measurePageCost(extensionDir)],
  ['clicks', () => measureClicks(extensionDir)],
  ['popup', () => measurePopup(extensionDir)],
  ['dashboard', () => measureDashboard(extensionDir)],
  ['evidence', () => measureEvidence()],
  ['export', () => measureExport()],
  ['packs', () => measurePacks(extensionDir)],
]
const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !measurements.some(([known]) => known === name))
if (unknown) {
  console.error(
    `There is no bench "${unknown}": choose from ${measurements.map(([name]) => name).join(', ')}.`,
  )
  process.exit(1)
}
const [processor] = cpus()
console.log(
  `Medians on ${cpus().length} × ${processor?.model.trim() ?? 'unknown processor'}, Node ${process.version}.`,
)
console.log('Times belong to this machine: compare the ratios.\n')
const line = ({ what, measured, budget, beside }: Figure) =>
  `${what.padEnd(66)} ${measured.padEnd(26)} ${budget.padEnd(16)} ${beside}`
console.log(line({ what: 'what', measured: 'measured', budget: 'budget', beside: 'beside it' }))
for (const [name, measure] of measurements) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const figure of await measure()) console.log(line(figure))
}
