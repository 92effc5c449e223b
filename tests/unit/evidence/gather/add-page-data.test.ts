import { beforeEach, expect, test } from 'vitest'
import { absent } from '../../../../lib/core/observation.ts'
import { addPageData } from '../../../../lib/evidence/gather/add-page-data.ts'
import { completeSummary } from '../../../../lib/queue/complete-summary.ts'
import { flagListing } from '../../../../lib/queue/flag-listing.ts'
import { openTestDatabase } from '../../../support/open-test-database.ts'
import { buildListing, buildNewFlag } from '../../../support/records.ts'

const comId = '1005007000000001'
let house: Awaited<ReturnType<typeof openTestDatabase>>

beforeEach(async () => {
  house = await openTestDatabase()
})

const answerOf = (productId: string, title: string) =>
  JSON.stringify({
    data: {
      result: {
        PRODUCT_TITLE: { text: title },
        GLOBAL_DATA: { globalData: { productId, currencyCode: 'USD' } },
        SHOP_CARD_PC: {
          storeName: 'Pinefall Outdoor Store',
          sellerInfo: { adminSeq: 2679000001, storeNum: 1102000001 },
        },
      },
    },
  })

async function flagItem() {
  const listing = buildListing(comId, { sellerId: absent })
  const flag = buildNewFlag({ comId, listing, row: null })
  await flagListing({ repo: house.flags, clock: house.clock }, flag)
  return flag
}

test('the data call is kept beside what the page showed, with every difference', async () => {
  const { capture } = await flagItem()
  const deps = { repo: house.evidence, clock: house.clock }
  const added = await addPageData(deps, capture.captureId, answerOf(comId, 'Another title'))
  expect(added.ok).toBe(true)
  const job = await house.database.captureJobs.get(capture.captureId)
  expect(job?.pageData).toMatchObject({ sellerId: { status: 'found', value: '2679000001' } })
  expect(job?.disagreements).toContainEqual({
    field: 'title',
    shown: 'Velmora style trail bottle 750 ml',
    stated: 'Another title',
    statedBy: 'data-call',
  })
  expect(await house.database.captures.get(capture.captureId)).toEqual(capture)
})

test('a seller that only the data call names reaches the summary', async () => {
  const { capture } = await flagItem()
  expect((await house.database.listings.get(comId))?.sellerId).toBeNull()
  const deps = { repo: house.evidence, clock: house.clock }
  const added = await addPageData(
    deps,
    capture.captureId,
    answerOf(comId, 'Velmora style trail bottle 750 ml'),
  )
  if (!added.ok) throw new Error(added.error.message)
  await completeSummary({ repo: house.flags }, added.value.capture, added.value.completed)
  expect((await house.database.listings.get(comId))?.sellerId).toBe('2679000001')
})

test('an answer about another listing names nobody', async () => {
  const { capture } = await flagItem()
  const deps = { repo: house.evidence, clock: house.clock }
  const added = await addPageData(deps, capture.captureId, answerOf('1005007000000099', 'Other'))
  expect(added).toMatchObject({ ok: true, value: { completed: { sellerId: absent } } })
  expect((await house.database.captureJobs.get(capture.captureId))?.disagreements).toEqual([
    { field: 'comId', shown: comId, stated: '1005007000000099', statedBy: 'data-call' },
  ])
})

test('malformed, unknown and hostile answers are refused with the reason and change nothing', async () => {
  const { capture } = await flagItem()
  const deps = { repo: house.evidence, clock: house.clock }
  for (const answer of [
    '',
    '{',
    '[]',
    'null',
    '{"data":{}}',
    '{"__proto__":{"polluted":1}}',
    `${'['.repeat(5000)}${']'.repeat(5000)}`,
  ]) {
    expect(await addPageData(deps, capture.captureId, answer)).toMatchObject({ ok: false })
  }
  expect(await house.database.captureJobs.get(capture.captureId)).toMatchObject({
    pageData: null,
    disagreements: [],
  })
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

test('a results row has no data call', async () => {
  const flag = buildNewFlag({ comId })
  await flagListing({ repo: house.flags, clock: house.clock }, flag)
  const deps = { repo: house.evidence, clock: house.clock }
  expect(await addPageData(deps, flag.capture.captureId, answerOf(comId, 'x'))).toMatchObject({
    error: { code: 'unknown-capture' },
  })
})
