import fc from 'fast-check'
import type { AllowedSeller, Holder, Right } from '../../lib/rights/right.ts'
import { portalStates } from '../../lib/rights/right.ts'
import type { DocumentRef, RightDocument } from '../../lib/rights/right-document.ts'

/** Any right and holder as a form or an import may hand them over, without files. */

/** Text as fields hold it: trimmed, no control characters, anything else. */
const line = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom(
      '=HYPERLINK("//x")',
      "'quoted",
      '018000001',
      '＝1+1',
      '1-2',
      'a|b\\n',
      'C:\\new',
      '12345678901234567',
    ),
  )
  .map((text) => text.replace(/\p{Cc}|\p{Zl}|\p{Zp}/gu, '').trim())
const filledLine = line.filter((text) => text !== '')
const lines = fc.array(filledLine, { maxLength: 5 })
const note = fc.array(line, { maxLength: 3 }).map((rows) => rows.join('\n').trim())
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const maybeDay = fc.option(day)
const digits = fc.integer({ min: 1, max: 2_000_000_000 }).map(String)

const seller: fc.Arbitrary<AllowedSeller> = fc
  .record({ sellerId: fc.option(digits), storeNumber: fc.option(digits), name: line, until: maybeDay, note })
  .map((each) => ((each.sellerId ?? each.storeNumber) ? each : { ...each, sellerId: '1' }))

const common = {
  label: line,
  number: line,
  registrant: line,
  jurisdiction: line,
  territory: fc.uniqueArray(fc.constantFrom('EU', 'CN', 'US', 'DE', 'OA'), { maxLength: 4 }),
  validUntil: maybeDay,
  portal: fc.record({ state: fc.constantFrom(...portalStates), since: maybeDay, note }),
  role: fc.constantFrom('owner' as const, 'agent' as const),
  powerOfAttorney: fc.constant(null),
  powerOfAttorneyUntil: maybeDay,
  documents: fc.constant<RightDocument[]>([]),
  vocabulary: fc.record({ names: lines, products: lines, goods: lines }),
  allowedSellers: fc.array(seller, { maxLength: 4 }),
  references: fc.constant<DocumentRef[]>([]),
  changedAtMs: fc.nat(),
}

const trademark = fc.record({
  ...common,
  ipType: fc.constant('trademark' as const),
  kind: fc.constantFrom('word' as const, 'figurative' as const, 'combined' as const),
  mark: line,
  niceClasses: fc.uniqueArray(fc.integer({ min: 1, max: 45 }), { maxLength: 5 }),
  isInternational: fc.boolean(),
  extensionToChina: fc.constant(null),
})
const copyright = fc.record({
  ...common,
  ipType: fc.constant('copyright' as const),
  workTitle: line,
  work: fc.constantFrom(
    'art' as const,
    'photo' as const,
    'text' as const,
    'software' as const,
    'other' as const,
  ),
  isRegistered: fc.boolean(),
  claimStatement: fc.constant(null),
  author: line,
  firstPublished: maybeDay,
  firstPublishedUrl: fc.option(fc.webUrl({ withQueryParameters: true })),
})
const patent = fc.record({
  ...common,
  ipType: fc.constant('patent' as const),
  kind: fc.constantFrom('invention' as const, 'utility-model' as const, 'design' as const),
  title: line,
  filedOn: maybeDay,
  claims: lines,
  evaluationReport: fc.constant(null),
})

const anyHolder: fc.Arbitrary<Omit<Holder, 'holderId'>> = fc.record({
  kind: fc.constantFrom('company' as const, 'person' as const),
  name: filledLine,
  complainantName: line,
  country: fc.option(fc.constantFrom('DE', 'CN')),
  contactName: line,
  contactEmail: line,
  identityDocuments: fc.constant<DocumentRef[]>([]),
  changedAtMs: fc.nat(),
})

/** Rights of up to two holders, each with an id of its own. */
export const anyRights: fc.Arbitrary<{ holders: Holder[]; rights: Right[] }> = fc
  .record({
    holders: fc.uniqueArray(anyHolder, { minLength: 1, maxLength: 2, selector: ({ name }) => name }),
    rights: fc.array(fc.record({ right: fc.oneof(trademark, copyright, patent), of: fc.nat() }), {
      maxLength: 5,
    }),
  })
  .map((made) => structuredClone(made))
  .map(({ holders, rights }) => ({
    holders: holders.map((holder, at) => ({ ...holder, holderId: `holder-${at}` })),
    rights: rights.map(
      ({ right, of }, at): Right => ({
        ...right,
        rightId: `right-${at}`,
        holderId: `holder-${of % holders.length}`,
      }),
    ),
  }))
