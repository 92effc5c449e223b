import { describe, expect, test } from 'vitest'
import { allowedSellerOf } from '../../../lib/rights/allowed-seller.ts'
import { claimStatementText, draftClaimStatement } from '../../../lib/rights/claim-statement.ts'
import { countryCodes, madridMembers } from '../../../lib/rights/country-codes.ts'
import { endingsOf } from '../../../lib/rights/endings.ts'
import { calendarDateOf, expiryOf } from '../../../lib/rights/expiry.ts'
import { keepDocument } from '../../../lib/rights/keep-document.ts'
import { nameOfRight, newHolder, newRight } from '../../../lib/rights/new-right.ts'
import { maxDocumentBytes, readDocumentType } from '../../../lib/rights/right-document.ts'
import { holderSchema, rightSchema } from '../../../lib/rights/right-schema.ts'
import { coveredCountries, coversCountry, lacksChina, regionCodes } from '../../../lib/rights/territory.ts'
import { buildCopyright, buildHolder, buildPatent, buildTrademark } from '../../support/rights.ts'

const bytesOf = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

describe('files', () => {
  test.each([
    ['a.pdf', '%PDF-1.7', 'application/pdf'],
    ['wrong-name.doc', '\x89PNG\r\n\x1a\n…', 'image/png'],
    ['photo', '\xff\xd8\xff\xe0', 'image/jpeg'],
  ])('%s is told by its bytes', (name, bytes, type) => {
    expect(readDocumentType(name, bytesOf(bytes))).toEqual({ ok: true, value: type })
  })

  test.each([
    ['statement.docx', 'PK\x03\x04', 'word-refused'],
    ['statement.doc', '\xd0\xcf\x11\xe0', 'word-refused'],
    ['statement.pdf', '<html>', 'type-refused'],
    ['pictures.zip', 'PK\x03\x04', 'type-refused'],
    ['nothing.pdf', '', 'empty'],
  ])('%s is refused', (name, bytes, code) => {
    const type = readDocumentType(name, bytesOf(bytes))
    expect(type).toMatchObject({ ok: false, error: { code } })
    expect(type.ok ? '' : type.error.message).toContain(name)
  })
})

describe('adding a file', () => {
  const add = async (file: { name: string; size?: number; text?: string }, accepted?: ['image/png']) => {
    const kept = new Map<string, Uint8Array>()
    const bytes = bytesOf(file.text ?? '%PDF-1.7')
    const chosen = {
      name: file.name,
      size: file.size ?? bytes.byteLength,
      arrayBuffer: async () => bytes.buffer as ArrayBuffer,
    }
    const repo = {
      keepFile: async (sha256: string, stored: Uint8Array<ArrayBuffer>) => void kept.set(sha256, stored),
    }
    return { result: await keepDocument(repo, chosen, 7, accepted), kept }
  }

  test('keeps its bytes under their hash and says what it is', async () => {
    const { result, kept } = await add({ name: 'certificate.pdf' })
    expect(result).toMatchObject({
      ok: true,
      value: { name: 'certificate.pdf', mediaType: 'application/pdf', bytes: 8, addedAtMs: 7 },
    })
    expect([...kept.keys()]).toEqual([result.ok && result.value.sha256])
  })
  test.each([
    ['Word', { name: 'statement.docx', text: 'PK\x03\x04' }, 'word-refused'],
    ['a page under another name', { name: 'statement.pdf', text: '<html>' }, 'type-refused'],
    ['what is too large, before it is read', { name: 'film.pdf', size: maxDocumentBytes + 1 }, 'too-large'],
    ['nothing', { name: 'a.pdf', text: '' }, 'empty'],
  ])('stores nothing of %s', async (_, file, code) => {
    const { result, kept } = await add(file)
    expect(result).toMatchObject({ ok: false, error: { code } })
    expect(kept.size).toBe(0)
  })
  test('where a picture belongs, a PDF is refused', async () => {
    expect((await add({ name: 'a.pdf' }, ['image/png'])).result).toMatchObject({ ok: false })
  })
  test('a name that turns its own direction, or has no end, is made readable', async () => {
    const { result } = await add({ name: `a\u202efdp.exe\n${'x'.repeat(500)}` })
    expect(result).toMatchObject({ ok: true, value: { name: expect.stringMatching(/^afdp\.exex{192}$/) } })
  })
})

describe('territory', () => {
  const eu = { territory: ['EU', 'CN'] }
  test.each([
    ['DE', true],
    ['CN', true],
    ['GB', false],
    ['UK', false],
    ['US', false],
  ])('an EU and CN right in %s: %s', (country, covers) => {
    expect(coversCountry(eu, country)).toBe(covers)
  })
  test.each([
    ['BX', 'NL', true],
    ['BX', 'FR', false],
    ['OA', 'SN', true],
    ['OA', 'GH', false],
  ])('%s covers %s: %s', (region, country, covers) => {
    expect(coversCountry({ territory: [region] }, country)).toBe(covers)
  })
  test('every country of a region, and every member of the Madrid Union, can be chosen', () => {
    const known = new Set<string>([...Object.values(countryCodes).flat(), ...regionCodes])
    expect(known.size).toBe(Object.values(countryCodes).flat().length + regionCodes.length)
    expect(known.size).toBe(253)
    const regional = coveredCountries(regionCodes.map((code) => ({ territory: [code] })))
    expect([...regional, ...madridMembers].filter((code) => !known.has(code))).toEqual([])
    const names = new Intl.DisplayNames('en', { type: 'region' })
    expect([...known].filter((code) => names.of(code) === code)).toEqual(['BX', 'OA'])
  })
  test('AliExpress writes UK', () => expect(coversCountry({ territory: ['GB'] }, 'UK')).toBe(true))
  test('all member states are counted once', () => {
    expect(coveredCountries([eu, { territory: ['DE'] }])).toHaveLength(28)
  })
  test('the advice on China applies where no right covers it', () => {
    expect(lacksChina([{ territory: ['EU'] }])).toBe(true)
    expect(lacksChina([{ territory: ['EU'] }, eu])).toBe(false)
    expect(lacksChina([])).toBe(false)
  })
})

describe('the end of a right', () => {
  test.each([
    [null, { state: 'no-end' }],
    ['2026-11-24', { state: 'ended', inDays: -1 }],
    ['2026-11-25', { state: 'soon', inDays: 0, warning: 7 }],
    ['2026-12-02', { state: 'soon', inDays: 7, warning: 7 }],
    ['2026-12-03', { state: 'soon', inDays: 8, warning: 30 }],
    ['2027-02-23', { state: 'soon', inDays: 90, warning: 90 }],
    ['2027-02-24', { state: 'far', inDays: 91 }],
  ])('%s', (until, expiry) => {
    expect(expiryOf(until, '2026-11-25')).toEqual(expiry)
  })
  test('the day is the one where the person is', () => {
    const beforeMidnightUtc = Date.UTC(2026, 10, 24, 23, 30)
    expect(calendarDateOf(beforeMidnightUtc, 60)).toBe('2026-11-25')
    expect(calendarDateOf(beforeMidnightUtc, -300)).toBe('2026-11-24')
  })
})

describe('what ends', () => {
  const ending = (overrides: Parameters<typeof buildTrademark>[0]) =>
    endingsOf([buildTrademark(overrides)], '2026-11-25').map(({ what, until }) => [what, until])
  test.each([
    ['in 90 days', { validUntil: '2027-02-23' }, [['right', '2027-02-23']]],
    ['later', { validUntil: '2027-02-24' }, []],
    ['30 days ago', { validUntil: '2026-10-26' }, [['right', '2026-10-26']]],
    ['longer ago', { validUntil: '2026-10-25' }, []],
    ['never', { validUntil: null }, []],
    [
      'with the power to act',
      { role: 'agent' as const, validUntil: null, powerOfAttorneyUntil: '2026-12-01' },
      [['power-of-attorney', '2026-12-01']],
    ],
    [
      'with a power that the owner does not need',
      { validUntil: null, powerOfAttorneyUntil: '2026-12-01' },
      [],
    ],
  ])('%s', (_, overrides, endings) => expect(ending(overrides)).toEqual(endings))
  test('the soonest stands first', () => {
    const rights = [buildTrademark({ validUntil: '2027-01-01' }), buildPatent({ validUntil: '2026-12-01' })]
    expect(endingsOf(rights, '2026-11-25').map(({ right }) => right.ipType)).toEqual(['patent', 'trademark'])
  })
})

describe('a new right', () => {
  const ids = { rightId: 'r', holderId: 'h', nowMs: 1 }
  test.each(['trademark', 'copyright', 'patent'] as const)(
    '%s is one by the schema, with nothing said',
    (type) => {
      const right = newRight(type, ids)
      expect(rightSchema.parse(right)).toEqual(right)
      expect(nameOfRight(right)).toBe('')
    },
  )
  test('so is a new holder', () => expect(holderSchema.safeParse(newHolder('h', 1)).success).toBe(true))
  test('is called by its label, else by what it is, else by its number', () => {
    expect(nameOfRight(buildTrademark())).toBe('VELMORA word mark')
    expect(nameOfRight(buildTrademark({ label: ' ' }))).toBe('VELMORA')
    expect(nameOfRight(buildPatent({ label: '', title: '' }))).toBe('018000001')
  })
})

describe('the claim statement', () => {
  test('says what the right says, in both languages, with lines to sign on', () => {
    const right = buildCopyright({ isRegistered: false })
    const text = claimStatementText(
      (['en', 'zh'] as const).map((language) => draftClaimStatement(right, buildHolder(), language)),
    )
    expect(text).toContain('Copyright owner: Velmora Outdoor GmbH')
    expect(text).toContain('Title of the work: Catalogue photos 2026')
    expect(text).toContain('First published (date, place): 2026-02-01, https://velmora.example/bottles')
    expect(text).toContain('著作权人：Velmora Outdoor GmbH')
    expect(text).toContain('作品类型：摄影作品')
    expect(text).toMatch(/Signature or seal: _{20,}/)
    expect(text).toMatch(/签字或盖章：_{20,}/)
  })
  test('leaves a line where nothing is known', () => {
    const right = newRight('copyright', { rightId: 'r', holderId: 'h', nowMs: 1 })
    expect(claimStatementText([draftClaimStatement(right, null, 'en')])).toMatch(
      /Copyright owner: _{20,}\nAuthor: _{20,}/,
    )
  })
})

describe('sellers who may sell', () => {
  const right = buildTrademark({
    allowedSellers: [
      { sellerId: '11', storeNumber: null, name: 'By id', until: null, note: '' },
      { sellerId: null, storeNumber: '22', name: 'By store', until: '2026-11-25', note: '' },
    ],
  })
  test.each([
    ['by id', { sellerId: '11', storeNumbers: [] }, '2030-01-01', 'By id'],
    ['by store, on its last day', { sellerId: null, storeNumbers: ['9', '22'] }, '2026-11-25', 'By store'],
    ['not after its end', { sellerId: null, storeNumbers: ['22'] }, '2026-11-26', null],
    ['not a seller that nobody named', { sellerId: null, storeNumbers: [] }, '2026-11-25', null],
  ])('%s', (_, seller, day, name) => {
    expect(allowedSellerOf(right, seller, day)?.name ?? null).toBe(name)
  })
})

describe('what is imported', () => {
  test.each([buildTrademark(), buildCopyright(), buildPatent()])('takes a whole right: $label', (right) => {
    expect(rightSchema.parse(right)).toEqual(right)
  })
  test('takes a whole holder', () => expect(holderSchema.parse(buildHolder())).toEqual(buildHolder()))
  test.each([
    ['an unknown field', { ...buildTrademark(), extra: 1 }],
    ['an id that is no address', buildTrademark({ rightId: 'a/b' })],
    ['an id that is a page', buildTrademark({ rightId: 'steps' })],
    ['a class that does not exist', buildTrademark({ niceClasses: [46] })],
    ['a day that does not exist', buildTrademark({ validUntil: '2026-02-30' })],
    ['a country in words', buildTrademark({ territory: ['Germany'] })],
    [
      'a seller by name alone',
      buildTrademark({
        allowedSellers: [{ sellerId: null, storeNumber: null, name: 'Pinefall', until: null, note: '' }],
      }),
    ],
    ['a web address that runs', buildCopyright({ firstPublishedUrl: 'javascript:alert(1)' })],
  ])('refuses %s', (_, right) => {
    expect(rightSchema.safeParse(right).success).toBe(false)
  })
})
