import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  jsonCaps,
  parseHostileJson,
  parseHostileLiteral,
  readDigits,
  readText,
  valueAt,
} from '../../../lib/core/hostile-json.ts'

const pollution =
  '{"__proto__":{"polluted":1},"a":{"constructor":{"prototype":{"polluted":1}}},"b":[{"prototype":1,"c":2}]}'

describe('JSON that a page controls', () => {
  test.each([
    ['json-malformed', '{"a":'],
    ['json-malformed', "{a: 'b'}"],
    ['json-too-deep', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['json-too-long', `"${'x'.repeat(10_000_000)}"`],
    ['json-too-big', `[${'0,'.repeat(jsonCaps.nodes)}0]`],
  ])('fails as %s', (code, text) => {
    expect(parseHostileJson(text)).toMatchObject({ ok: false, error: { code } })
  })

  test('keys that reach a prototype are dropped, whatever their escapes', () => {
    for (const text of [
      pollution,
      pollution.replaceAll('_', '\\u005f'),
      pollution.replace('"__proto__"', '__proto__'),
    ]) {
      const parsed = parseHostileLiteral(text)
      expect(parsed).toEqual({ ok: true, value: { a: {}, b: [{ c: 2 }] } })
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
      if (parsed.ok) expect(Object.getPrototypeOf(parsed.value)).toBe(Object.prototype)
    }
  })

  test('paths end at own properties', () => {
    expect(valueAt({ a: [{ b: 1 }] }, 'a.0.b')).toBe(1)
    for (const path of ['toString', 'a.length.x', '__proto__.toString', 'a.map', 'b.c'])
      expect(valueAt({ a: [] }, path)).toBeUndefined()
  })

  test.each([
    [12345, { status: 'found', value: '12345', source: 's' }],
    ['1005007504053574', { status: 'found', value: '1005007504053574', source: 's' }],
    [0, { status: 'absent' }],
    [null, { status: 'absent' }],
    [2 ** 53, { status: 'unreadable', reason: 'a number that lost digits', source: 's' }],
    [1e308, { status: 'unreadable', reason: 'a number that lost digits', source: 's' }],
    ['12a', { status: 'unreadable', reason: 'not a number', source: 's' }],
    [-5, { status: 'unreadable', reason: 'not a number', source: 's' }],
    [{}, { status: 'unreadable', reason: 'a object where a number belongs', source: 's' }],
  ])('the number %j is read as %j', (value, observation) => {
    expect(readDigits(value, 's')).toEqual(observation)
  })

  test('half characters do not survive in a text', () => {
    expect(readText('a\ud800 \n b', 's')).toEqual({ status: 'found', value: 'a\ufffd b', source: 's' })
  })

  test('what JSON can say comes back unchanged', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 8, noUnicodeString: false } as fc.JsonSharedConstraints),
        (value) => {
          const text = JSON.stringify(value)
          fc.pre(!/__proto__|constructor|prototype/.test(text))
          const expected = JSON.parse(text)
          expect(parseHostileJson(text)).toEqual({ ok: true, value: expected })
          expect(parseHostileLiteral(` /* page */ ${text} // end`)).toEqual({ ok: true, value: expected })
        },
      ),
      { numRuns: 1500 },
    )
  })

  test('no text makes the parsers throw', () => {
    const pieces = fc.constantFrom(
      ...'{}[],:"\'\\!/*0123456789e+-.',
      'true',
      'null',
      'undefined',
      '__proto__',
      'a',
      '\n',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
        ),
        (text) => {
          expect(parseHostileLiteral(text)).toHaveProperty('ok')
          expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
        },
      ),
      { numRuns: 1500 },
    )
  })
})

describe('literals of plain data', () => {
  test.each([
    [
      "{a: 'it\\'s', 'b-c': [1, -.5, 1e3,], d: !0, e: undefined, 7: null,}",
      { a: "it's", 'b-c': [1, -0.5, 1000], d: true, e: undefined, 7: null },
    ],
    ['{a: "\\u05d0\\x41\\n"}', { a: 'אA\n' }],
  ])('%s is read', (text, value) => {
    expect(parseHostileLiteral(text)).toEqual({ ok: true, value })
  })

  test.each([
    '{a: b}',
    '{a: f()}',
    '{a: 1 + 1}',
    '{[a]: 1}',
    '`a`',
    '{a: new Date()}',
    '{a() {}}',
    '{a: 1} {b: 2}',
    '{a: "x',
  ])('%s is not run', (text) =>
    expect(parseHostileLiteral(text)).toMatchObject({ ok: false, error: { code: 'not-a-literal' } }),
  )
})
