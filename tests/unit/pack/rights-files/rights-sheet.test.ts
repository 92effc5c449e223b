import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRightsSheet } from '../../../../lib/pack/rights-files/read-rights-sheet.ts'
import { readCsvRows, writeRightsCsv } from '../../../../lib/pack/rights-files/rights-csv.ts'
import { rightsSheetRows, sheetColumns } from '../../../../lib/pack/rights-files/rights-sheet.ts'
import { readXlsxRows, writeRightsXlsx } from '../../../../lib/pack/rights-files/rights-xlsx.ts'
import {
  fieldsCell,
  listCell,
  readFieldsCell,
  readListCell,
} from '../../../../lib/pack/rights-files/sheet-cells.ts'
import type { Holder, Right } from '../../../../lib/rights/right.ts'
import { anyRights } from '../../../support/arbitrary-rights.ts'
import {
  buildCopyright,
  buildHolder,
  buildPatent,
  buildTrademark,
  rightDocumentOf,
} from '../../../support/rights.ts'

const nowMs = 5
const nothing = { holders: [] as Holder[], rights: [] as Right[] }
const head = [...sheetColumns]
const read = (rows: string[][], stored: { holders: Holder[]; rights: Right[] } = nothing) =>
  readRightsSheet(rows, { stored, nowMs })

/** A row from the cells that are given. */
const row = (cells: Record<string, string>) => head.map((name) => cells[name] ?? '')

const newTrademark = {
  holder: 'Velmora',
  type: 'trademark',
  kind: 'word',
  role: 'owner',
  international: 'no',
}

const csvOf = async (rows: string[][]) => {
  const read = await readCsvRows(new Blob([writeRightsCsv(rows)]))
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}
const xlsxOf = async (rows: string[][]) => {
  const read = await readXlsxRows(new Blob([await writeRightsXlsx(rows)]))
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

describe('cells', () => {
  const item = fc.string().map((text) => text.replace(/\r/g, '').trim())
  test('a list comes back as it was, whatever its items', () => {
    const items = fc.array(item.filter((text) => text !== ''))
    fc.assert(
      fc.property(items, (list) => {
        expect(readListCell(listCell(list))).toEqual(list)
      }),
    )
  })
  test('so do fields', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            item.filter((text) => text !== ''),
            item,
          ),
        ),
        (rows) => {
          expect(readFieldsCell(fieldsCell(rows))).toEqual(rows)
        },
      ),
    )
  })
})

describe.each([
  ['CSV', csvOf],
  ['XLSX', xlsxOf],
])('a spreadsheet as %s', (_, through) => {
  test('gives every field back', async () => {
    await fc.assert(
      fc.asyncProperty(anyRights, async (stored) => {
        const rows = await through(rightsSheetRows(stored.holders, stored.rights))
        // Empty rows at the end may be lost on the way, and nothing else.
        expect(rows[0]).toEqual(head)
        const again = readRightsSheet(rows, { stored: { ...stored, rights: [] }, nowMs: 0 })
        expect(again).toEqual({
          ok: true,
          value: {
            holders: [],
            rights: stored.rights.map((right) => ({ ...right, changedAtMs: 0 })),
            unknownColumns: [],
          },
        })
      }),
      { numRuns: 60 },
    )
  })

  test('keeps the files of a stored right, and what has no column', async () => {
    const stored = { holders: [buildHolder()], rights: [buildTrademark(), buildCopyright(), buildPatent()] }
    const rows = await through(rightsSheetRows(stored.holders, stored.rights))
    expect(read(rows, stored)).toMatchObject({ ok: true, value: { rights: stored.rights } })
    const some = rows.slice(0, 4).map((cells) => [cells[head.indexOf('right_id')] ?? '', 'New label'])
    some[0] = ['right_id', 'label']
    expect(read(some, stored)).toMatchObject({
      ok: true,
      value: { rights: stored.rights.map((right) => ({ ...right, label: 'New label' })) },
    })
  })
})

describe('what spreadsheets would run or change', () => {
  const dangerous = buildTrademark({
    label: '=HYPERLINK("https://evil.example","x")',
    number: '018000001',
    registrant: '+1',
    jurisdiction: '@SUM(A1)',
    validUntil: '2027-03-31',
  })
  const rows = rightsSheetRows([buildHolder()], [dangerous])

  test('is marked as text in CSV', () => {
    const csv = writeRightsCsv(rows)
    for (const cell of [`"'=HYPERLINK(`, `"'018000001"`, `"'+1"`, `"'@SUM(A1)"`, `"'2027-03-31"`]) {
      expect(csv).toContain(cell)
    }
  })
  test('is a string cell in XLSX, and no formula', async () => {
    const { ZipReader, BlobReader, TextWriter } = await import('@zip.js/zip.js')
    const zip = new ZipReader(new BlobReader(new Blob([await writeRightsXlsx(rows)])))
    for (const entry of await zip.getEntries()) {
      if (entry.directory || !/worksheets\/sheet/.test(entry.filename)) continue
      const xml = await entry.getData(new TextWriter())
      expect(xml).not.toMatch(/<f[ >]/)
      expect(xml).not.toContain('<v>18000001</v>')
      return
    }
    throw new Error('no sheet')
  })
  test('and a field longer than a cell is said, not cut', async () => {
    const long = buildPatent({ claims: Array.from({ length: 5 }, () => 'x'.repeat(9000)) })
    await expect(writeRightsXlsx(rightsSheetRows([], [long]))).rejects.toMatchObject({
      code: 'cell-too-long',
      message: expect.stringContaining('Lid design'),
    })
  })
})

describe('a spreadsheet written by hand', () => {
  test('makes a new right, and its holder by name once', () => {
    const result = read([
      head,
      row({
        ...newTrademark,
        mark: 'VELMORA',
        nice_classes: '21, 25',
        territory: 'eu cn',
        names: 'Velmora\nVEL MORA',
      }),
      row({}),
      row({ ...newTrademark, mark: 'TRAILFLOW', allowed_sellers: '2679000001 | | 2027-01-31 | Shop |' }),
    ])
    expect(result).toMatchObject({
      ok: true,
      value: {
        holders: [{ name: 'Velmora', complainantName: '' }],
        rights: [
          {
            mark: 'VELMORA',
            niceClasses: [21, 25],
            territory: ['EU', 'CN'],
            vocabulary: { names: ['Velmora', 'VEL MORA'] },
          },
          {
            allowedSellers: [
              { sellerId: '2679000001', storeNumber: null, until: '2027-01-31', name: 'Shop', note: '' },
            ],
          },
        ],
      },
    })
  })

  test('names the columns that it does not know', () => {
    const result = readRightsSheet(
      [
        [...head, 'colour'],
        [...row(newTrademark), 'red'],
      ],
      { stored: nothing, nowMs },
    )
    expect(result).toMatchObject({ ok: true, value: { unknownColumns: ['colour'] } })
  })

  const stored = {
    holders: [buildHolder()],
    rights: [buildTrademark({ documents: [rightDocumentOf('certificate', 'a.pdf')] })],
  }
  test.each([
    ['no type', { type: '' }, '"type" must be one of'],
    ['another type', { right_id: 'right-tm', type: 'patent' }, 'its type cannot change'],
    ['a field of another type', { work_title: 'x' }, '"work_title" is no field of a trademark'],
    ['no kind', { kind: '' }, '"kind" must be one of word'],
    ['no role', { role: 'lawyer' }, '"role" must be one of owner, agent'],
    ['a day in words', { valid_until: '31.03.2027' }, '"valid_until" must be a day'],
    ['a day that is none', { valid_until: '2027-02-30' }, 'validUntil'],
    ['a country in words', { territory: 'Germany' }, '"territory" must be two-letter codes'],
    ['a class that is none', { nice_classes: '46' }, '"nice_classes" must be numbers'],
    ['a class in words', { nice_classes: 'bottles' }, '"nice_classes" must be numbers'],
    ['a seller by name alone', { allowed_sellers: '| | | Pinefall |' }, '"allowed_sellers" must have a line'],
    [
      'a seller number with letters',
      { allowed_sellers: 'abc | | | x |' },
      '"allowed_sellers" must have digits',
    ],
    ['an id that is none', { right_id: 'a b/c' }, '"right_id" must be as Docket exported it'],
    ['no holder', { holder: '' }, 'who holds the right'],
    [
      'a holder with another name',
      { holder_id: 'holder-1', holder: 'Other' },
      'is called "Velmora Outdoor GmbH"',
    ],
    ['neither yes nor no', { international: 'perhaps' }, '"international" must be yes or no'],
  ])('is refused wholly where a row has %s', (_, cells, reason) => {
    const result = read([head, row(newTrademark), row({ ...newTrademark, ...cells })], stored)
    expect(result.ok ? '' : result.error.problems).toEqual([
      { row: 3, reason: expect.stringContaining(reason) },
    ])
  })

  test('every bad row is named with the number that the spreadsheet shows', () => {
    const result = read([head, row({ type: 'x' }), row({}), row(newTrademark), row({ type: 'y' })])
    expect(result.ok ? [] : result.error.problems.map(({ row: number }) => number)).toEqual([2, 5])
  })
  test('one right twice', () => {
    const twice = row({ ...newTrademark, right_id: 'right-9' })
    expect(read([head, twice, twice])).toMatchObject({
      ok: false,
      error: { problems: [{ row: 3, reason: 'Row 2 has the same right_id.' }] },
    })
  })
  test('two holders of one name', () => {
    const two = {
      holders: [buildHolder({ name: 'V' }), buildHolder({ holderId: 'h2', name: 'V' })],
      rights: [],
    }
    expect(read([head, row({ ...newTrademark, holder: 'V' })], two)).toMatchObject({
      ok: false,
      error: { problems: [{ row: 2, reason: expect.stringContaining('Several holders') }] },
    })
  })
  test.each([
    ['no head', [['VELMORA', '21']]],
    ['a head twice', [['type', 'mark', 'mark']]],
    ['too many rows', [head, ...Array.from({ length: 5001 }, () => row(newTrademark))]],
    ['nothing', []],
  ])('is refused with %s', (_, rows) => {
    expect(read(rows)).toMatchObject({ ok: false, error: { code: 'sheet-head', problems: [] } })
  })
})

describe('files that are no spreadsheet', () => {
  test('anything at all is read or refused, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const file = new Blob([new Uint8Array(bytes)])
        const [csv, xlsx] = [await readCsvRows(file), await readXlsxRows(file)]
        if (!csv.ok) expect(csv.error.message).toContain('Nothing was imported')
        expect(xlsx).toMatchObject({ ok: false, error: { code: 'xlsx-malformed' } })
      }),
    )
  })
  test('a CSV of another encoding says how to save it', async () => {
    const latin1 = Uint8Array.from('type;label\ntrademark;M\xfcller', (sign) => sign.charCodeAt(0))
    expect(await readCsvRows(new Blob([latin1]))).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('CSV UTF-8') },
    })
  })
  test('a CSV with semicolons, as a spreadsheet of many countries saves it', async () => {
    expect(await readCsvRows(new Blob(['\uFEFFtype;label\r\ntrademark;"A;B"\r\n']))).toMatchObject({
      ok: true,
      value: [['type', 'label'], ['trademark', 'A;B'], ['']],
    })
  })
  test('cells that are numbers, dates and truths become text; a number that lost digits is refused', async () => {
    const { writeXlsx } = await import('hucre/xlsx')
    const workbook = (rows: unknown[][]) => writeXlsx({ sheets: [{ name: 'x', rows: rows as never }] })
    const read = async (rows: unknown[][]) => readXlsxRows(new Blob([new Uint8Array(await workbook(rows))]))
    expect(await read([[18000001, true, new Date('2027-03-31T00:00:00Z'), null, 'x']])).toEqual({
      ok: true,
      value: [['18000001', 'yes', '2027-03-31', '', 'x']],
    })
    expect(await read([['a'], [1e20]])).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('row 2, column A') },
    })
  })
  test('a workbook that unpacks to gigabytes is refused before it is read', async () => {
    const { ZipWriter, BlobWriter } = await import('@zip.js/zip.js')
    const writer = new ZipWriter(new BlobWriter())
    const piece = new Uint8Array(10_000_000)
    let left = 22
    const zeros = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (left === 0) return controller.close()
        left -= 1
        controller.enqueue(piece)
      },
    })
    await writer.add('xl/worksheets/sheet1.xml', zeros, { level: 1 })
    const bomb = await writer.close()
    expect(bomb.size).toBeLessThan(5_000_000)
    expect(await readXlsxRows(bomb)).toMatchObject({
      ok: false,
      error: {
        code: 'xlsx-malformed',
        message: expect.stringContaining('unpacks to more than it says, or to too much'),
      },
    })
  })
})
