import type { Artefact, CaptureJob } from '../../lib/evidence/capture.ts'
import type { PartKind } from '../../lib/evidence/gather/capture-part.ts'
import type { Chromium } from './browser.ts'
import { decodePng, type Picture } from './decode-png.ts'
import { bandColour, bandHeight, bandMargin, floatingColours } from './sample-site/long-item-page.ts'

/** Waits until all parts of the newest capture of the listing have ended; returns its job. */
export async function waitForParts(
  browser: Pick<Chromium, 'readRows'>,
  comId: string,
  timeoutMs = 90_000,
): Promise<CaptureJob> {
  const deadline = Date.now() + timeoutMs
  while (true) {
    const jobs = await browser.readRows<CaptureJob>('captureJobs')
    const job = jobs.filter((row) => row.comId === comId).at(-1)
    if (job?.gathering === 'ended') return job
    if (Date.now() > deadline) throw new Error(`The parts did not end: ${JSON.stringify(job?.parts)}`)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** Bytes of stored artefacts of this part. */
export async function filesOf(
  browser: Pick<Chromium, 'readRows'>,
  { parts }: CaptureJob,
  part: PartKind,
): Promise<Array<{ artefact: Artefact; bytes: Buffer }>> {
  const blobs = await browser.readRows<{ sha256: string; bytes: { base64: string } }>('blobs')
  return (parts[part]?.artefacts ?? []).map((artefact) => {
    const blob = blobs.find(({ sha256 }) => sha256 === artefact.sha256)
    if (!blob) throw new Error(`${artefact.name} is not stored.`)
    return { artefact, bytes: Buffer.from(blob.bytes.base64, 'base64') }
  })
}

const isNear = (picture: Picture, x: number, y: number, colour: number[]) =>
  colour.every(
    (channel, index) => Math.abs((picture.rgb[(y * picture.width + x) * 3 + index] ?? -99) - channel) <= 2,
  )

/** First row of each run of this colour at column `x`, with its length. */
export function runsOf(picture: Picture, x: number, colour: number[]): Array<{ from: number; rows: number }> {
  const runs: Array<{ from: number; rows: number }> = []
  for (let y = 0; y < picture.height; y++) {
    if (!isNear(picture, x, y, colour)) continue
    const last = runs.at(-1)
    if (last && last.from + last.rows === y) last.rows++
    else runs.push({ from: y, rows: 1 })
  }
  return runs
}

/**
 * What is wrong with the bands of a stitched picture: every band must be there once, in order, whole, one below the
 * other without a row between (but for the bar that sticks, which belongs between two of them).
 */
export function bandFlaws(picture: Picture, bands: number, ratio = 1): string[] {
  const x = Math.round((bandMargin / 2) * ratio)
  const flaws: string[] = []
  let below: number | null = null
  for (let index = 0; index < bands; index++) {
    const runs = runsOf(picture, x, bandColour(index))
    const [run] = runs
    if (!run) {
      flaws.push(`band ${index} is missing`)
      continue
    }
    if (runs.length > 1) flaws.push(`band ${index} is there ${runs.length} times: ${JSON.stringify(runs)}`)
    if (Math.abs(run.rows - bandHeight * ratio) > (Number.isInteger(ratio) ? 0 : 1))
      flaws.push(`band ${index} is ${run.rows} rows high`)
    if (below !== null && run.from !== below) {
      const between = { from: below, to: run.from }
      const isBar = runsOf(picture, x, floatingColours.sticky).some(({ from }) => from === below)
      if (!isBar)
        flaws.push(`band ${index} begins at ${run.from}, not at ${below}: ${JSON.stringify(between)}`)
    }
    below = run.from + run.rows
  }
  return flaws
}

export const decoded = ({ bytes }: { bytes: Buffer }): Picture => decodePng(new Uint8Array(bytes))
