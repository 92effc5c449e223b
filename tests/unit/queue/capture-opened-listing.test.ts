import { describe, expect, test } from 'vitest'
import { newId } from '../../../lib/core/ids.ts'
import type { Capture } from '../../../lib/evidence/capture.ts'
import { captureOpenedListing } from '../../../lib/queue/capture-opened-listing.ts'
import { flagListing } from '../../../lib/queue/flag-listing.ts'
import { openTestDatabase, type TestHouse } from '../../support/open-test-database.ts'
import { buildListing, buildNewFlag, buildSighting } from '../../support/records.ts'

const comId = '1005007000000001'

const openedCapture = (overrides: Partial<Capture> = {}): Capture => ({
  captureId: newId(),
  comId,
  mode: 'completed-on-opening',
  tab: null,
  sighting: buildSighting({ pageKind: 'item', pageUrl: `https://www.aliexpress.com/item/${comId}.html` }),
  listing: buildListing(comId),
  row: null,
  witnesses: null,
  createdAtMs: 1,
  importedFrom: null,
  ...overrides,
})

async function houseWithFlag(overrides: Parameters<typeof buildNewFlag>[0] = {}) {
  const house = await openTestDatabase()
  await flagListing({ repo: house.flags, clock: house.clock }, buildNewFlag({ comId, ...overrides }))
  return house
}

const open = (house: TestHouse, capture: Capture) =>
  captureOpenedListing(
    { repo: house.flags, clock: house.clock },
    { capture, shownId: comId, documentKey: newId() },
  )

describe('opening a listing that was flagged', () => {
  test('stores what its page states, with everything else due, and leaves the judgement alone', async () => {
    const house = await houseWithFlag()
    expect((await house.judged.judged([comId]))[0]?.itemEvidence).toBe('none')
    const capture = openedCapture()
    expect(await open(house, capture)).toEqual({ ok: true, value: { captureId: capture.captureId } })
    const [job] = await house.evidence.jobs([capture.captureId])
    expect(job).toMatchObject({ gathering: 'open', screenshot: { state: 'pending' }, seal: { state: 'due' } })
    const [judged] = await house.judged.judged([comId])
    expect(judged).toMatchObject({ itemEvidence: 'gathering', listing: { hasItemCapture: true } })
    expect(judged?.flag.captureId).not.toBe(capture.captureId)
  })

  test('twice with the same id changes nothing', async () => {
    const house = await houseWithFlag()
    const capture = openedCapture()
    await open(house, capture)
    expect((await open(house, capture)).ok).toBe(true)
    expect(await house.database.captures.count()).toBe(2)
  })

  test('an id of another listing is refused', async () => {
    const house = await houseWithFlag()
    const other = '1005007000000002'
    await flagListing({ repo: house.flags, clock: house.clock }, buildNewFlag({ comId: other }))
    const capture = openedCapture()
    await open(house, capture)
    const again = openedCapture({ captureId: capture.captureId, comId: other, listing: buildListing(other) })
    expect(await open(house, again)).toMatchObject({ ok: false, error: { code: 'id-reused' } })
  })

  test.each([
    ['that nobody flagged', null],
    ['judged genuine', { verdict: 'genuine', ipType: null } as const],
  ])('a listing %s gets no evidence', async (_, judgement) => {
    const house = judgement ? await houseWithFlag(judgement) : await openTestDatabase()
    const before = await house.database.captures.count()
    expect(await open(house, openedCapture())).toMatchObject({ ok: false, error: { code: 'not-queued' } })
    expect(await house.database.captures.count()).toBe(before)
  })

  test('one that was filed is out of the queue: its statements and a picture are kept, and files where they are wanted', async () => {
    const house = await houseWithFlag({ verdict: 'genuine', ipType: null })
    const see = async (wantsFiles: boolean) => {
      const capture = openedCapture()
      const deps = { repo: house.flags, clock: house.clock }
      const wish = { shownId: comId, documentKey: newId(), isFiled: true, wantsFiles }
      expect((await captureOpenedListing(deps, { capture, ...wish })).ok).toBe(true)
      return (await house.evidence.jobs([capture.captureId]))[0]
    }
    expect(await see(false)).toMatchObject({ screenshot: { state: 'pending' }, gathering: 'none', parts: {} })
    expect(await see(true)).toMatchObject({ screenshot: { state: 'pending' }, gathering: 'open' })
  })
})
