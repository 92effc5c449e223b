import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Complaint } from '../../../lib/complaints/complaint.ts'
import { formEntries } from '../../../lib/complaints/form-entries.ts'
import { formFiles } from '../../../lib/complaints/form-files.ts'
import { defaultPortalRules as rules } from '../../../lib/complaints/portal-rules-data.ts'
import {
  buildAnswers,
  buildCopyright,
  buildHolder,
  buildListingFacts,
  buildTrademark,
  documentOf,
  today,
} from '../../support/rights.ts'

const complaintOf = (overrides: Partial<Complaint> = {}): Complaint => ({
  complaintId: 'complaint-1',
  ...{
    portalId: 'aidc-ipp',
    platformId: 'aliexpress',
    rightId: 'right-tm',
    complaintType: 'product-listing',
  },
  reasonId: 'tm-counterfeit-features',
  ...{ state: 'ready', answers: buildAnswers(), caseNumber: null, filedOn: null, note: '' },
  ...{ createdAtMs: 0, changedAtMs: 0 },
  ...overrides,
})
const sourceOf = (overrides: Partial<Complaint> = {}, listings = 3) => ({
  complaint: complaintOf(overrides),
  right: buildTrademark(),
  holder: buildHolder(),
  listings: Array.from({ length: listings }, (_, number) => buildListingFacts(number)),
  rules,
})
const valuesOf = (entries: ReturnType<typeof formEntries>) =>
  Object.fromEntries(entries.map(({ entryId, value }) => [entryId, value]))

describe('the entries of a form', () => {
  test('stand in the order of the portal’s form, with what the complaint holds', () => {
    const entries = formEntries(sourceOf())
    expect(entries.map(({ field }) => field)).toEqual([
      ...['platform', 'ip-type', 'right-number', 'complaint-type', 'reason'],
      ...['links', 'explanation', 'attachments'],
    ])
    expect(valuesOf(entries)).toMatchObject({
      platform: 'AliExpress',
      'ip-type': 'Trademark',
      'right-number': '018000001',
      'complaint-type': 'Product listing',
      reason: 'Counterfeit Features',
    })
  })

  test('ask for statement, order number and own page only where the reason demands them', () => {
    const of = (reasonId: string) => formEntries(sourceOf({ reasonId })).map(({ field }) => field)
    expect(of('tm-model-does-not-exist')).toContain('statement')
    expect(of('tm-test-buy')).toContain('order-number')
    expect(of('cr-image-theft')).toContain('source-url')
    expect(of('tm-counterfeit-features')).not.toContain('statement')
  })

  test('name who complains where the portal has no account', () => {
    const values = valuesOf(formEntries(sourceOf({ portalId: 'web-form' })))
    expect(values).toMatchObject({
      complainant: 'Velmora Outdoor GmbH',
      'e-mail': 'brand@velmora.example',
      role: 'Right holder',
      'right-name': 'VELMORA',
      registrant: 'Velmora Outdoor GmbH',
      jurisdiction: 'EUIPO',
    })
    expect(values.declaration).toContain(`Ines Investigator, ${today}`)
  })

  test('are empty, never invented, where something is not known', () => {
    const values = valuesOf(
      formEntries({ ...sourceOf({ portalId: 'web-form', reasonId: 'gone' }), right: null, holder: null }),
    )
    for (const field of ['complainant', 'e-mail', 'role', 'right-number', 'right-name', 'reason']) {
      expect(values[field], field).toBe('')
    }
    const undeclared = buildAnswers({ declaration: null })
    expect(valuesOf(formEntries(sourceOf({ portalId: 'web-form', answers: undeclared }))).declaration).toBe(
      '',
    )
    expect(formEntries(sourceOf({ portalId: 'gone' }))).toEqual([])
  })

  test('no link is lost, doubled or over the form’s number, and nothing else stands among them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 70 }),
        fc.constantFrom('aidc-ipp', 'web-form'),
        (count, portalId) => {
          const source = sourceOf({ portalId }, count)
          const parts = formEntries(source).filter(({ field }) => field === 'links')
          const lines = parts.map(({ value }) => value.split('\n').filter((line) => line !== ''))
          expect(lines.flat()).toEqual(source.listings.map(({ url }) => url))
          const limit = portalId === 'web-form' ? 10 : 300
          for (const [at, part] of parts.entries()) {
            expect(lines[at]?.length).toBeLessThanOrEqual(limit)
            expect(part.part).toEqual({ at: at + 1, of: parts.length, links: lines[at]?.length })
          }
          expect(new Set(parts.map(({ entryId }) => entryId)).size).toBe(parts.length)
        },
      ),
    )
  })

  test('of a complaint about store fronts are the addresses of the stores, each once', () => {
    const source = sourceOf({ complaintType: 'store-front' }, 3)
    const numbers = [['1102000001'], ['2986026', '1102000001'], ['1102000001']]
    const listings = source.listings.map((one, at) => ({ ...one, storeNumbers: numbers[at] ?? [] }))
    expect(valuesOf(formEntries({ ...source, listings })).links).toBe(
      'https://www.aliexpress.com/store/1102000001\nhttps://www.aliexpress.com/store/2986026',
    )
  })

  test('of an answer carry the case number and the text', () => {
    const entries = formEntries(sourceOf({ caseNumber: 'IPP-1', state: 'filed' }), ' Not our invoice. ')
    expect(valuesOf(entries)).toMatchObject({ 'case-number': 'IPP-1', answer: 'Not our invoice.' })
    expect(entries.map(({ field }) => field)).not.toContain('explanation')
  })
})

describe('the files of a form', () => {
  const [report, photo, extra] = ['report.pdf', 'photo.png', 'extra.png'].map((name, at) =>
    documentOf(name, { sha256: String(at).repeat(64) }),
  )
  const answers = buildAnswers({
    testPurchase: {
      ...{ orderNumber: '81', orderedOn: null, receivedOn: null, findings: '', photos: photo ? [photo] : [] },
      report: report ?? null,
    },
    attachments: extra ? [extra, extra] : [],
  })
  const namesOf = (overrides: Partial<Complaint>, right = buildTrademark()) =>
    formFiles(complaintOf(overrides), { right, holder: buildHolder(), rules }).map((file) =>
      file.kind === 'comparison' ? file.comparison.comId : file.document.name,
    )

  test('are those that the reason asks for, and the attachments, each once', () => {
    expect(namesOf({ reasonId: 'tm-test-buy', answers })).toEqual(['report.pdf', 'photo.png', 'extra.png'])
    expect(namesOf({ reasonId: 'tm-unfair-use', answers })).toEqual(['extra.png'])
  })

  test('hold the documents of right and holder only where no account holds them', () => {
    const own = buildTrademark()
    expect(namesOf({ portalId: 'web-form', reasonId: 'tm-unfair-use' }, own)).toEqual(['certificate.pdf'])
    expect(namesOf({ reasonId: 'tm-unfair-use' }, own)).toEqual([])
  })

  test('take the pictures of the right where no original was added', () => {
    const right = { ...buildCopyright(), references: [documentOf('work.png')] }
    const of = (originalWork: ReturnType<typeof documentOf> | null) =>
      formFiles(complaintOf({ reasonId: 'cr-art-work', answers: buildAnswers({ originalWork }) }), {
        ...{ right, holder: null, rules },
      }).map((file) => file.kind !== 'comparison' && file.document.name)
    expect(of(null)).toEqual(['work.png'])
    expect(of(documentOf('original.png', { sha256: 'e'.repeat(64) }))).toEqual(['original.png'])
  })
})
