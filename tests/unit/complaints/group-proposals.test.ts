import { expect, test } from 'vitest'
import { groupPoints } from '../../../lib/complaints/group-points.ts'
import { groupProposals } from '../../../lib/complaints/group-proposals.ts'
import { blocking, warning } from '../../../lib/complaints/open-point.ts'
import { defaultPortalRules as rules } from '../../../lib/complaints/portal-rules-data.ts'
import { warnAtFlagging } from '../../../lib/complaints/warn-at-flagging.ts'
import { buildCopyright, buildListingFacts, buildTrademark, now, today } from '../../support/rights.ts'

const rights = [
  buildTrademark(),
  buildCopyright({ vocabulary: { names: ['Pinefall'], products: [], goods: [] } }),
]
const known = { rights, rules, today }
const waiting = (number: number, title: string, shipTo: string | null = 'DE') => ({
  flagId: `flag-${number}`,
  ipType: null,
  facts: buildListingFacts(number, { title, shipTo, storeName: 'Shop' }),
})

test('listings with the same right and ground stand together; the strongest first, those without any last', () => {
  const groups = groupProposals(
    [
      waiting(1, 'Plain bottle'),
      waiting(2, 'Velmora bottle'),
      waiting(3, 'Pinefall poster', null),
      waiting(4, 'velmora cup'),
      waiting(5, 'Velmora lid', 'JP'),
    ],
    known,
  )
  expect(
    groups.map(({ proposal, listings }) => [proposal?.rightId ?? null, listings.map(({ flagId }) => flagId)]),
  ).toEqual([
    ['right-tm', ['flag-2', 'flag-4']],
    ['right-cr', ['flag-3']],
    ['right-tm', ['flag-5']],
    [null, ['flag-1']],
  ])
})

test('points of one kind stand together, each listing once', () => {
  const groups = groupPoints([
    blocking('gone', 'lines', 'a', '1'),
    blocking('statement-missing', 'statement', 'b'),
    blocking('gone', 'lines', 'c', '2'),
    blocking('gone', 'lines', 'c', '2'),
    warning('stale', 'lines', 'd', '1'),
  ])
  expect(groups.map(({ code, comIds }) => [code, comIds])).toEqual([
    ['gone', ['1', '2']],
    ['statement-missing', []],
    ['stale', ['1']],
  ])
})

const flag = { ipType: 'trademark', rightId: null } as const
const context = { rights, rules, today, nowMs: now }

test('at the moment of flagging only that is said which matters then', () => {
  const fine = buildListingFacts(1, { screenshots: 0, sellerId: null })
  expect(warnAtFlagging(fine, flag, context)).toEqual([])
  const abroad = buildListingFacts(1, { shipTo: 'JP' })
  expect(warnAtFlagging(abroad, flag, context)).toEqual(['the right may not apply in JP'])
  const filed = {
    complaintId: 'c',
    rightId: 'right-tm',
    state: 'filed',
    on: today,
    wasRemoved: false,
  } as const
  expect(
    warnAtFlagging(
      buildListingFacts(1, { elsewhere: [filed, { ...filed, wasRemoved: true }] }),
      flag,
      context,
    ),
  ).toEqual(['already filed with this right', 'already removed once'])
})

test('an authorised seller is said although no right is proposed against them', () => {
  const allowed = { sellerId: '2679000001', storeNumber: null, name: 'Own shop', until: null, note: '' }
  const own = { ...context, rights: [buildTrademark({ allowedSellers: [allowed] })] }
  expect(warnAtFlagging(buildListingFacts(1), flag, own)).toEqual(['this seller may sell these goods'])
})

test('a permission under one registration of a mark counts for the other', () => {
  const allowed = { sellerId: '2679000001', storeNumber: null, name: 'Own shop', until: null, note: '' }
  const second = buildTrademark({ rightId: 'right-ir', territory: ['JP'], allowedSellers: [allowed] })
  const both = { ...context, rights: [buildTrademark(), second] }
  expect(warnAtFlagging(buildListingFacts(1), flag, both)).toEqual(['this seller may sell these goods'])
  expect(groupProposals([waiting(1, 'Velmora bottle')], { ...known, rights: both.rights })).toMatchObject([
    { proposal: null },
  ])
})

test('a right that has ended, that the portal has not verified or refused, or that is not entered is said', () => {
  const said = (right: Partial<ReturnType<typeof buildTrademark>>) =>
    warnAtFlagging(buildListingFacts(1), flag, { ...context, rights: [buildTrademark(right)] })
  const portal = (state: 'pending' | 'refused') => ({ portal: { state, since: null, note: '' } })
  expect(said({ validUntil: '2026-11-24' })).toEqual(['the right has ended'])
  expect(said(portal('pending'))).toEqual(['the right is not verified on the portal'])
  expect(said(portal('refused'))).toEqual(['the portal refused the right'])
  // One in force is the one that the complaint would name.
  const ended = buildTrademark({ rightId: 'right-old', validUntil: '2026-11-24' })
  expect(warnAtFlagging(buildListingFacts(1), flag, { ...context, rights: [ended, ...rights] })).toEqual([])
  expect(warnAtFlagging(buildListingFacts(1), { ...flag, ipType: 'patent' }, context)).toEqual([
    'no patent is entered under Rights',
  ])
})

test('where no right fits, or none is known, nothing is said', () => {
  expect(
    warnAtFlagging(buildListingFacts(1, { title: 'Plain', storeName: null, shipTo: 'JP' }), flag, context),
  ).toEqual([])
  expect(warnAtFlagging(buildListingFacts(1, { shipTo: 'JP' }), flag, { ...context, rights: [] })).toEqual([])
})
