import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRedactor, redactedMark, type Secret } from '../../../../lib/evidence/snapshot/redact-text.ts'

const redactorOf = (secrets: Secret[], facts: string[] = []) => createRedactor({ secrets, facts })

test('a number and a name count as a whole, a token also within something longer', () => {
  const redactor = redactorOf([
    { text: '2661531430', kind: 'identity' },
    { text: 'Anna Kowalska', kind: 'identity' },
    { text: 'b1946ac92492d2347c6235b4d2611184', kind: 'tokens' },
  ])
  expect(redactor.text('1226615314309 is a price, 2661531430 is not')).toBe(
    `1226615314309 is a price, ${redactedMark} is not`,
  )
  expect(redactor.text('Joanna Kowalska, Anna Kowalska’s')).toBe(`Joanna Kowalska, ${redactedMark}’s`)
  expect(redactor.text('xb1946ac92492d2347c6235b4d2611184y')).toBe(`x${redactedMark}y`)
  expect(redactor.redacted()).toHaveLength(2)
})

test.each([
  ['/x?ctoken=1a2b3c&productId=1005990000000100', '/x?ctoken=[redacted]&productId=1005990000000100'],
  ['?a=1&_csrf_token=zz9&b', '?a=1&_csrf_token=[redacted]&b'],
  ['?umidToken=T2gA0', '?umidToken=[redacted]'],
  ['/p?buyerAdminSeq=231987654', '/p?buyerAdminSeq=[redacted]'],
  ['redirect=%3Fctoken%3D1a2b3c%26x', 'redirect=%3Fctoken%3D[redacted]%26x'],
])('%s loses the token alone', (text, clean) => {
  expect(redactorOf([]).text(text)).toBe(clean)
})

test.each([
  '?sellerAdminSeq=2990001000&memberType=seller',
  '/store/1109900100?ownerMemberId=230241476',
  'US $4.90, 44% off; tokens of love',
  'https://ae01.alicdn.com/kf/S092f9f0c675eca5c7e8d57a26397e07ax.jpg_220x220q75.jpg_.avif',
])('%s stays as it is', (text) => {
  const redactor = redactorOf([])
  expect(redactor.text(text)).toBe(text)
  expect(redactor.redacted()).toEqual([])
})

test('what a link says of a fact stays', () => {
  expect(redactorOf([], ['2990001000']).text('?member_id=2990001000')).toBe('?member_id=2990001000')
})

test('a page that names thousands of secrets holds nobody up', () => {
  const secrets = Array.from({ length: 20_000 }, (_, index) => ({
    text: `no.${String(index).padStart(5, '0')}`,
    kind: 'identity' as const,
  }))
  const redactor = redactorOf(secrets)
  expect(redactor.text('no.00007 and no.19999')).toBe(`${redactedMark} and no.19999`)
})

test('no known secret survives, raw or encoded, whatever it is made of', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 6, maxLength: 40, unit: 'binary' }),
      fc.constantFrom(' ', '"', ',', '/', '='),
      (text, edge) => {
        const redactor = redactorOf([{ text, kind: 'identity' }])
        const clean = redactor.text(`before${edge}${text}${edge}${encodeURIComponent(text)}${edge}after`)
        expect(clean.replaceAll(redactedMark, '')).not.toContain(text)
        expect(clean).toContain(redactedMark)
      },
    ),
  )
})
