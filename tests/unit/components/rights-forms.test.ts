import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countryName, territoryGroups } from '../../../components/rights/country-names.ts'
import {
  begunDrafts,
  newHolderDraftName,
  newRightDraftName,
  rightDraftName,
} from '../../../components/rights/draft-store.ts'
import { hashesIn } from '../../../components/rights/drop-files.ts'
import { endingLine, toneOfExpiry } from '../../../components/rights/ending-words.ts'
import { placeOfPoint, rightFieldOf } from '../../../components/rights/field-of-point.ts'
import { filterRights, noFilter } from '../../../components/rights/filter-rights.ts'
import { niceClassGroups } from '../../../components/rights/nice-classes.ts'
import {
  type RightValues,
  rightOfValues,
  rightResolver,
  rightValuesSchema,
  valuesOfRight,
} from '../../../components/rights/right-values.ts'
import { type RightsView, readRightsView, rightsHash } from '../../../components/rights/rights-view.ts'
import { countryTiles } from '../../../components/rights/territory-tiles.ts'
import { checkRightToFile } from '../../../lib/complaints/check-right-to-file.ts'
import { ipTypes } from '../../../lib/queue/flag.ts'
import { countryCodes } from '../../../lib/rights/country-codes.ts'
import { endingsOf } from '../../../lib/rights/endings.ts'
import { expiryOf } from '../../../lib/rights/expiry.ts'
import { newHolder, newRight } from '../../../lib/rights/new-right.ts'
import type { Right } from '../../../lib/rights/right.ts'
import { anyRights } from '../../support/arbitrary-rights.ts'
import { buildCopyright, buildHolder, buildPatent, buildTrademark, documentOf } from '../../support/rights.ts'

const today = '2026-11-25'
const id = fc
  .string({ unit: fc.constantFrom(...'abcXYZ019_-'), minLength: 1, maxLength: 26 })
  .filter((text) => !['new', 'steps', 'holders'].includes(text))

describe('the addresses of the pages', () => {
  const field = fc.option(fc.constantFrom('right.mark', 'validUntil'))
  const view: fc.Arbitrary<RightsView> = fc.oneof(
    fc.constantFrom<RightsView[]>({ view: 'list' }, { view: 'steps' }, { view: 'new-holder' }),
    fc.record({ view: fc.constant('new-right' as const), ipType: fc.constantFrom(...ipTypes) }),
    fc.record({ view: fc.constant('statement' as const), rightId: id }),
    fc.record({
      view: fc.constant('right' as const),
      rightId: id,
      field,
      newType: fc.option(fc.constantFrom(...ipTypes)),
    }),
    fc.record({ view: fc.constant('holder' as const), holderId: id, field, isNew: fc.boolean() }),
  )
  test('are read as they are written', () => {
    fc.assert(
      fc.property(view, (written) => {
        const [path = '', query = ''] = rightsHash(written).replace('#/', '').split('?')
        expect(readRightsView(path, new URLSearchParams(query))).toEqual({ ...written })
      }),
    )
  })
  test.each([
    '',
    'right',
    'rights/new',
    'rights/new?type=x',
    'rights/a/b',
    'rights/a/statement/b',
    'rights/a%20b',
    'rights/holders',
    'rights/holders/a/b',
  ])('anything else names no page: %s', (address) => {
    const [path = '', query = ''] = address.split('?')
    expect(readRightsView(path, new URLSearchParams(query))).toBeNull()
  })
})

describe('the form of a right', () => {
  /** Lists lose what is doubled in them, and classes are sorted. */
  const settled = (right: Right): Right => {
    const once = (words: string[]) => [...new Set(words)]
    const { names, products, goods } = right.vocabulary
    const vocabulary = { names: once(names), products: once(products), goods: once(goods) }
    return right.ipType === 'trademark'
      ? { ...right, vocabulary, niceClasses: right.niceClasses.toSorted((one, other) => one - other) }
      : { ...right, vocabulary }
  }
  test('shows every right and says the same again', () => {
    fc.assert(
      fc.property(anyRights, ({ rights }) => {
        for (const right of rights) {
          const values = valuesOfRight(right)
          expect(rightValuesSchema.parse(JSON.parse(JSON.stringify(values)))).toEqual(values)
          expect(rightOfValues(values, right.rightId, right.changedAtMs)).toEqual(settled(right))
        }
      }),
    )
  })
  test.each([
    [
      'a page without https',
      buildCopyright(),
      { firstPublishedUrl: 'velmora.example' },
      'firstPublishedUrl',
      'web address',
    ],
    [
      'an address that runs',
      buildCopyright(),
      { firstPublishedUrl: 'javascript:alert(1)' },
      'firstPublishedUrl',
      'web address',
    ],
    ['no holder', buildTrademark(), { holderId: '' }, 'holderId', 'Choose the holder.'],
    ['a label without end', buildTrademark(), { label: 'x'.repeat(301) }, 'label', 'At most 300'],
    [
      'an empty claim in between',
      buildPatent(),
      { claims: [{ text: 'a' }, { text: ' ' }, { text: 'c' }] },
      'claims',
      'This claim is empty',
    ],
    ['a year that is none', buildTrademark(), { validUntil: '12027-01-01' }, 'validUntil', 'day that exists'],
  ])('says what is wrong with %s', async (_, right, changed: Partial<RightValues>, field, message) => {
    const resolver = rightResolver(right.rightId, () => 1)
    const options = { fields: {}, shouldUseNativeValidation: false }
    const wrong = await resolver({ ...valuesOfRight(right), ...changed }, undefined, options)
    expect(Object.keys(wrong.errors)).toEqual([field])
    expect(JSON.stringify(wrong.errors)).toContain(message)
    const whole = await resolver(valuesOfRight(right), undefined, options)
    expect(whole).toMatchObject({ errors: {}, values: { rightId: right.rightId, changedAtMs: 1 } })
  })
  test('an empty claim at the end is none', () => {
    const values = { ...valuesOfRight(buildPatent()), claims: [{ text: 'a' }, { text: ' ' }] }
    expect(rightOfValues(values, 'r', 1)).toMatchObject({ claims: ['a'] })
  })
})

describe('every open point of a right', () => {
  const ids = { rightId: 'r', holderId: 'h', nowMs: 0 }
  const rights: Right[] = [
    ...ipTypes.map((ipType) => newRight(ipType, ids)),
    buildTrademark({ number: 'No. 1', isInternational: true, role: 'agent', validUntil: '2026-11-30' }),
    buildTrademark({
      role: 'agent',
      powerOfAttorney: documentOf('a.pdf'),
      powerOfAttorneyUntil: '2026-01-01',
      validUntil: '2026-01-01',
      portal: { state: 'refused', since: null, note: '' },
    }),
    buildCopyright({ isRegistered: true, documents: [], firstPublishedUrl: null }),
    buildPatent({ kind: 'utility-model', evaluationReport: null, validUntil: '2026-01-01' }),
  ]
  const holders = [null, newHolder('h', 0), buildHolder({ contactEmail: 'jane.doe@x.example' })]
  const points = rights.flatMap((right) =>
    holders.flatMap((holder) =>
      checkRightToFile(right, holder, { ipType: null, today }).map((point) => ({ point, right })),
    ),
  )
  test('are all there', () => expect(new Set(points.map(({ point }) => point.code)).size).toBe(23))
  test('leads to a field of the form of the right or of its holder', () => {
    for (const { point, right } of points) {
      const place = placeOfPoint(point, right)
      const names =
        place?.form === 'holder' ? Object.keys(newHolder('h', 0)) : Object.keys(valuesOfRight(right))
      expect(names, point.code).toContain(place?.field.split('.')[0])
    }
  })
  test('of a whole right there are none', () => {
    for (const right of [buildTrademark(), buildCopyright(), buildPatent()]) {
      expect(checkRightToFile(right, buildHolder(), { ipType: null, today })).toEqual([])
    }
  })
  test('a class page alone proves no registered work', () => {
    const documents = buildCopyright().documents.map((document) => ({ ...document, kind: 'pages' as const }))
    const [point] = checkRightToFile(buildCopyright({ documents }), buildHolder(), { ipType: null, today })
    expect(point).toMatchObject({ code: 'work-unproven' })
  })
  test('other pages lead by the field of the point alone', () => {
    expect(rightFieldOf('', 'right.patent', newRight('patent', ids))).toBe('number')
    expect(rightFieldOf('', 'right.patent', buildPatent({ title: '' }))).toBe('title')
    expect(rightFieldOf('', 'explanation', buildPatent())).toBeNull()
  })
})

describe('the list', () => {
  const rights = [
    buildTrademark({
      label: 'B mark 10',
      vocabulary: { names: ['VELMORA', '维尔莫拉'], products: [], goods: [] },
    }),
    buildTrademark({ rightId: 'r2', label: 'B mark 9', portal: { state: 'pending', since: null, note: '' } }),
    buildPatent({ label: 'A lid', registrant: 'Müller GmbH' }),
  ]
  const found = (change: Partial<typeof noFilter>) =>
    filterRights(rights, [buildHolder()], { ...noFilter, ...change }).map(({ label }) => label)
  test.each([
    ['everything, by name', {}, ['A lid', 'B mark 9', 'B mark 10']],
    ['every word anywhere', { text: 'mark outdoor' }, ['B mark 9', 'B mark 10']],
    ['without accents', { text: 'muller' }, ['A lid']],
    ['Chinese words', { text: '莫拉' }, ['B mark 10']],
    ['a type', { ipType: 'patent' as const }, ['A lid']],
    ['a state', { state: 'pending' as const }, ['B mark 9']],
    ['nothing', { text: 'no such' }, []],
  ])('shows %s', (_, change, labels) => expect(found(change)).toEqual(labels))
})

describe('ends', () => {
  test('are said in words, and a power of attorney as what it is', () => {
    const right = buildTrademark({
      validUntil: '2026-11-26',
      role: 'agent',
      powerOfAttorneyUntil: '2026-11-25',
    })
    expect(endingsOf([right], today).map(endingLine)).toEqual([
      'Power of attorney for VELMORA word mark ends today.',
      'VELMORA word mark ends in 1 day.',
    ])
  })
  test.each([
    ['2026-11-24', 'danger'],
    ['2026-12-02', 'danger'],
    ['2026-12-03', 'warn'],
    ['2026-12-26', 'plain'],
    ['2028-01-01', 'plain'],
  ])('%s is %s', (until, tone) => expect(toneOfExpiry(expiryOf(until, today))).toBe(tone))
})

describe('drafts', () => {
  test('of what is not stored yet are told from others', () => {
    const names = [newRightDraftName('patent', 'p1'), newHolderDraftName('h1'), rightDraftName('r1')]
    expect(begunDrafts(names)).toEqual([
      { name: 'new-patent:p1', id: 'p1', kind: 'right', ipType: 'patent' },
      { name: 'new-holder:h1', id: 'h1', kind: 'holder' },
    ])
  })
  test('name the files that must stay', () => {
    const one = 'a'.repeat(64)
    expect(hashesIn({ documents: [documentOf('x.pdf', { sha256: one })], note: 'b'.repeat(65) })).toEqual([
      one,
    ])
  })
})

describe('what is chosen from', () => {
  test('45 classes', () => {
    expect(niceClassGroups('g', 's').map(({ choices }) => choices.length)).toEqual([34, 11])
  })
  test('countries have names, each stands once, and the Madrid system offers fewer', () => {
    const all = territoryGroups('Regions', false).flatMap(({ choices }) => choices)
    expect(all.filter(({ code, label }) => code === label)).toEqual([])
    expect(new Set(all.map(({ value }) => value)).size).toBe(all.length)
    const madrid = territoryGroups('Regions', true).flatMap(({ choices }) => choices)
    expect(madrid.length).toBeLessThan(all.length)
    expect(madrid.map(({ value }) => value)).not.toContain('TW')
    expect(countryName('BX')).toBe('Benelux')
    expect(countryName('no code')).toBe('no code')
  })
  test('the map has every member of the European Union, each country once and in a place of its own', () => {
    const known = new Set<string>(Object.values(countryCodes).flat())
    const codes = countryTiles.map(({ code }) => code)
    expect(codes).toHaveLength(198)
    expect(new Set(codes).size).toBe(198)
    expect(codes.filter((code) => !known.has(code))).toEqual([])
    expect(new Set(countryTiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(198)
  })
})
