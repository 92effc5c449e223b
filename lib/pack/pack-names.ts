import type { Moment } from '../core/clock.ts'
import { isoWithOffset } from '../core/iso-time.ts'
import type { QueueGroup } from '../queue/flag.ts'

const maxLength = 120

/** Names that Windows keeps for devices, with or without an extension. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i

/** Control characters, format characters (BiDi, zero width), lone surrogates, and what Windows forbids in names. */
const forbidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]/gu

/**
 * One part of a path that every file system takes: NFC, at most 120 UTF-16 units, none of the characters
 * and device names that Windows refuses, no leading dot, no dot or space at the end. The extension (what
 * follows the last dot, up to 10 letters or digits) is kept where the name is cut. Never empty.
 */
export function safeFileName(text: string): string {
  const clean = text.normalize('NFC').replace(forbidden, '_').replace(/\s+/gu, ' ')
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(clean)?.[0] ?? ''
  const stem = trimmed(clean.slice(0, clean.length - extension.length)).replace(/^[. ]+/, '')
  const cut = trimmed(wholeCharacters(stem, maxLength - 1 - extension.length))
  const name = `${cut || '_'}${extension}`
  return reserved.test(name) ? `_${name}` : name
}

const trimmed = (text: string) => text.trim().replace(/[. ]+$/u, '')

/** The first `length` UTF-16 units, without half a character at the end. */
const wholeCharacters = (text: string, length: number) =>
  text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')

/** E.g. "docket-trademark-2026-11-23-1530-87-listings.zip", in local time. */
export const packName = (group: QueueGroup, listings: number, made: Moment): string =>
  `docket-${group}-${localMinute(made)}-${counted(listings, 'listing')}.zip`

/** E.g. "docket-evidence-2026-11-23-1530-3-captures.zip", in local time. */
export const evidencePackName = (captures: number, made: Moment): string =>
  `docket-evidence-${localMinute(made)}-${counted(captures, 'capture')}.zip`

/** E.g. "docket-web-archive-2026-11-23-1530-3-captures.wacz", in local time. */
export const webArchiveName = (captures: number, made: Moment): string =>
  `docket-web-archive-${localMinute(made)}-${counted(captures, 'capture')}.wacz`
/** E.g. "docket-everything-2026-11-23-1530.zip", in local time. */
export const salvageName = (made: Moment): string => `docket-everything-${localMinute(made)}.zip`

/** E.g. "docket-data-2026-11-23-1530.zip", in local time. */
export const dataExportName = (made: Moment): string => `docket-data-${localMinute(made)}.zip`

/** E.g. "docket-backup-2026-11-23-1530.docket", in local time. */
export const backupName = (made: Moment): string => `docket-backup-${localMinute(made)}.docket`

/** E.g. "docket-rights-2026-11-23-1530-3-rights.zip", in local time. */
export const rightsExportName = (rights: number, ending: 'zip' | 'xlsx' | 'csv', made: Moment): string =>
  `docket-rights-${localMinute(made)}-${counted(rights, 'right')}.${ending}`

/** E.g. "docket-complaints-2026-11-23-1530-3-complaints-300-listings.zip", in local time. */
export const complaintPackName = (complaints: number, listings: number, made: Moment): string =>
  `docket-complaints-${localMinute(made)}-${counted(complaints, 'complaint')}-${counted(listings, 'listing')}.zip`

function localMinute(made: Moment): string {
  const local = isoWithOffset(made.wallMs, made.offsetMinutes)
  return `${local.slice(0, 10)}-${local.slice(11, 13)}${local.slice(14, 16)}`
}

const counted = (count: number, noun: string) => `${count}-${noun}${count === 1 ? '' : 's'}`

/** Rank within the pack with as many digits as the largest, at least three: names sort as the listings do. */
export const paddedRank = (rank: number, of: number): string =>
  String(rank).padStart(Math.max(3, String(of).length), '0')
