import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkListing } from '../../../lib/complaints/check-lines.ts'
import { newId } from '../../../lib/core/ids.ts'
import { addListed, type ListedDecision, type NewListed } from '../../../lib/queue/add-listed.ts'
import { captureOpenedListing } from '../../../lib/queue/capture-opened-listing.ts'
import { flagListing } from '../../../lib/queue/flag-listing.ts'
import { type Standing, sortListed } from '../../../lib/queue/listed-standing.ts'
import { readUrlList } from '../../../lib/queue/read-url-list.ts'
import { removeFlags, restoreFlags } from '../../../lib/queue/undo-flag.ts'
import { dexieComplaintReader } from '../../../lib/storage/dexie-complaint-reader.ts'
import { dexieQueueReader } from '../../../lib/storage/dexie-queue-reader.ts'
import { dexieStandingReader } from '../../../lib/storage/dexie-standing-reader.ts'
import { openTestDatabase } from '../../support/open-test-database.ts'
import { buildNewFlag } from '../../support/records.ts'

const comIdOf = (at: number) => String(1_005_006_000_000_000 + at)
const listedOf = (count: number): NewListed[] =>
  Array.from({ length: count }, (_, at) => ({ flagId: newId(), comId: comIdOf(at), shownId: comIdOf(at) }))
const decision: ListedDecision & { documentKey: string } = {
  verdict: 'infringing',
  ipType: 'trademark',
  note: 'list 7',
  rightId: 'right-tm',
  reasonId: 'tm-keyword-misuse',
  documentKey: 'page-1',
}

async function openHouse() {
  const house = await openTestDatabase()
  const deps = { repo: house.flags, clock: house.clock }
  const entries = () => dexieQueueReader(house.database).entries()
  const { standings } = dexieStandingReader(house.database)
  return { house, deps, entries, standings }
}

describe('listings of a list', () => {
  test('are queued in one go without evidence, once, however often they are added', async () => {
    const { house, deps, entries } = await openHouse()
    const listed = listedOf(600)
    const first = await addListed(deps, listed, decision)
    const second = await addListed(deps, listed, decision)
    const flagIds = listed.map(({ flagId }) => flagId)
    expect(first).toEqual({ ok: true, value: { flagIds, skipped: [] } })
    expect(second).toEqual(first)
    expect(await house.flags.countQueued()).toBe(600)
    expect(await entries()).toHaveLength(600)
    const [entry] = await entries()
    expect(entry).toMatchObject({
      flag: { captureId: null, verdict: 'infringing', rightId: 'right-tm', note: 'list 7' },
      listing: { title: null, lastSeenUrl: null, lastSeenAtMs: null, hasItemCapture: false },
    })
    expect(await house.judged.lastIpType()).toBe('trademark')
  })

  test('that are to be looked at later have no type and no right', async () => {
    const { deps, entries } = await openHouse()
    await addListed(deps, listedOf(1), { ...decision, verdict: 'suspicious' })
    expect((await entries())[0]?.flag).toMatchObject({
      verdict: 'suspicious',
      ipType: null,
      rightId: null,
      reasonId: null,
    })
  })

  test('keep the judgement that was made meanwhile, and what is known of them', async () => {
    const { deps, entries, house } = await openHouse()
    const judged = buildNewFlag({ comId: comIdOf(0), verdict: 'genuine' })
    await flagListing(deps, judged)
    const before = await house.database.listings.get(comIdOf(0))
    const outcome = await addListed(deps, listedOf(2), decision)
    expect(outcome).toMatchObject({ ok: true, value: { skipped: [comIdOf(0)] } })
    expect((await entries()).map(({ flag }) => flag.comId)).toEqual([comIdOf(1)])
    expect(await house.database.listings.get(comIdOf(0))).toEqual(before)
  })

  test('are all taken back in one go; what was filed or judged again stays', async () => {
    const { deps, house, entries, standings } = await openHouse()
    const listed = listedOf(300)
    await addListed(deps, listed, decision)
    const flagIds = listed.map(({ flagId }) => flagId)
    await house.database.flags.update(flagIds[7] ?? '', { filedIn: 'complaint-1' })
    await flagListing(deps, buildNewFlag({ comId: comIdOf(8) }))
    expect(await removeFlags(deps, [...flagIds, ...flagIds])).toHaveLength(298)
    expect((await entries()).map(({ flag }) => flag.comId)).not.toContain(comIdOf(9))
    expect([...(await standings(listed.map(({ comId }) => comId)))]).toEqual([
      [comIdOf(8), { state: 'queued' }],
      [comIdOf(7), { state: 'filed', on: null }],
    ])
    expect(await restoreFlags(deps, flagIds)).toHaveLength(298)
    expect(await house.flags.countQueued()).toBe(300)
  })

  test('an id that belongs to another listing, and a note that is too long, change nothing', async () => {
    const { deps, house } = await openHouse()
    const [one, ...others] = listedOf(600)
    if (!one) throw new Error('no listing')
    await addListed(deps, [one], decision)
    expect(await addListed(deps, [...others, { ...one, comId: comIdOf(700) }], decision)).toMatchObject({
      ok: false,
      error: { code: 'id-reused' },
    })
    expect(await addListed(deps, others, { ...decision, note: 'x'.repeat(2001) })).toMatchObject({
      ok: false,
      error: { code: 'note-too-long' },
    })
    expect(await house.flags.countQueued()).toBe(1)
  })

  test('where the read-back differs nobody is told that they are saved', async () => {
    const { deps } = await openHouse()
    const repo = { ...deps.repo, storedFlags: async () => [] }
    expect(await addListed({ ...deps, repo }, listedOf(1), decision)).toMatchObject({
      ok: false,
      error: { code: 'not-stored' },
    })
  })

  test('count as missing evidence before a complaint, until their page is opened', async () => {
    const { deps, house } = await openHouse()
    await addListed(deps, listedOf(1), decision)
    const codes = async () => {
      const [facts] = await dexieComplaintReader(house.database).facts([comIdOf(0)])
      if (!facts) throw new Error('nothing is known of it')
      const context = {
        right: null,
        rights: [],
        complaintId: null,
        today: '2026-11-23' as const,
        nowMs: Date.now(),
        lastSeenMaxHours: 24,
      }
      return checkListing(facts, context).map(({ code }) => code)
    }
    expect(await codes()).toEqual(['seller-unknown', 'never-seen', 'evidence-missing'])
    expect(await house.judged.judged([comIdOf(0)])).toMatchObject([{ job: null, itemEvidence: 'none' }])
    const { capture, shownId, documentKey } = buildNewFlag({ comId: comIdOf(0) })
    expect(await captureOpenedListing(deps, { capture, shownId, documentKey })).toMatchObject({ ok: true })
    expect(await house.judged.judged([comIdOf(0)])).toMatchObject([{ job: { captureId: capture.captureId } }])
    expect(await codes()).not.toContain('never-seen')
  })
})

describe('what a list becomes', () => {
  const standing = fc.constantFrom<Standing>(
    { state: 'queued' },
    { state: 'filed', on: '2026-11-20' },
    { state: 'cleared', verdict: 'genuine', atMs: 0 },
    { state: 'cleared', verdict: 'out-of-scope', atMs: 0 },
  )
  const line = fc.oneof(
    fc.integer({ min: 0, max: 30 }).map(comIdOf),
    fc.constantFrom('x', 'https://a.aliexpress.com/_m'),
  )

  test('each entry has one outcome, none is lost, and only what is known nowhere is new', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 60 }),
        fc.dictionary(fc.integer({ min: 0, max: 30 }).map(comIdOf), standing),
        (lines, known) => {
          const read = readUrlList(lines.join('\n'))
          const standings = new Map(Object.entries(known))
          const sorted = sortListed(read, standings)
          expect(sorted.map(({ place }) => place)).toEqual(read.map(({ place }) => place))
          const many = { new: 0, duplicate: 0, filed: 0, refused: 0 }
          for (const { outcome } of sorted) many[outcome] += 1
          expect(many.new + many.duplicate + many.filed + many.refused).toBe(lines.length)
          const fresh = sorted.flatMap((entry) => (entry.outcome === 'new' ? entry.comId : []))
          expect(new Set(fresh).size).toBe(fresh.length)
          expect(fresh.filter((comId) => standings.has(comId))).toEqual([])
          expect(sortListed(read, standings)).toEqual(sorted)
        },
      ),
      { numRuns: 300 },
    )
  })
})
