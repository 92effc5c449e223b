import { decodeTime, ulid } from 'ulid'

/** Characters of a ULID that chance decides. */
const randomLength = 16

/**
 * A new ULID: 26 characters, sorts by time of making. Safe to make in a page. The library would ask the browser
 * for each character's chance by itself; asked once for all, an id costs a page less.
 */
export function newId(nowMs: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(randomLength))
  let at = 0
  return ulid(nowMs, () => {
    const byte = bytes[at++]
    if (byte === undefined) throw new Error('A ULID asked for more chance than it has characters.')
    // 256 is a multiple of the alphabet's 32 characters: each is as likely as the others.
    return byte / 256
  })
}

/** Matches a ULID as `newId` makes them. */
export const idPattern = /^[0-9A-HJKMNP-TV-Z]{26}$/

/** When an id was made, in epoch milliseconds. @throws Error for what `newId` did not make */
export const idTimeMs = (id: string): number => decodeTime(id)
