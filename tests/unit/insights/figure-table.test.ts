import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { type FigureTable, figureCsv, figurePaper } from '../../../lib/insights/figure-table.ts'
import { injectionPayloads } from '../../support/injection-payloads.ts'

const tableOf = (labels: readonly string[]): FigureTable => ({
  ...{ id: 't', title: 'Search exposure', hint: 'How it is counted.', rowHead: 'Search', empty: 'Nothing.' },
  columns: [
    { key: 'share', label: 'Share' },
    { key: 'many', label: 'Listings' },
  ],
  rows: labels.map((label) => ({
    ...{ key: label, label },
    cells: [
      { text: '2 of 3', value: null, members: [] },
      { text: '1,200', value: 1200, members: [] },
    ],
  })),
})

test('a CSV has numbers as numbers, and no label runs in a spreadsheet', () => {
  const labels = ['水瓶', '=1+1', '@SUM(A1)', '-2', ...injectionPayloads]
  const { data } = Papa.parse<string[]>(figureCsv(tableOf(labels)).replace(/^\uFEFF/, ''), {
    skipEmptyLines: true,
  })
  expect(data[0]).toEqual(['Search', 'Share', 'Listings'])
  expect(data[1]).toEqual(['水瓶', '2 of 3', '1200'])
  expect(data).toHaveLength(labels.length + 1)
  for (const [label] of data) expect(label).not.toMatch(/^[=+\-@\t\r\n]/)
})

test('paper says how it is counted once, what is missing, and that a long table goes on elsewhere', () => {
  const words = { title: 'Report', lead: '', footer: '', more: (rows: number) => `${rows} more` }
  const labels = Array.from({ length: 43 }, (_, index) => `row ${index}`)
  const { blocks } = figurePaper(words, [tableOf(labels), tableOf([])])
  const rows = blocks.map((block) => (block.is === 'rows' ? block.rows : []))
  expect(rows[0]).toHaveLength(41)
  expect(rows[0]?.[0]?.statements).toEqual([
    { text: 'Share: 2 of 3 · Listings: 1,200', note: 'How it is counted.' },
  ])
  expect(rows[0]?.at(-1)?.statements[0]?.text).toBe('3 more')
  expect(rows[1]?.[0]?.statements).toEqual([{ text: 'Nothing.', note: 'How it is counted.' }])
})
