import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitCss, underConditions } from '../../../../lib/evidence/snapshot/css-addresses.ts'

const addresses = (css: string) =>
  splitCss(css).flatMap((part) =>
    typeof part === 'string' ? [] : 'imports' in part ? [`@${part.imports}`] : [part.address],
  )

describe('addresses in styles', () => {
  test.each([
    ['a{background:url(x.png)}', ['x.png']],
    ['a{background:url( "x y.png" )}', ['x y.png']],
    ["a{background:URL('x.png') , url(y.png)}", ['x.png', 'y.png']],
    ['a{background:url(a\\)b.png)}', ['a)b.png']],
    ['a{background:url("a\\26 b.png")}', ['a&b.png']],
    ['@import "x.css";', ['@x.css']],
    ['@import url(x.css) screen and (width>1px);a{}', ['@x.css']],
    ["@IMPORT 'x.css' layer(base) supports(display:grid) print;", ['@x.css']],
    ['/* url(no.png) */a{content:"url(no.png)"}', []],
    ['a{content:"\\"url(no.png)"}b{background:url(yes.png)}', ['yes.png']],
    ['a{background:url(//host/x/*y.png)}', ['//host/x/*y.png']],
    ['a{background:url(data:image/svg+xml;utf8,<svg/>)}', ['data:image/svg+xml;utf8,<svg/>']],
    ['a{background:url(', ['']],
    ['a{background:url("x', ['']],
    ['@import "x', ['@']],
    ['/* never closed url(x)', []],
  ])('%s', (css, expected) => {
    expect(addresses(css)).toEqual(expected)
  })

  test('those of fonts are told from the others', () => {
    const parts = splitCss('@font-face{font-family:A;src:url(a.woff2)}b{background:url(b.png)}')
    expect(parts.filter((part) => typeof part === 'object')).toEqual([
      { address: 'a.woff2', isFont: true },
      { address: 'b.png', isFont: false },
    ])
  })

  test('the rest of the text is kept as it stands, without comments', () => {
    expect(splitCss('a{}/* x */b{c:url(d)}e').filter((part) => typeof part === 'string')).toEqual([
      'a{}',
      'b{c:',
      '}e',
    ])
  })

  test('any text is taken apart without an error and in time', () => {
    const word = fc.constantFrom(
      'url(',
      ')',
      '"',
      "'",
      '\\',
      '/*',
      '*/',
      '@import',
      ';',
      '{',
      '}',
      'a',
      ' ',
      '\n',
      '@font-face',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const css = words.join('')
        const text = splitCss(css).filter((part) => typeof part === 'string')
        expect(text.join('').length).toBeLessThanOrEqual(css.length)
      }),
      { numRuns: 2000 },
    )
  })

  test('megabytes in one address or string are no trouble', () => {
    const long = 'A'.repeat(3_000_000)
    expect(
      addresses(`a{background:url("data:image/png;base64,${long}")}b{content:"${long}"}c{d:url(e)}`),
    ).toHaveLength(2)
  })
})

test.each([
  ['', 'a{}'],
  ['screen', '@media screen{a{}}'],
  ['layer', '@layer {a{}}'],
  ['layer(base) screen', '@layer base{@media screen{a{}}}'],
  ['supports(display: grid) print', '@supports (display: grid){@media print{a{}}}'],
])('an import under “%s”', (conditions, expected) => {
  expect(underConditions('a{}', conditions)).toBe(expected)
})
