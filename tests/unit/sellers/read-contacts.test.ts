import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readContacts } from '../../../lib/sellers/read-contacts.ts'

const of = (name: string, value: string) => readContacts([{ name, value }])

describe('contact data in specifications', () => {
  test.each([
    ['사업자번호', '123-45-67890', [{ kind: 'licence', value: '1234567890' }]],
    ['统一社会信用代码', '91440300123456789X', [{ kind: 'licence', value: '91440300123456789X' }]],
    ['연락처', '+82 10-1234-5678', [{ kind: 'phone', value: '821012345678' }]],
    ['E-mail', 'Shop@Example.com', [{ kind: 'email', value: 'shop@example.com' }]],
    ['Model Number', '123-45-67890', []],
    ['Phone model', 'iPhone 12', []],
    ['Capacity', '750 ml', []],
  ])('%s: %s', (name, value, contacts) => {
    expect(of(name, value)).toEqual(contacts)
  })

  test('a thing without its label is no number of a company or telephone', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{8,12}$/), (digits) => {
        expect(of('Weight', digits)).toEqual([])
      }),
    )
  })

  test('whatever stands there, it is read without failing and without twice the same', () => {
    const specs = fc.array(
      fc.record({ name: fc.string({ unit: 'binary' }), value: fc.string({ unit: 'binary' }) }),
    )
    fc.assert(
      fc.property(specs, (given) => {
        const keys = readContacts([...given, ...given]).map(({ kind, value }) => `${kind}:${value}`)
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })
})
