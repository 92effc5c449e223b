import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDer } from '../../../../lib/evidence/time-stamp/asn1.ts'
import { integerOf, oidOf, timeOf } from '../../../../lib/evidence/time-stamp/asn1-values.ts'
import { nameText } from '../../../../lib/evidence/time-stamp/distinguished-name.ts'

const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
const read = (hex: string) => readDer(bytesOf(hex))
const ascii = (text: string) =>
  Array.from(text, (c) => c.charCodeAt(0).toString(16).padStart(2, '0')).join('')
const textElement = (tag: string, text: string) =>
  `${tag}${text.length.toString(16).padStart(2, '0')}${ascii(text)}`

describe('readDer', () => {
  test('keeps the bytes of each element', () => {
    const { tag, children, content } = read('3006 020105 0401ff')
    expect(tag).toBe(0x30)
    expect(content).toEqual(bytesOf('020105 0401ff'))
    expect(children.map(({ bytes }) => bytes)).toEqual([bytesOf('020105'), bytesOf('0401ff')])
  })

  const malformedOnes: Array<[what: string, hex: string]> = [
    ['more bytes after it', '020105 00'],
    ['a length in a longer form', '308103 020105'],
    ['a length with a leading zero', '30820003 020105'],
    ['a length without an end', '3080 020105 0000'],
    ['a part that is longer than the whole', '3003 020205 05'],
    ['a part that reaches into what follows', '3007 3003 02020505 00'],
    ['an end before its content', '3004 020105'],
    ['a long tag', '1f8101 00'],
    ['a time that is none', `180d${ascii('26112512000!Z')}`],
    ['nothing', ''],
  ]
  test.each(malformedOnes)('refuses %s', (_, hex) => {
    expect(() => read(hex)).toThrow(expect.objectContaining({ code: 'asn1-malformed' }))
  })

  test('gives back exactly the bytes it read, or refuses with a reason', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (noise) => {
        let element: ReturnType<typeof readDer>
        try {
          element = readDer(new Uint8Array(noise))
        } catch (error) {
          expect(error).toMatchObject({ code: 'asn1-malformed' })
          return
        }
        expect(element.bytes).toEqual(new Uint8Array(noise))
        const parts = element.children.flatMap(({ bytes }) => [...bytes])
        if (element.children.length > 0) expect(parts).toEqual([...element.content])
      }),
      { numRuns: 5000 },
    )
  })

  test('is not brought down by depth', () => {
    const deep = new Uint8Array(20_000).map((_, index) => (index % 2 === 0 ? 0x30 : 0x7e))
    expect(() => readDer(deep)).toThrow(expect.objectContaining({ code: 'asn1-malformed' }))
  })
})

describe('values', () => {
  test('INTEGER, in its shortest form only', () => {
    expect(integerOf(read('020100'))).toBe(0n)
    expect(integerOf(read('02020080'))).toBe(128n)
    expect(integerOf(read('020180'))).toBe(-128n)
    expect(integerOf(read('0209 00ffffffffffffffff'))).toBe(0xffff_ffff_ffff_ffffn)
    for (const padded of ['0202007f', '0202ff80', '0200']) expect(() => integerOf(read(padded))).toThrow()
  })

  test('OBJECT IDENTIFIER', () => {
    expect(oidOf(read('0609 2a864886f70d010702'))).toBe('1.2.840.113549.1.7.2')
    expect(oidOf(read('0603 883703'))).toBe('2.999.3')
    for (const wrong of ['0600', '0602 2a80', '0603 2a8001']) expect(() => oidOf(read(wrong))).toThrow()
  })

  const time = (text: string, tag = '18') => timeOf(read(textElement(tag, text)))
  test('times, as fine as they are stated', () => {
    expect(time('20261125102400Z')).toEqual({
      wallMs: Date.UTC(2026, 10, 25, 10, 24),
      text: '2026-11-25T10:24:00Z',
    })
    expect(time('20261125102400.123456Z')).toEqual({
      wallMs: Date.UTC(2026, 10, 25, 10, 24, 0, 123),
      text: '2026-11-25T10:24:00.123456Z',
    })
    expect(time('20261125102400.5Z').wallMs).toBe(Date.UTC(2026, 10, 25, 10, 24, 0, 500))
    expect(time('491231235959Z', '17').text).toBe('2049-12-31T23:59:59Z')
    expect(time('500101000000Z', '17').text).toBe('1950-01-01T00:00:00Z')
  })

  test.each([
    '20261125102400',
    '20261125102400+0100',
    '20260230102400Z',
    '20261125102400.50Z',
    '20261125102400.Z',
    '20261125256000Z',
    '202611251024Z',
  ])('%s is no time', (text) => {
    expect(() => time(text)).toThrow(expect.objectContaining({ code: 'asn1-malformed' }))
  })

  test('names stay in their line and keep to a length, whoever wrote them', () => {
    const name = (text: string, tag = '0c') => {
      const value = `${tag}${hexLength(Buffer.from(text).toString('hex'))}`
      const attribute = `30${hexLength(`0603550403${value}`)}`
      return nameText(read(`30${hexLength(`31${hexLength(attribute)}`)}`))
    }
    expect(name('Zeit Ä')).toBe('CN=Zeit Ä')
    expect(name('a\nb\u202ec')).toBe('CN=a\uFFFDb\uFFFDc')
    expect(name('x'.repeat(500)).length).toBeLessThan(310)
  })
})

/** Hexadecimal content with its length before it. */
function hexLength(hex: string): string {
  const length = hex.length / 2
  const digits = length.toString(16).padStart(length > 255 ? 4 : 2, '0')
  return (length < 128 ? digits : `8${digits.length / 2}${digits}`) + hex
}
