import { describe, expect, test } from 'vitest'
import { absent, found, unreadable } from '../../../../lib/core/observation.ts'
import type { ReportedArtefact } from '../../../../lib/pack/evidence-report/report-capture.ts'
import type { ReportRow, ReportSection } from '../../../../lib/pack/evidence-report/report-input.ts'
import { reportedCapture } from '../../../support/evidence-report.ts'
import { buildListing, buildRow, buildSighting } from '../../../support/records.ts'

const comId = '1005007000000001'
const rowOf = (rows: ReportRow[], label: string) => rows.find((row) => row.label === label)?.statements
const sectionOf = (sections: ReportSection[], heading: string) => {
  const section = sections.find((one) => one.heading === heading)
  if (!section) throw new Error(`no section ${heading}`)
  return section
}

describe('what the report states of a capture', () => {
  test('names who states a fact; witnesses that agree share a line, others each have their own', () => {
    const observations = {
      listing: buildListing(comId, {
        storeName: found('Shop A', 'store link'),
        country: found('China', 'info'),
      }),
      row: null,
      shown: null,
      stated: null,
      pageData: buildListing(comId, {
        storeName: found('Shop B', 'call.store'),
        country: found('China', 'call.country'),
        sellerId: unreadable('two numbers', 'call.seller'),
      }),
    }
    const { rows, unstated } = sectionOf(reportedCapture('T', { observations }).sections, 'Seller')
    expect(rowOf(rows, 'Store')).toEqual([
      { text: 'Shop A', note: 'page: store link', isCode: false },
      { text: 'Shop B', note: "page's own data: call.store", isCode: false },
    ])
    expect(rowOf(rows, 'Country')).toEqual([
      { text: 'China', note: "page: info; page's own data: call.country", isCode: false },
    ])
    expect(rowOf(rows, 'Seller number')).toEqual([
      { text: '2679000001', note: 'page: message link', isCode: true },
      { text: 'could not be read: two numbers', note: "page's own data: call.seller" },
    ])
    expect(unstated).toBe(
      'Not stated there: Company number, Address of the store, Status, Store opened, Positive feedback.',
    )
  })

  test('in words: why it was made, and how this computer’s clock stood to what servers said', () => {
    const serverDates = [{ url: 'https://ae01.alicdn.com/kf/a.jpg', serverMs: 0, receivedAtMs: 180_400 }]
    const wrong = reportedCapture('T', {
      captureMode: 'completed-on-opening',
      serverDates,
      clock: { skewMs: 180_400, isDoubtful: true },
    })
    const made = sectionOf(wrong.sections, 'How it was recorded').rows
    expect(rowOf(made, 'Occasion')?.[0]?.text).toBe(
      'a person opened the page of a listing that was flagged before',
    )
    const times = sectionOf(wrong.sections, 'When').rows
    expect(rowOf(times, 'Dates that servers sent')?.[0]?.text).toMatch(/^1 answer; .+ by 180\.4 s$/)
    expect(rowOf(wrong.doubts, 'Clock in doubt')?.[0]?.text).toContain('180.4 s')

    const right = reportedCapture('T', { serverDates: [], clock: { skewMs: null, isDoubtful: false } })
    expect(sectionOf(right.sections, 'When').unstated).toContain('Dates that servers sent')
    expect(rowOf(right.doubts, 'Clock in doubt')).toBeUndefined()
  })

  test('of a card: where it stood in the results', () => {
    const record = {
      sighting: buildSighting({ rank: 7, sponsored: true, sort: null }),
      observations: {
        listing: null,
        row: buildRow(comId, { title: absent }),
        shown: null,
        stated: null,
        pageData: null,
      },
    }
    const capture = reportedCapture('T', record)
    expect(capture.title).toBeNull()
    const place = sectionOf(capture.sections, 'Where it was seen')
    expect(rowOf(place.rows, 'Searched for')).toMatchObject([{ text: 'velmora' }])
    expect(rowOf(place.rows, 'Place on the page')).toMatchObject([{ text: '7' }])
    expect(rowOf(place.rows, 'Advertisement')).toMatchObject([{ text: 'yes' }])
    expect(place.unstated).toBe('Not stated there: Sorted by.')
  })

  test('names what is missing, and both values where two sources differ', () => {
    const { doubts } = reportedCapture('T', {
      failures: [
        { part: 'page-data', code: 'no-second-witness', message: 'One witness.' },
        { part: 'product-images', code: 'too-many-pictures', message: 'The first 60 were taken.' },
      ],
      disagreements: [{ field: 'price', shown: { value: 5 }, stated: null, statedBy: 'data-call' }],
    })
    expect(doubts).toEqual([
      { label: 'Missing: page data', statements: [{ text: 'One witness.', note: 'no-second-witness' }] },
      {
        label: 'Cut at a limit: product images',
        statements: [{ text: 'The first 60 were taken.', note: 'too-many-pictures' }],
      },
      {
        label: 'Two sources differ: price',
        statements: [
          { text: '{"value":5}', note: 'page' },
          { text: 'nothing', note: "page's own data" },
        ],
      },
    ])
  })

  test('lists every file of any kind with its hash, and what was cut off or made unreadable', () => {
    const artefact: ReportedArtefact = {
      name: 'full-page-screenshot.png',
      kind: 'full-page-screenshot',
      mediaType: 'image/png',
      bytes: 1234567,
      sha256: 'f'.repeat(64),
      obtainedBy: 'tabs.captureVisibleTab',
      takenAtMs: Date.UTC(2026, 10, 23, 9, 30),
      pageUrl: null,
      subject: null,
      sourceUrl: 'https://ae01.alicdn.com/kf/a.jpg',
      cut: 'the page goes on below 20,000 pixels',
      redacted: ['account name', 'address'],
    }
    const { files } = reportedCapture('T', { artefacts: [artefact] as never })
    expect(files).toEqual([
      {
        name: 'full-page-screenshot.png',
        sha256: 'f'.repeat(64),
        facts: [
          'Screenshot of the whole page, image/png, 1,234,567 bytes',
          'Obtained by tabs.captureVisibleTab at 2026-11-23T10:30:00+01:00 (2026-11-23T09:30:00Z)',
          'From https://ae01.alicdn.com/kf/a.jpg',
          'Cut off: the page goes on below 20,000 pixels',
          'Made unreadable before it was stored: account name; address',
        ],
      },
    ])
  })
})
