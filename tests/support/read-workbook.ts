import { TextWriter, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js'
import { JSDOM } from 'jsdom'

/** What a reader of ZIP and one of XML find in the first sheet of a workbook: other hands than wrote it. */
export interface ReadWorkbook {
  /** Row by row; what is no text is named as such. */
  rows: string[][]
  /** Anything that a spreadsheet would compute. */
  formulas: string[]
}

export async function readWorkbook(xlsx: Uint8Array): Promise<ReadWorkbook> {
  const entries = await new ZipReader(new Uint8ArrayReader(xlsx)).getEntries({})
  const parsed = async (path: string): Promise<Document | null> => {
    const entry = entries.find(({ filename }) => filename === path)
    if (!entry || entry.directory) return null
    const xml = await entry.getData(new TextWriter(), { checkSignature: true })
    return new JSDOM(xml, { contentType: 'application/xml' }).window.document
  }
  const textOf = (node: Element) =>
    [...node.getElementsByTagName('t')].map(({ textContent }) => textContent ?? '').join('')
  const strings = await parsed('xl/sharedStrings.xml')
  const shared = [...(strings?.getElementsByTagName('si') ?? [])].map(textOf)
  const sheet = await parsed('xl/worksheets/sheet1.xml')
  if (!sheet) throw new Error('The workbook has no first sheet.')
  const cellOf = (cell: Element): string => {
    const value = cell.getElementsByTagName('v')[0]?.textContent ?? null
    if (cell.getAttribute('t') === 's') return shared[Number(value)] ?? 'no such text'
    if (cell.getAttribute('t') === 'inlineStr') return textOf(cell)
    return value === null ? '' : `no text: ${value}`
  }
  return {
    rows: [...sheet.getElementsByTagName('row')].map((row) => [...row.getElementsByTagName('c')].map(cellOf)),
    formulas: [...sheet.getElementsByTagName('f')].map(({ textContent }) => textContent ?? ''),
  }
}
