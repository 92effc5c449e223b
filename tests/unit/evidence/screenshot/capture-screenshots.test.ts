import { beforeEach, describe, expect, test } from 'vitest'
import { sha256Hex } from '../../../../lib/core/digest.ts'
import { settleInterrupted } from '../../../../lib/evidence/gather/settle-interrupted.ts'
import { captureScreenshots, type Masking } from '../../../../lib/evidence/screenshot/capture-screenshots.ts'
import type { Drawing } from '../../../../lib/evidence/screenshot/full-page-ports.ts'
import type { PageCheck } from '../../../../lib/evidence/screenshot/page-check.ts'
import type { ScreenshotPorts } from '../../../../lib/evidence/screenshot/take-screenshot.ts'
import { flagListing } from '../../../../lib/queue/flag-listing.ts'
import { modelDrawing, modelRows, rowsOf } from '../../../support/model-page.ts'
import { openTestDatabase } from '../../../support/open-test-database.ts'
import { buildNewFlag } from '../../../support/records.ts'

const url = 'https://www.aliexpress.com/w/wholesale-velmora.html?page=2'
const png = new Uint8Array([137, 80, 78, 71, 1, 2, 3])
/** Plenty, unless a test takes it away. */
const room = { freeBytes: async (): Promise<number | null> => 50_000_000_000 }
let house: Awaited<ReturnType<typeof openTestDatabase>>
let shots: number

const noDrawing: Drawing = {
  decode: () => Promise.reject(new Error('nothing is to be covered')),
  canvas: () => {
    throw new Error('nothing is to be covered')
  },
}
const masking: Masking = { setting: { read: async () => true }, drawing: noDrawing }

beforeEach(async () => {
  house = await openTestDatabase()
  shots = 0
})

function portsWithInView(...inView: string[]): (comIds: string[]) => ScreenshotPorts {
  return (comIds) => {
    const page: PageCheck = {
      sameDocument: true,
      url,
      pageState: 'ready',
      visible: true,
      controlsHidden: true,
      itemComId: null,
      account: null,
      subjects: Object.fromEntries(
        comIds.map((comId) => [comId, inView.includes(comId) ? { x: 1, y: 2, width: 3, height: 4 } : null]),
      ),
    }
    return {
      tab: async () => ({ isInFront: true, url }),
      checkPage: async () => page,
      whenAllowed: (take) => take(),
      photograph: async () => {
        shots += 1
        return { outcome: 'taken', png }
      },
      watch: () => ({ happened: () => null, stop: () => undefined }),
      nowMs: () => 5000,
    }
  }
}

async function flagTwo() {
  const first = buildNewFlag({ comId: '1005007000000001' })
  const second = buildNewFlag({ comId: '1005007000000002', documentKey: first.documentKey })
  for (const flag of [first, second]) await flagListing({ repo: house.flags, clock: house.clock }, flag)
  return { documentKey: first.documentKey, captureIds: [first.capture.captureId, second.capture.captureId] }
}

describe('capturing', () => {
  test('one shot serves the listings in view; the other is said not to be in it', async () => {
    const request = await flagTwo()
    const deps = {
      repo: house.evidence,
      clock: house.clock,
      room,
      masking,
      portsFor: portsWithInView('1005007000000001'),
    }
    const answer = await captureScreenshots(deps, request)
    const sha256 = await sha256Hex(png)
    expect(answer).toMatchObject({
      ok: true,
      value: {
        statuses: {
          [request.captureIds[0] ?? '']: {
            state: 'saved',
            artefact: { sha256, bytes: 7, subject: { x: 1 } },
          },
          [request.captureIds[1] ?? '']: { state: 'failed', failure: { code: 'not-in-view' } },
        },
      },
    })
    expect((await house.database.blobs.get(sha256))?.bytes).toEqual(png)
  })

  test('a capture that has its screenshot keeps it', async () => {
    const request = await flagTwo()
    const portsFor = portsWithInView('1005007000000001', '1005007000000002')
    const deps = { repo: house.evidence, clock: house.clock, room, masking, portsFor }
    const first = await captureScreenshots(deps, request)
    expect(await captureScreenshots(deps, request)).toEqual(first)
    expect(shots).toBe(1)
  })

  test('bytes that do not come back as written are not saved', async () => {
    const request = await flagTwo()
    const repo = { ...house.evidence, readBytes: async () => new Uint8Array([0]) }
    const portsFor = portsWithInView('1005007000000001', '1005007000000002')
    const answer = await captureScreenshots({ repo, clock: house.clock, room, masking, portsFor }, request)
    expect(answer).toMatchObject({
      ok: true,
      value: {
        statuses: { [request.captureIds[0] ?? '']: { state: 'failed', failure: { code: 'not-stored' } } },
      },
    })
    expect(await house.database.captureJobs.toArray()).toMatchObject([
      { screenshot: { state: 'failed' } },
      { screenshot: { state: 'failed' } },
    ])
  })

  test('with too little room none is begun: the flag stands, and its screenshot says why', async () => {
    const request = await flagTwo()
    const portsFor = portsWithInView('1005007000000001', '1005007000000002')
    const full = { freeBytes: async () => 199_999_999 }
    const deps = { repo: house.evidence, clock: house.clock, room: full, masking, portsFor }
    const answer = await captureScreenshots(deps, request)
    expect(shots).toBe(0)
    expect(answer).toMatchObject({
      value: { statuses: { [request.captureIds[0] ?? '']: { state: 'failed', tries: 0 } } },
    })
    expect(await house.database.captureJobs.toArray()).toMatchObject([
      { screenshot: { failure: { code: 'no-room', message: expect.stringContaining('199 MB') } } },
      { screenshot: { failure: { code: 'no-room' } } },
    ])
    expect(await house.flags.countQueued()).toBe(2)
    await captureScreenshots({ ...deps, room }, request)
    expect(await house.database.captureJobs.toArray()).toMatchObject([
      { screenshot: { state: 'saved' } },
      { screenshot: { state: 'saved' } },
    ])
  })

  test('a browser that does not tell how much room there is hinders nothing', async () => {
    const request = await flagTwo()
    const portsFor = portsWithInView('1005007000000001', '1005007000000002')
    const untold = { freeBytes: async () => null }
    const deps = { repo: house.evidence, clock: house.clock, room: untold, masking, portsFor }
    await captureScreenshots(deps, request)
    expect(shots).toBe(1)
  })

  test('captures of another document and unknown ones are refused', async () => {
    const { captureIds } = await flagTwo()
    const deps = { repo: house.evidence, clock: house.clock, room, masking, portsFor: portsWithInView() }
    const stranger = buildNewFlag()
    expect(await captureScreenshots(deps, { captureIds, documentKey: stranger.documentKey })).toMatchObject({
      error: { code: 'other-document' },
    })
    expect(
      await captureScreenshots(deps, {
        captureIds: [stranger.capture.captureId],
        documentKey: stranger.documentKey,
      }),
    ).toMatchObject({ error: { code: 'unknown-capture' } })
    expect(shots).toBe(0)
  })
})

test('a screenshot that never came is named interrupted', async () => {
  const { captureIds } = await flagTwo()
  expect(await settleInterrupted({ repo: house.evidence, clock: house.clock })).toBe(0)
  const later = () => ({ ...house.clock(), wallMs: house.clock().wallMs + 300_000 })
  expect(await settleInterrupted({ repo: house.evidence, clock: later })).toBe(2)
  expect(await house.database.captureJobs.get(captureIds[0] ?? '')).toMatchObject({
    screenshot: { state: 'failed', failure: { code: 'interrupted' } },
  })
})

test('a status for a capture that is not stored changes nothing at all', async () => {
  const { captureIds } = await flagTwo()
  const statuses = new Map([...captureIds, 'unknown'].map((id) => [id, { state: 'no-permission' as const }]))
  await expect(house.evidence.saveStatuses(statuses, 1)).rejects.toMatchObject({ code: 'unknown-capture' })
  expect(await house.database.captureJobs.get(captureIds[0] ?? '')).toMatchObject({
    screenshot: { state: 'pending' },
  })
})

describe('when someone is signed in', () => {
  const account = (boxes: Array<{ y: number; height: number }>) => ({
    windowWidth: 100,
    boxes: boxes.map(({ y, height }) => ({ shows: 'header' as const, x: 0, y, width: 100, height })),
  })
  const shot = new Uint8Array(new Uint32Array([0, 1, 2, 3, 4, 5]).buffer)

  async function capture(setting: boolean, drawing: Drawing) {
    const flag = buildNewFlag({ comId: '1005007000000001' })
    await flagListing({ repo: house.flags, clock: house.clock }, flag)
    const ports = portsWithInView('1005007000000001')(['1005007000000001'])
    const page = await ports.checkPage('before')
    if (!page) throw new Error('no page')
    const portsFor = () => ({
      ...ports,
      checkPage: async () => ({ ...page, account: account([{ y: 0, height: 2 }]) }),
      photograph: async () => ({ outcome: 'taken' as const, png: shot }),
    })
    const request = { documentKey: flag.documentKey, captureIds: [flag.capture.captureId] }
    const masking = { setting: { read: async () => setting }, drawing }
    await captureScreenshots({ repo: house.evidence, clock: house.clock, room, portsFor, masking }, request)
    const [job] = await house.evidence.jobs(request.captureIds)
    if (!job) throw new Error('no job')
    return job.screenshot
  }

  test('the header is covered before the picture is hashed and stored', async () => {
    const status = await capture(true, modelDrawing(1))
    if (status.state !== 'saved') throw new Error(JSON.stringify(status))
    expect(status.artefact.redacted).toEqual(['page header covered: someone was signed in'])
    const stored = await house.evidence.readBytes(status.artefact.sha256)
    expect(rowsOf(stored ?? shot)).toEqual([modelRows.covered, modelRows.covered, 2, 3, 4, 5])
    expect(await house.evidence.readBytes(await sha256Hex(shot))).toBeNull()
  })

  test('it stays where the person wants that', async () => {
    const status = await capture(false, noDrawing)
    expect(status).toMatchObject({
      state: 'saved',
      artefact: { redacted: [], sha256: await sha256Hex(shot) },
    })
  })

  test('a picture that cannot be covered is not kept', async () => {
    expect(await capture(true, noDrawing)).toMatchObject({
      state: 'failed',
      failure: { message: expect.stringContaining('covering the page header') },
    })
    expect(await house.database.blobs.count()).toBe(0)
  })
})
