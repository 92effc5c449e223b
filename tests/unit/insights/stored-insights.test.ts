import { expect, test } from 'vitest'
import { flagListing } from '../../../lib/queue/flag-listing.ts'
import { undoFlag } from '../../../lib/queue/undo-flag.ts'
import { dexieInsightReader } from '../../../lib/storage/dexie-insight-reader.ts'
import { dexieLineOutcomes } from '../../../lib/storage/dexie-line-outcomes.ts'
import { dexieWorkBaseline } from '../../../lib/storage/dexie-work-baseline.ts'
import { openTestDatabase } from '../../support/open-test-database.ts'
import { buildNewFlag, buildSighting } from '../../support/records.ts'
import { buildFiledLine } from '../../support/seller-traces.ts'

async function openInsights() {
  const house = await openTestDatabase()
  const { database, flags, clock } = house
  const judge = async (comId: string, sighting: Parameters<typeof buildSighting>[0] = {}) => {
    const flag = buildNewFlag({ comId, sighting: buildSighting({ resultsPage: 1, ...sighting }) })
    const saved = await flagListing({ repo: flags, clock }, flag)
    if (!saved.ok) throw new Error(saved.error.message)
    return flag
  }
  return { ...house, judge, reader: dexieInsightReader(database, dexieLineOutcomes(database)) }
}

test('places are those of own first pages that a judgement stands for', async () => {
  const { database, judge, reader, flags, clock } = await openInsights()
  const own = await judge('1005007000000001')
  await judge('1005007000000002', { resultsPage: 2 })
  await judge('1005007000000003', { keyword: null })
  const undone = await judge('1005007000000004')
  await undoFlag({ repo: flags, clock }, undone)
  const stored = await database.captures.get(own.capture.captureId)
  // As an import brings it: nobody here judged by it.
  if (stored) await database.captures.add({ ...stored, captureId: '01JDC0000000000000000000B1' })
  const { places, judged } = await reader.facts()
  expect(places).toEqual([
    {
      ...{ keyword: 'velmora', comId: '1005007000000001', captureId: own.capture.captureId },
      ...{ on: expect.stringMatching(/^2026-11-2[23]$/), verdict: 'infringing' },
    },
  ])
  expect(judged.map(({ comId }) => comId)).toHaveLength(3)
  expect(await reader.titles(['1005007000000001', '1'])).toEqual(
    new Map([['1005007000000001', 'Velmora style trail bottle 750 ml']]),
  )
})

test('a filed listing is of the one account that captures name, and of none where they name two', async () => {
  const { database, reader } = await openInsights()
  const filed = ['1', '2'].map((comId) => buildFiledLine(comId))
  await database.complaints.bulkPut(filed.map(({ complaint }) => complaint))
  await database.complaintLines.bulkPut(filed.map(({ line }) => line))
  const seller = (sellerId: string, comIds: string[]) => ({
    ...{ sellerId, companyIds: [], storeNumbers: [], countries: [], traderStatuses: [], storeOpened: [] },
    ...{ contacts: [], identity: [], shipTo: [], firstSeenAtMs: 1, lastSeenAtMs: 1 },
    names: [
      {
        ...{ value: `Store ${sellerId}`, source: 'x', firstSeenAtMs: 1, firstCaptureId: 'a' },
        ...{ lastSeenAtMs: 1, lastCaptureId: 'a' },
      },
    ],
    listings: comIds.map((comId) => ({
      ...{ comId, price: null, sold: null, lastSeenAtMs: 1, lastCaptureId: 'a' },
    })),
  })
  await database.sellers.bulkPut([seller('7', ['1', '2']), seller('8', ['2'])])
  const facts = await reader.facts()
  expect(facts.filed.map(({ comId, sellerId, flaggedOn }) => [comId, sellerId, flaggedOn])).toEqual([
    ['1', '7', null],
    ['2', null, null],
  ])
  expect([...facts.sellers]).toEqual([['7', { name: 'Store 7', isFromCardsAlone: true }]])
})

test('minutes are what the person entered, and nothing before', async () => {
  const { database } = await openInsights()
  const store = dexieWorkBaseline(database)
  expect(await store.read()).toBeNull()
  const step = { byHand: 3, withDocket: 0.5 }
  await store.save({ evidence: step, filing: step, outcome: step })
  expect(await store.read()).toEqual({ evidence: step, filing: step, outcome: step })
})
