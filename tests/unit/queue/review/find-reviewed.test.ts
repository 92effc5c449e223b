import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { found } from '../../../../lib/core/observation.ts'
import { decideRights } from '../../../../lib/queue/decide-right.ts'
import { flagListing } from '../../../../lib/queue/flag-listing.ts'
import { findReviewed } from '../../../../lib/queue/review/find-reviewed.ts'
import { movedPlace } from '../../../../lib/queue/review/play.ts'
import { runReviewAct } from '../../../../lib/queue/review/review-act.ts'
import { everything, type ReviewFilter, timeBounds } from '../../../../lib/queue/review/review-filter.ts'
import {
  firstSettings,
  withColumn,
  withoutSaved,
  withSaved,
} from '../../../../lib/queue/review/review-settings.ts'
import { removeFlags } from '../../../../lib/queue/undo-flag.ts'
import {
  dexiePlayStore,
  dexieReviewMarks,
  dexieReviewReader,
  dexieReviewSettings,
} from '../../../../lib/storage/dexie-review.ts'
import { openTestDatabase } from '../../../support/open-test-database.ts'
import { buildNewFlag, buildRow, buildSighting } from '../../../support/records.ts'

const comId = (index: number) => `100500700000000${index}`

/** Five listings that differ in everything that the filter knows; a sixth was removed. */
async function seededHouse() {
  const { database, flags: repo, clock } = await openTestDatabase()
  const deps = { repo, clock, marks: dexieReviewMarks(database) }
  const make = async (index: number, more: Parameters<typeof buildNewFlag>[0], row: object = {}) => {
    const flag = buildNewFlag({ comId: comId(index), row: buildRow(comId(index), row), ...more })
    const wallMs = new Date(2026, 10, 20 + index, 12).getTime()
    await flagListing({ repo, clock: () => ({ wallMs, monotonicMs: 1, offsetMinutes: 60 }) }, flag)
    return flag
  }
  const a = await make(
    0,
    { ipType: 'trademark', note: 'Logo am Deckel', sighting: buildSighting({ keyword: 'velmora 水壶' }) },
    {
      title: found('VELMORA Trinkflasche', 'state'),
      sellerId: found('2679000001', 'state'),
      storeName: found('山路用品店', 'state'),
      storeNumber: found('1102345678', 'state'),
    },
  )
  const b = await make(
    1,
    { verdict: 'suspicious', ipType: null },
    { title: found('Café bottle', 'state'), sellerId: found('2679000002', 'state') },
  )
  const c = await make(2, { verdict: 'genuine', ipType: null }, { title: found('Steel flask', 'state') })
  const d = await make(3, { ipType: 'patent' }, { title: found('Aqua cap', 'state') })
  const e = await make(4, { ipType: null, verdict: 'infringing' }, { title: found('بطانية', 'state') })
  const gone = await make(5, { ipType: 'trademark' })
  await removeFlags({ repo, clock }, [gone.flagId])
  await decideRights({ repo, clock }, [
    { flagId: a.flagId, rightId: 'right-1', reasonId: 'counterfeit', ipType: 'trademark' },
  ])
  await runReviewAct(deps, { kind: 'skip', flagId: b.flagId, reason: 'right-unclear', note: '' })
  await runReviewAct(deps, { kind: 'check', flagId: a.flagId, name: 'Wei', agrees: true, note: '' })
  await runReviewAct(deps, { kind: 'check', flagId: d.flagId, name: 'Wei', agrees: false, note: '' })
  await database.captureJobs.update(d.capture.captureId, { screenshot: { state: 'no-permission' } })
  await database.captureJobs.update(a.capture.captureId, {
    screenshot: { state: 'saved', artefact: {} as never },
  })
  const names = new Map([a, b, c, d, e, gone].map(({ flagId }, at) => [flagId, 'abcdeg'[at] ?? '?']))
  const reader = dexieReviewReader(database)
  const find = async (filter: Partial<ReviewFilter>) => {
    let ids: string[] = []
    for await (const step of findReviewed(reader, { ...everything, ...filter }, new AbortController().signal))
      ids = step.flagIds
    return ids.map((flagId) => names.get(flagId)).join('')
  }
  return { database, reader, find, flags: { a, b, c, d, e, gone } }
}

describe('judgements are found', () => {
  const cases: Array<[Partial<ReviewFilter>, string]> = [
    [{}, 'edcba'],
    [{ sort: 'oldest' }, 'abcde'],
    [{ sort: 'title' }, 'dbcae'],
    [{ verdict: 'infringing' }, 'eda'],
    [{ verdict: 'genuine' }, 'c'],
    [{ type: 'patent' }, 'd'],
    [{ type: 'undecided' }, 'eb'],
    [{ right: 'right-1' }, 'a'],
    [{ right: 'none' }, 'ed'],
    [{ sellerId: '2679000002' }, 'b'],
    [{ from: '2026-11-22' }, 'edc'],
    [{ from: '2026-11-21', to: '2026-11-22' }, 'cb'],
    [{ to: '2026-11-20' }, 'a'],
    [{ keyword: 'velmora 水壶' }, 'a'],
    [{ evidence: 'with' }, 'a'],
    [{ evidence: 'without', verdict: 'infringing' }, 'ed'],
    [{ mark: 'skipped' }, 'b'],
    [{ mark: 'agreed' }, 'a'],
    [{ mark: 'disagreed' }, 'd'],
    [{ mark: 'unchecked' }, 'ecb'],
    [{ text: 'velmora' }, 'a'],
    [{ text: 'CAFE' }, 'b'],
    [{ text: '山路' }, 'a'],
    [{ text: 'بطانية' }, 'e'],
    [{ text: 'logo deckel' }, 'a'],
    [{ text: comId(2) }, 'c'],
    [{ text: '2679000001' }, 'a'],
    [{ text: '1102345678' }, 'a'],
    [{ text: 'nothing like it' }, ''],
    [{ text: 'velmora', verdict: 'genuine' }, ''],
  ]
  test('by verdict, type, right, seller, day, search, evidence, review and words in any script', async () => {
    const { find } = await seededHouse()
    for (const [filter, expected] of cases) {
      expect([filter, await find(filter)]).toEqual([filter, expected])
    }
  })

  test('and read as rows, with their searches and numbers', async () => {
    const { reader, flags } = await seededHouse()
    const rows = await reader.rows([flags.a.flagId, flags.b.flagId, 'unknown'])
    expect([...rows.keys()]).toEqual([flags.a.flagId, flags.b.flagId])
    expect(rows.get(flags.a.flagId)).toMatchObject({
      hasScreenshot: true,
      keyword: 'velmora 水壶',
      storeNumbers: ['1102345678'],
      mark: { check: { agrees: true } },
    })
    expect(await reader.total()).toBe(5)
    expect(await reader.keywords()).toContain('velmora 水壶')
    expect(await reader.standing(comId(0))).toBe(flags.a.flagId)
    expect(await reader.standing(comId(5))).toBeNull()
  })

  test('a day is a day of the calendar, also where the clock is changed', () => {
    expect(timeBounds({ from: '2026-10-25', to: '2026-10-25' })).toEqual({
      fromMs: new Date(2026, 9, 25).getTime(),
      beforeMs: new Date(2026, 9, 26).getTime(),
    })
    expect(timeBounds({ from: '', to: 'yesterday' })).toEqual({ fromMs: null, beforeMs: null })
  })
})

describe('a play', () => {
  test('goes on where it was left, and never beyond its ends', async () => {
    const { database } = await seededHouse()
    const store = dexiePlayStore(database)
    expect(await store.read()).toBeNull()
    const play = { filter: everything, flagIds: ['1', '2', '3'], startedAtMs: 1 }
    await store.start(play)
    await store.moveTo(2)
    expect(await store.read()).toEqual({ play, place: 2 })
    await store.start(play)
    expect((await store.read())?.place).toBe(0)
    expect([movedPlace(play, 0, -1), movedPlace(play, 2, 1), movedPlace(play, 3, 1)]).toEqual([0, 3, 3])
  })
})

test('columns keep their order, and a saved filter is replaced by one of the same name', async () => {
  const { database } = await seededHouse()
  const store = dexieReviewSettings(database)
  await store.change((settings) => withColumn(settings, 'note', true))
  await store.change((settings) => withColumn(settings, 'right', false))
  await store.change((settings) => withSaved(settings, { name: 'Mine', filter: everything }))
  await store.change((settings) =>
    withSaved(settings, { name: 'Mine', filter: { ...everything, text: 'flask' } }),
  )
  expect(await store.read()).toEqual({
    columns: ['verdict', 'seller', 'evidence', 'flagged', 'review', 'note'],
    saved: [{ name: 'Mine', filter: { ...everything, text: 'flask' } }],
  })
  await store.change((settings) => withoutSaved(settings, 'Mine'))
  expect((await store.read()).saved).toEqual(firstSettings.saved)
})
