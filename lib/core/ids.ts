import { ulid } from 'ulid'

/** Item number of an offer on .com, decimal digits: the identity of a listing on every site. */
export type ListingId = string

/** A new ULID: 26 characters, sorts by time of making. Safe to make in a page. */
export const newId = (nowMs: number = Date.now()): string => ulid(nowMs)

/** Matches a ULID as `newId` makes them. */
export const idPattern = /^[0-9A-HJKMNP-TV-Z]{26}$/
