import type { CalendarDate } from '../rights/right.ts'

/** A whole day in a calendar. */
export interface CalendarEntry {
  /** Stays the same for the same matter, so that importing again changes it and doubles nothing. */
  uid: string
  on: CalendarDate
  title: string
  text: string
}

/**
 * The entries as a calendar file (RFC 5545), which calendars import: events of a whole day that keep nobody busy, with
 * a reminder the day before.
 * @param madeAtMs when the file was made, milliseconds since 1970
 */
export function calendarFile(entries: readonly CalendarEntry[], madeAtMs: number): string {
  const stamp = `${new Date(madeAtMs).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Docket//Follow up//EN',
    'CALSCALE:GREGORIAN',
    ...entries.flatMap(({ uid, on, title, text }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(uid)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`,
      `DTEND;VALUE=DATE:${dayAfter(on).replaceAll('-', '')}`,
      `SUMMARY:${escaped(title)}`,
      ...(text === '' ? [] : [`DESCRIPTION:${escaped(text)}`]),
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(title)}`,
      'TRIGGER:-P1D',
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** RFC 5545 §3.3.11; what is no character of a text is left out. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|[\r\n]/g, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go.
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')

const maxLineOctets = 75

/** Lines of at most 75 octets; each further one begins with a space (§3.1). No character is cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  let octets = 0
  let out = ''
  for (const sign of line) {
    const own = encoder.encode(sign).length
    if (octets + own > maxLineOctets) {
      out += '\r\n '
      octets = 1
    }
    out += sign
    octets += own
  }
  return out
}

function dayAfter(on: CalendarDate): CalendarDate {
  const day = new Date(`${on}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}
