import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { sha256Hex } from '../../../../lib/core/digest.ts'
import { ExpectedError } from '../../../../lib/core/expected-error.ts'
import type { ScreenshotStatus } from '../../../../lib/evidence/capture.ts'
import { type PartKind, partKinds } from '../../../../lib/evidence/gather/capture-part.ts'
import {
  captureLimits,
  type GatherProgress,
  gatherParts,
  retryParts,
} from '../../../../lib/evidence/gather/gather-parts.ts'
import type { PartGatherer, PartGatherers } from '../../../../lib/evidence/gather/part-gatherer.ts'
import { flagListing } from '../../../../lib/queue/flag-listing.ts'
import { itemEvidenceOf } from '../../../../lib/queue/listing-state.ts'
import { openTestDatabase, type TestHouse } from '../../../support/open-test-database.ts'
import { buildListing, buildNewFlag, buildSighting } from '../../../support/records.ts'

const never = new AbortController().signal
const comId = '1005007000000001'
const saved = { state: 'saved' } as ScreenshotStatus

async function flaggedItem(house: TestHouse): Promise<string> {
  const flag = buildNewFlag({
    comId,
    row: null,
    listing: buildListing(comId),
    sighting: buildSighting({ pageKind: 'item' }),
  })
  await flagListing({ repo: house.flags, clock: house.clock }, flag)
  return flag.capture.captureId
}

const fileOf = (kind: PartKind, text: string, name = `${kind}.txt`) => ({
  kind: 'page-state' as const,
  name,
  mediaType: 'text/plain',
  obtainedBy: 'test',
  subject: null,
  takenAtMs: 1,
  pageUrl: null,
  sourceUrl: null,
  cut: null,
  redacted: [],
  bytes: new TextEncoder().encode(text),
})

const done: PartGatherer = async () => ({ state: 'done', problems: [] })

function gathering(house: TestHouse, own: Partial<PartGatherers> = {}) {
  const told: GatherProgress[] = []
  const keepOne =
    (kind: PartKind): PartGatherer =>
    async (context) => {
      await context.keep(fileOf(kind, `bytes of ${kind}`))
      return { state: 'done', problems: [] }
    }
  const gatherers = Object.fromEntries(partKinds.map((kind) => [kind, keepOne(kind)])) as PartGatherers
  return {
    told,
    repo: house.evidence,
    clock: house.clock,
    gatherers: { ...gatherers, ...own },
    onProgress: (progress: GatherProgress) => told.push(progress),
  }
}

const jobOf = async (house: TestHouse, captureId: string) => {
  const [job] = await house.evidence.jobs([captureId])
  if (!job) throw new Error('no job')
  return job
}

describe('gathering the parts of a capture', () => {
  test('stores every part with its hash, in order, and tells how far it is', async () => {
    const house = await openTestDatabase()
    const captureId = await flaggedItem(house)
    expect(await jobOf(house, captureId)).toMatchObject({ gathering: 'open' })
    const work = gathering(house)
    const ended = await gatherParts(work, captureId, never)
    expect(ended).toMatchObject({ ok: true, value: { done: 5, of: 5, current: null, missing: [] } })
    expect(work.told.map(({ current }) => current)).toEqual([...partKinds, null])
    const job = await jobOf(house, captureId)
    expect(job.gathering).toBe('ended')
    for (const kind of partKinds) {
      const [artefact] = job.parts[kind]?.artefacts ?? []
      expect(artefact?.sha256).toBe(await sha256Hex(new TextEncoder().encode(`bytes of ${kind}`)))
      expect(await house.evidence.readBytes(artefact?.sha256 ?? '')).not.toBeNull()
    }
  })

  test('a part that fails is tried three times, with its last reason; the others are gathered', async () => {
    const house = await openTestDatabase()
    const captureId = await flaggedItem(house)
    let tries = 0
    const work = gathering(house, {
      mhtml: async () => {
        tries += 1
        throw new ExpectedError('broken', `try ${tries}`)
      },
    })
    const ended = await gatherParts(work, captureId, never)
    expect(tries).toBe(3)
    expect(ended).toMatchObject({ ok: true, value: { missing: ['mhtml'] } })
    expect((await jobOf(house, captureId)).parts.mhtml).toMatchObject({
      state: 'failed',
      tries: 3,
      failure: { code: 'broken', message: 'try 3' },
    })
    expect(await retryParts(work, captureId)).toBe(1)
    await gatherParts({ ...work, gatherers: { ...work.gatherers, mhtml: done } }, captureId, never)
    expect((await jobOf(house, captureId)).parts.mhtml).toMatchObject({ state: 'done', failure: null })
  })

  test('a final failure is not tried again', async () => {
    const house = await openTestDatabase()
    const captureId = await flaggedItem(house)
    let tries = 0
    const gone: PartGatherer = async () => {
      tries += 1
      return { state: 'failed', failure: { code: 'page-gone', message: 'gone' }, final: true }
    }
    await gatherParts(gathering(house, { 'page-snapshot': gone }), captureId, never)
    expect(tries).toBe(1)
  })

  test('an interruption keeps the files that are stored and counts as a try', async () => {
    const house = await openTestDatabase()
    const captureId = await flaggedItem(house)
    const seen: string[][] = []
    const halfway: PartGatherer = async (context) => {
      seen.push(context.have.map(({ name }) => name))
      await context.keep(fileOf('product-images', 'one', 'one.txt'))
      return new Promise(() => undefined)
    }
    void gatherParts(gathering(house, { 'product-images': halfway }), captureId, never)
    await expect
      .poll(async () => (await jobOf(house, captureId)).parts['product-images']?.artefacts.length)
      .toBe(1)
    const rest: PartGatherer = async (context) => {
      seen.push(context.have.map(({ name }) => name))
      await context.keep(fileOf('product-images', 'two', 'two.txt'))
      return { state: 'done', problems: [] }
    }
    await gatherParts(gathering(house, { 'product-images': rest }), captureId, never)
    const part = (await jobOf(house, captureId)).parts['product-images']
    expect(seen).toEqual([[], ['one.txt']])
    expect(part).toMatchObject({ state: 'done', tries: 2, failure: null })
    expect(part?.artefacts.map(({ name }) => name)).toEqual(['one.txt', 'two.txt'])
  })

  test('a part that is interrupted three times is given up by that name', async () => {
    const house = await openTestDatabase()
    const captureId = await flaggedItem(house)
    const job = await jobOf(house, captureId)
    const part = job.parts['page-state']
    if (!part) throw new Error('no part')
    await house.evidence.saveParts(captureId, { 'page-state': { ...part, state: 'running', tries: 3 } }, 1)
    await gatherParts(gathering(house), captureId, never)
    expect((await jobOf(house, captureId)).parts['page-state']).toMatchObject({
      state: 'failed',
      failure: { code: 'interrupted' },
    })
  })

  test('the person may stop it: what is stored stays, the rest says so', async () => {
    const house = await openTestDatabase()
    const captureId = await flaggedItem(house)
    const stop = new AbortController()
    const cancelling: PartGatherer = async (context) => {
      await context.keep(fileOf('page-snapshot', 'kept'))
      stop.abort()
      return { state: 'failed', failure: { code: 'aborted', message: 'aborted' }, final: false }
    }
    await gatherParts(gathering(house, { 'page-snapshot': cancelling }), captureId, stop.signal)
    const { parts, gathering: state } = await jobOf(house, captureId)
    expect(state).toBe('ended')
    expect(parts['page-state']?.state).toBe('done')
    expect(parts['page-snapshot']).toMatchObject({
      state: 'cancelled',
      artefacts: [{ name: 'page-snapshot.txt' }],
    })
    expect(parts['full-page-screenshot']).toMatchObject({ state: 'cancelled', artefacts: [] })
  })

  test('what goes beyond the limit of a capture is left out, by name', async () => {
    const house = await openTestDatabase()
    const captureId = await flaggedItem(house)
    const large: PartGatherer = async (context) => {
      expect(context.roomBytes()).toBeLessThanOrEqual(captureLimits.bytes)
      const bytes = new Uint8Array(context.roomBytes() + 1)
      await context.keep({ ...fileOf('mhtml', ''), bytes })
      return { state: 'done', problems: [] }
    }
    const work = gathering(house, { mhtml: large })
    await gatherParts(work, captureId, never)
    expect((await jobOf(house, captureId)).parts.mhtml).toMatchObject({
      state: 'failed',
      tries: 1,
      failure: { code: 'capture-full' },
    })
    // Cut and marked, not asked for again: another try would end there too.
    expect(work.told.at(-1)?.missing).toEqual([])
    expect(await retryParts(work, captureId)).toBe(0)
    expect(itemEvidenceOf([{ ...(await jobOf(house, captureId)), screenshot: saved }])).toBe('cut')
  })

  test('bytes that the storage does not return are not called stored', async () => {
    const house = await openTestDatabase()
    const captureId = await flaggedItem(house)
    const work = gathering(house)
    const repo = { ...house.evidence, readBytes: async () => null }
    await gatherParts({ ...work, repo }, captureId, never)
    expect((await jobOf(house, captureId)).parts['page-state']).toMatchObject({
      state: 'failed',
      failure: { code: 'not-stored' },
    })
  })

  test('a capture that is not stored is said so', async () => {
    const house = await openTestDatabase()
    expect(await gatherParts(gathering(house), 'none', never)).toMatchObject({
      ok: false,
      error: { code: 'unknown-capture' },
    })
  })
})
