import { ulid } from 'ulid'

/** A new ULID: 26 characters, sorts by time of making. Safe to make in a page. */
export const newId = (nowMs: number = Date.now()): string => ulid(nowMs)

/** Matches a ULID as `newId` makes them. */
export const idPattern = /^[0-9A-HJKMNP-TV-Z]{26}$/
