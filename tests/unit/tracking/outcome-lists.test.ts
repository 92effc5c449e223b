import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { enterOutcomes } from '../../../lib/tracking/enter-outcomes.ts'
import { readOutcomeCsv } from '../../../lib/tracking/read-outcome-csv.ts'
import { readOutcomeList } from '../../../lib/tracking/read-outcome-list.ts'
import { resolveOutcomes } from '../../../lib/tracking/resolve-outcomes.ts'
import { houseWithFiled, today } from './tracking-house.ts'

const item = '1005007000000001'
const url = `https://www.aliexpress.com/item/${item}.html`
const readsOf = (text: string) => readOutcomeList(text).map(({ read }) => read)

describe('a pasted list', () => {
  test.each([
    [`${url} removed`, 'removed', ''],
    [`${url}?spm=a2g0o.x, Taken Down – by mail`, 'removed', 'by mail'],
    [`${item}\tgeo_blocked`, 'geo-blocked', ''],
    [`${item},rejected: no evidence`, 'rejected', 'no evidence'],
    [`//de.aliexpress.com/item/${item}.html | Counter-Noticed | invoice`, 'counter-noticed', 'invoice'],
    [`${item} gone before filing`, 'gone-before-filing', ''],
  ])('reads %s', (line, state, note) => {
    expect(readsOf(line)).toMatchObject([{ comId: item, outcome: { state }, note }])
  })

  test('reads by whom, and as which', () => {
    expect(
      readsOf(`${item} reinstated by holder\n\n${item} relisted as 1005009000000001, same shop`),
    ).toMatchObject([
      { outcome: { state: 'reinstated', by: 'holder', relistedAs: null } },
      { outcome: { state: 'relisted', by: null, relistedAs: '1005009000000001' }, note: 'same shop' },
    ])
  })

  test.each([
    [url, /state is missing/],
    [`${url} removedish`, /No state is known/],
    ['https://www.example.com/item/1005007000000001.html removed', /not on AliExpress/],
    ['https://s.click.aliexpress.com/e/_abc removed', /does not say which/],
    [`${item} relisted as nothing`, /Relisted as what/],
    ['<img src=x onerror=alert(1)> removed', /no address/],
  ])('refuses %s', (line, reason) => {
    expect(readsOf(line)).toEqual([expect.stringMatching(reason)])
  })

  test('keeps every line that is not empty, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 30 }), (lines) => {
        const text = lines.join('\n')
        const rows = readOutcomeList(text)
        const filled = text.split(/\r\n|[\n\r\u2028\u2029]/).filter((line) => line.trim() !== '')
        expect(rows).toHaveLength(filled.length)
      }),
    )
  })

  test('is no slower for hostile lines', () => {
    expect(readsOf(`${','.repeat(200_000)}x`)).toHaveLength(1)
    expect(readsOf(`${item} ${'removed '.repeat(20_000)}`)).toHaveLength(1)
  })
})

describe('a CSV', () => {
  const sheetOf = (text: string) => readOutcomeCsv(new Blob([text]))

  test('is read by its head, whatever parts its cells', async () => {
    const text = `\uFEFFItem;State;Date;By;Relisted as;Case;Own\r\n'${item};"reinstated";2026-11-24;Holder;;IPP-1;x\r\n`
    expect(await sheetOf(text)).toMatchObject({
      value: {
        unknownColumns: ['Own'],
        rows: [
          {
            line: 2,
            read: {
              ...{ comId: item, on: '2026-11-24', caseNumber: 'IPP-1' },
              outcome: { state: 'reinstated', by: 'holder', relistedAs: null },
            },
          },
        ],
      },
    })
  })

  test.each([
    ['csv-head', 'item,what\n1,2'],
    ['csv-head', 'item,state,State\n1,2,3'],
    ['csv-head', 'item,state\n'],
    ['csv-head', '__proto__,constructor\n1,2'],
    ['csv-malformed', 'item,state\n"1,removed'],
    ['csv-malformed', 'item,state\n\0,removed'],
    ['csv-long', `item,state\n${'1,removed\n'.repeat(10_001)}`],
  ])('is refused with %s', async (code, text) => {
    expect(await sheetOf(text)).toMatchObject({ ok: false, error: { code } })
  })

  test('in no encoding of texts is refused', async () => {
    const file = new Blob([new Uint8Array([0x69, 0xff, 0xfe, 0x80])])
    expect(await readOutcomeCsv(file)).toMatchObject({ error: { code: 'csv-malformed' } })
  })

  test.each([
    [`${item},banned,,`, /No state/],
    [`${item},removed,holder,`, /belongs to/],
    [`${item},removed,,1005009000000001`, /belongs to/],
    [`${item},reinstated,me,`, /holder or platform/],
    ['1.005E+15,removed,,', /spreadsheet rounded/],
  ])('refuses the row %s', async (row, reason) => {
    const sheet = await sheetOf(`item,state,by,relisted as\n${row}`)
    expect(sheet.ok && sheet.value.rows.map(({ read }) => read)).toEqual([expect.stringMatching(reason)])
  })
})

describe('a list of outcomes', () => {
  test('is found among what was filed, and entered whole', async () => {
    const { reader, lines, deps } = await houseWithFiled([2, 1])
    const filed = await reader.filed()
    const text = lines.map(({ comId }) => `${comId} removed`).join('\n')
    const rows = resolveOutcomes(readOutcomeList(text), { filed, on: today, today })
    const entries = rows.flatMap(({ result }) => (typeof result === 'string' ? [] : [result]))
    expect(entries.map(({ lineId }) => lineId)).toEqual(lines.map(({ lineId }) => lineId))
    expect(await enterOutcomes(deps, entries, 'list', today)).toMatchObject({ ok: true })
    const after = await reader.filed()
    expect(after.flatMap((one) => one.lines.map(({ track }) => track.state))).toEqual([
      'removed',
      'removed',
      'removed',
    ])
  })

  test('is refused line by line, with the reason', async () => {
    const { reader, lines } = await houseWithFiled([2])
    const [one, two] = lines.map(({ comId }) => comId)
    const text = `${one} removed\n1005009999999999 removed\n${one} rejected\n${two} relisted as ${one}`
    const rows = resolveOutcomes(readOutcomeList(text), { filed: await reader.filed(), on: today, today })
    expect(rows.map(({ result }) => (typeof result === 'string' ? result : 'fits'))).toEqual([
      'fits',
      'Item 1005009999999999 stands in no filed complaint.',
      'The same listing stands in line 1. Leave one of them.',
      expect.stringContaining('cannot follow'),
    ])
  })

  test('needs the case where a listing stands in several', async () => {
    const { reader, lines } = await houseWithFiled([1, 1])
    const filed = await reader.filed()
    const comId = lines[0]?.comId ?? ''
    // The same listing, complained of for another right.
    const both = filed.map((whole) => ({
      ...whole,
      lines: whole.lines.map((one) => ({ ...one, line: { ...one.line, comId } })),
    }))
    const read = readOutcomeList(`${comId} removed`)
    const [unclear] = resolveOutcomes(read, { filed: both, on: today, today })
    expect(unclear?.result).toMatch(/several cases \(IPP-\d, IPP-\d\)/)
    const named = read.map((row) => ({
      ...row,
      read: typeof row.read === 'string' ? row.read : { ...row.read, caseNumber: 'IPP-2' },
    }))
    expect(resolveOutcomes(named, { filed: both, on: today, today })[0]?.result).toMatchObject({
      caseNumber: 'IPP-2',
    })
  })
})
