import { isoWithOffset } from '../../core/iso-time.ts'

/** A moment in local time with offset and in UTC, e.g. "2026-11-23T15:30:07+01:00 (2026-11-23T14:30:07Z)". */
export const bothTimes = (wallMs: number, offsetMinutes: number): string =>
  `${isoWithOffset(wallMs, offsetMinutes)} (${new Date(wallMs).toISOString().slice(0, 19)}Z)`
