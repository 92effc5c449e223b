import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js'

/** A cell: text, a number as the file writes it, or a formula with the value that was stored for it. */
export type HandMadeCell = string | { number: string } | { formula: string; value?: string } | null

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A workbook with one sheet, written out by hand (ECMA-376) and not by the library that reads it. */
export async function handMadeXlsx(
  rows: ReadonlyArray<readonly HandMadeCell[]>,
): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = rows
    .map(
      (cells, at) =>
        `<row r="${at + 1}">${cells.map((cell, column) => cellXml(cell, at, column)).join('')}</row>`,
    )
    .join('')
  const parts: Array<[path: string, xml: string]> = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Listings" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
    ['xl/worksheets/sheet1.xml', `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`],
  ]
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false })
  for (const [path, xml] of parts) {
    await writer.add(path, new TextReader(`<?xml version="1.0" encoding="UTF-8"?>${xml}`))
  }
  return (await writer.close()) as Uint8Array<ArrayBuffer>
}

function cellXml(cell: HandMadeCell, row: number, column: number): string {
  const place = `r="${String.fromCharCode(65 + column)}${row + 1}"`
  if (cell === null) return ''
  if (typeof cell === 'string') return `<c ${place} t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
  if ('number' in cell) return `<c ${place}><v>${cell.number}</v></c>`
  const value = cell.value === undefined ? '' : `<v>${escaped(cell.value)}</v>`
  return `<c ${place} t="str"><f>${escaped(cell.formula)}</f>${value}</c>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
