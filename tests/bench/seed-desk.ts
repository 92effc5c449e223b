import type { Page } from 'playwright-core'
import type { Complaint, ComplaintLine } from '../../lib/complaints/complaint.ts'
import type { Capture, CaptureJob } from '../../lib/evidence/capture.ts'
import type { Flag, ListingSummary } from '../../lib/queue/flag.ts'
import { foldSeller } from '../../lib/sellers/fold-seller.ts'
import { linkKeysOf, readTrace } from '../../lib/sellers/read-trace.ts'
import { plainOutcome } from '../../lib/tracking/line-outcome.ts'
import { newLineTrack, withLineEvent } from '../../lib/tracking/track.ts'
import { deskSeed } from '../support/desk-seed.ts'
import { type SeedRows, writeSeed } from '../support/queue-seed.ts'

/** How much is stored: complaint lines are of the oldest listings, sellers have equally many listings. */
export const deskSizes = { listings: 100_000, lines: 20_000, sellers: 5_000, linesOfComplaint: 50 } as const

const startMs = Date.now()
const day = (atMs: number) => new Date(atMs).toISOString().slice(0, 10)
const minuteMs = 60_000

/** The seed that everything is multiplied from, with one filed complaint of one line. */
async function templates() {
  const seed = await deskSeed([
    { listings: 1, state: 'filed', caseNumber: 'BENCH', filedOn: day(startMs - 30 * 1440 * minuteMs) },
  ])
  const table = <Row>(name: string) => (seed[name] ?? []) as Row[]
  const [complaint] = table<Complaint>('complaints')
  const [line] = table<ComplaintLine>('complaintLines')
  if (!complaint || !line) throw new Error('The seed of the desk has no filed complaint.')
  const flags = table<Flag>('flags')
  const of = <Row extends { comId: string }>(name: string, comId: string): Row => {
    const found = table<Row>(name).find((row) => row.comId === comId)
    if (!found) throw new Error(`The seed has no row in ${name} for ${comId}.`)
    return found
  }
  const capturesOf = flags.map(({ comId }) => of<Capture>('captures', comId))
  const track = withLineEvent(newLineTrack(line), {
    change: { kind: 'outcome', ...plainOutcome('removed') },
    ...{ on: day(startMs - 20 * 1440 * minuteMs), source: 'hand', note: '' },
    at: { wallMs: startMs, offsetMinutes: 0 },
  })
  const sealed = { state: 'sealed', recordId: line.lineId, sealedAtMs: startMs } as const
  return {
    seed,
    rows: {
      flags,
      summaries: flags.map(({ comId }) => of<ListingSummary>('listings', comId)),
      captures: capturesOf,
      jobs: flags.map(
        ({ comId }): CaptureJob => ({
          ...of<CaptureJob>('captureJobs', comId),
          gathering: 'ended',
          seal: sealed,
        }),
      ),
      filedAt: flags.findIndex(({ flagId }) => flagId === line.flagId),
      traces: capturesOf.map((capture) => readTrace(capture, null)),
      ...{ complaint, line: { ...line, state: 'filed' as const }, track },
      ...deskSizes,
      startMs,
    },
  }
}

type Templates = Awaited<ReturnType<typeof templates>>['rows']

/**
 * Fills the extension's database, as an extension page that has opened it. `page` is that page. Captures are not read
 * for their sellers: see `seedSellers`.
 */
export async function seedDesk(page: Page): Promise<void> {
  const { seed, rows } = await templates()
  const kept: SeedRows = Object.fromEntries(
    ['holders', 'rights', 'blobs'].map((name) => [name, seed[name] ?? []]),
  )
  await writeSeed(page, kept)
  await page.evaluate(multiply, rows)
}

/** Runs in the page: the templates over and over, each under numbers of its own. */
async function multiply(from: Templates): Promise<void> {
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const database = await settled(indexedDB.open('docket'))
  const id = (kind: string, at: number) => `01${kind}${String(at).padStart(22, '0')}`
  const comIdOf = (at: number) => String(1_005_100_000_000_000 + at)
  const found = <Value>(value: Value) => ({ status: 'found' as const, value, source: 'state' })
  const names = ['flags', 'listings', 'captures', 'captureJobs', 'complaints', 'complaintLines', 'tracks']
  const firstFiled = from.listings - from.lines
  for (let begin = 0; begin < from.listings; begin += 2_000) {
    const transaction = database.transaction(names, 'readwrite', { durability: 'relaxed' })
    const put = (name: string, row: unknown) => transaction.objectStore(name).put(row)
    for (let at = begin; at < Math.min(begin + 2_000, from.listings); at++) {
      const isFiled = at >= firstFiled
      const template = isFiled ? from.filedAt : at % from.flags.length
      const [comId, flagId, captureId] = [comIdOf(at), id('MF', at), id('MC', at)]
      const sellerId = String(2_680_000_000 + (at % from.sellers))
      const storeName = `Bench ${at % from.sellers} Outdoor`
      const createdAtMs = from.startMs - at * 90_000
      const complaintAt = Math.floor((at - firstFiled) / from.linesOfComplaint)
      const complaintId = id('MP', complaintAt)
      const flag = { ...from.flags[template], flagId, captureId, comId, createdAtMs } as Flag & {
        queueGroup?: string
      }
      if (isFiled) {
        flag.filedIn = complaintId
        delete flag.queueGroup
      }
      put('flags', flag)
      const listing = from.summaries[template]
      put('listings', {
        ...listing,
        comId,
        shownId: comId,
        sellerId,
        storeName,
        title: `${listing?.title} n${at}`,
      })
      const capture = from.captures[template]
      const { sighting, row } = capture ?? {}
      put('captures', {
        ...capture,
        ...{ captureId, comId, createdAtMs },
        sighting: { ...sighting, keyword: `bottle ${at % 40}`, resultsPage: 1 + (at % 3) },
        row: { ...row, sellerId: found(sellerId), storeName: found(storeName) },
      })
      put('captureJobs', { ...from.jobs[template], captureId, comId })
      if (!isFiled) continue
      const [lineId, position] = [id('MN', at), (at - firstFiled) % from.linesOfComplaint]
      put('complaintLines', { ...from.line, lineId, complaintId, comId, flagId, position })
      if (at % 2 === 0) put('tracks', { ...from.track, subjectId: lineId, complaintId, comId })
      if (position === 0)
        put('complaints', { ...from.complaint, complaintId, caseNumber: `BENCH-${complaintAt}` })
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve
      transaction.onerror = () => reject(transaction.error)
    })
  }
  // A round of looking through the evidence has just ended: the files of these captures do not exist.
  const ended = { beganAtMs: from.startMs, captures: from.listings, files: 0, endedAtMs: from.startMs }
  const meta = database.transaction('meta', 'readwrite').objectStore('meta')
  await settled(meta.put({ key: 'rounds', rounds: { current: null, last: ended, flaws: [] } }))
  database.close()
}

/** Reads the captures of `seedDesk` for their sellers, as the background does within an hour or so. */
export async function seedSellers(page: Page): Promise<void> {
  const { rows } = await templates()
  const id = (kind: string, at: number) => `01${kind}${String(at).padStart(22, '0')}`
  const firstFiled = rows.listings - rows.lines
  const traceOf = (at: number) => {
    const trace = rows.traces[at >= firstFiled ? rows.filedAt : at % rows.flags.length]
    const name = `Bench ${at % rows.sellers} Outdoor`
    const made = {
      ...trace,
      ...{ captureId: id('MC', at), comId: String(1_005_100_000_000_000 + at), reading: 'ended' as const },
      ...{ sellerId: String(2_680_000_000 + (at % rows.sellers)), names: [{ value: name, source: 'state' }] },
      pictureHashes: [`S${at.toString(16).padStart(32, '0')}`],
    } as Templates['traces'][number]
    return { ...made, linkKeys: linkKeysOf(made) }
  }
  const step = 5_000
  for (let begin = 0; begin < rows.listings; begin += step) {
    const many = Math.min(step, rows.listings - begin)
    await writeSeed(page, { sellerTraces: Array.from({ length: many }, (_, at) => traceOf(begin + at)) })
  }
  const sellers = Array.from({ length: rows.sellers }, (_, seller) =>
    foldSeller(
      Array.from({ length: rows.listings / rows.sellers }, (_, at) => traceOf(seller + at * rows.sellers)),
    ),
  )
  for (let begin = 0; begin < sellers.length; begin += 1_000)
    await writeSeed(page, { sellers: sellers.slice(begin, begin + 1_000) })
}
