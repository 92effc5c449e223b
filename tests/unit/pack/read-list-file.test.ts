import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readListFile } from '../../../lib/pack/read-list-file.ts'
import { maxListLines } from '../../../lib/queue/list-line.ts'
import { urlListReader } from '../../../lib/queue/read-url-list.ts'
import { type HandMadeCell, handMadeXlsx } from '../../support/hand-made-xlsx.ts'
import { rawZip } from '../../support/raw-zip.ts'

const address = (number: number) => `https://www.aliexpress.com/item/${1_005_006_000_000_000 + number}.html`

async function entriesOf(file: Blob) {
  const lines = await readListFile(file)
  if (!lines.ok) throw new Error(lines.error.message)
  return urlListReader()(lines.value)
}
const sheet = async (rows: HandMadeCell[][]) => new Blob([await handMadeXlsx(rows)])

describe('a workbook', () => {
  test('is read row by row: what is shown counts, nothing is worked out', async () => {
    const entries = await entriesOf(
      await sheet([
        ['Address', 'Store'],
        [address(1), { number: '1101254753' }],
        [],
        [{ formula: `HYPERLINK("${address(8)}","x")`, value: address(2) }],
        [{ formula: `CONCAT("${address(3)}","")` }],
        ['=1+1'],
        [{ number: '1005006000000004' }],
        [{ number: '1005006000000010' }],
        [{ number: '1.00500600000001E+15' }],
        [`'${1_005_006_000_000_005}`],
      ]),
    )
    expect(
      entries.map((entry) => [entry.line, entry.outcome === 'item' ? entry.comId : entry.outcome]),
    ).toEqual([
      [1, 'refused'],
      [2, '1005006000000001'],
      [4, '1005006000000002'],
      [5, 'refused'],
      [6, 'refused'],
      [7, '1005006000000004'],
      [8, 'refused'],
      [9, 'refused'],
      [10, '1005006000000005'],
    ])
    const reasons = entries.map((entry) => (entry.outcome === 'refused' ? entry.reason : ''))
    expect(reasons[3]).toContain('formula has no stored value')
    expect(reasons[6]).toContain('rounded this number')
    expect(reasons[7]).toContain('rounded this number')
    expect(entries[4]?.text).toBe('=1+1')
  })

  test('every filled row is an entry', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.constantFrom('', 'x', address(1), '1005006000000002', '12'), { maxLength: 4 }), {
          maxLength: 12,
        }),
        async (rows) => {
          const filled = rows.flatMap((row, at) => (row.some((cell) => cell !== '') ? [at + 1] : []))
          const result = await readListFile(await sheet(rows))
          if (!result.ok) {
            expect([filled, result.error.code]).toEqual([[], 'list-empty'])
            return
          }
          const lines = urlListReader()(result.value).map(({ line }) => line)
          expect([...new Set(lines)]).toEqual(filled)
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('a text', () => {
  test.each<[name: string, bytes: Uint8Array<ArrayBuffer> | string]>([
    ['UTF-8 with a mark', `\uFEFF${address(1)}\r\n${address(2)}`],
    [
      'UTF-16, as spreadsheets write "Unicode text"',
      utf16(`\uFEFFBottle\t${address(1)}\r\nCap\t${address(2)}`),
    ],
    ['semicolons', `"Bottle; ""large""";"${address(1)}";"1101254753"\n"Cap";"1005006000000002";"1101254753"`],
    ['a stray quote', `7" tablet,${address(1)}\n8" tablet,${address(2)}`],
    ['old line ends', `${address(1)}\r${address(2)}`],
  ])('with %s', async (_, content) => {
    const entries = await entriesOf(new Blob([content]))
    expect(entries.map((entry) => [entry.line, entry.outcome === 'item' && entry.comId])).toEqual([
      [1, '1005006000000001'],
      [2, '1005006000000002'],
    ])
  })
})

describe('a file that is not read', () => {
  test.each<[code: string, content: BlobPart]>([
    ['old-workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ['xlsx-malformed', 'PK\x03\x04 broken'],
    ['xlsx-malformed', rawZip(['xl/workbook.xml'], 4_000_000_000)],
    ['xlsx-malformed', rawZip(Array.from({ length: 1001 }, (_, at) => `xl/${at}.xml`))],
    ['text-malformed', new Uint8Array([0x89, 0x50, 0xff])],
    ['text-malformed', 'a\0b'],
    ['text-malformed', new Uint8Array(20_000_001).fill(0x61)],
    ['list-empty', ' \n\r\n;;'],
    ['list-too-long', 'x\n'.repeat(maxListLines + 1)],
  ])('%s', async (code, content) => {
    expect(await readListFile(new Blob([content]))).toMatchObject({ ok: false, error: { code } })
  })

  test('no bytes throw', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom([], [0x50, 0x4b, 3, 4], [0xff, 0xfe], [0xd0, 0xcf, 0x11, 0xe0]),
        async (bytes, head) => {
          const result = await readListFile(new Blob([new Uint8Array([...head, ...bytes])]))
          if (!result.ok) expect(result.error.message).toMatch(/\.$/)
        },
      ),
      { numRuns: 200 },
    )
  })
})

function utf16(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Uint16Array.from(text, (sign) => sign.charCodeAt(0)).buffer)
}
