import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarFile } from '../../../lib/tracking/calendar-file.ts'

const madeAtMs = Date.UTC(2026, 10, 25, 9, 5, 7)

/** Reads a calendar file as RFC 5545 says: unfolded, then unescaped. */
function readCalendar(file: string) {
  const lines = file.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)
  const unescaped = (text: string) =>
    text.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))
  const events: Array<Record<string, string>> = []
  const open: string[] = []
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^:]+):([\s\S]*)$/.exec(line) ?? []
    if (name === 'BEGIN') open.push(value)
    if (name === 'BEGIN' && value === 'VEVENT') events.push({})
    if (name === 'END') expect(open.pop()).toBe(value)
    else if (open.at(-1) === 'VEVENT' && name !== 'BEGIN') {
      const event = events.at(-1)
      if (event) event[name] = unescaped(value)
    }
  }
  expect(open).toEqual([])
  return { lines, events }
}

describe('a calendar file', () => {
  test('holds whole days with a reminder, in lines that end as the standard asks', () => {
    const file = calendarFile(
      [{ uid: 'a@docket', on: '2026-12-31', title: 'Answer; case 1, “x”', text: 'Two\nlines' }],
      madeAtMs,
    )
    expect(file).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:/)
    expect(file).not.toMatch(/(?<!\r)\n/)
    expect(file).toContain('SUMMARY:Answer\\; case 1\\, “x”\r\n')
    expect(file).toContain('DESCRIPTION:Two\\nlines\r\n')
    expect(readCalendar(file).events).toEqual([
      {
        UID: 'a@docket',
        DTSTAMP: '20261125T090507Z',
        'DTSTART;VALUE=DATE': '20261231',
        'DTEND;VALUE=DATE': '20270101',
        SUMMARY: 'Answer; case 1, “x”',
        DESCRIPTION: 'Two\nlines',
        TRANSP: 'TRANSPARENT',
      },
    ])
  })

  test('keeps every text whole, in lines of at most 75 octets, and lets none break out', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 })
    const hostile = fc.constantFrom('\r\nEND:VEVENT\r\nBEGIN:VEVENT', '\u0000x', '\\n;,', '夜'.repeat(90))
    fc.assert(
      fc.property(fc.tuple(text, hostile, text), (parts) => {
        const title = parts.join('')
        const file = calendarFile([{ uid: 'u', on: '2026-11-25', title, text: title }], madeAtMs)
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        const { events } = readCalendar(file)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what the file leaves out.
        const kept = title.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
        expect(events).toHaveLength(1)
        expect(events[0]?.SUMMARY).toBe(kept)
      }),
    )
  })
})
