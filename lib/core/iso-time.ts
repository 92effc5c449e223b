/** Local date and time with seconds and offset, e.g. "2026-11-23T15:30:07+01:00" (RFC 3339). */
export function isoWithOffset(wallMs: number, offsetMinutes: number): string {
  const local = new Date(wallMs + offsetMinutes * 60_000).toISOString().slice(0, 19)
  const sign = offsetMinutes < 0 ? '-' : '+'
  const minutes = Math.abs(offsetMinutes)
  return `${local}${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}

const twoDigits = (value: number) => String(value).padStart(2, '0')
