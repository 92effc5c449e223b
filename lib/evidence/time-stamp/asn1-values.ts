import { type Asn1Element, malformed, tags } from './asn1.ts'

/** The value of an INTEGER. @throws ExpectedError `asn1-malformed` */
export function integerOf({ content }: Asn1Element): bigint {
  const [first = 0, second = 0] = content
  const isPadded =
    content.length > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80))
  if (content.length === 0 || isPadded) throw malformed('a number is not in its shortest form')
  const digits = BigInt(`0x${hexOf(content)}`)
  return first >= 0x80 ? digits - (1n << BigInt(content.length * 8)) : digits
}

/** Octets: those in use have at most about 20. */
const longestOid = 64

/** An OBJECT IDENTIFIER as text, e.g. "1.2.840.113549.1.7.2". @throws ExpectedError `asn1-malformed` */
export function oidOf({ tag, content }: Asn1Element): string {
  if (content.length > longestOid) throw malformed('an identifier is too long')
  const arcs: bigint[] = []
  let arc = 0n
  let isWithin = false
  for (const octet of content) {
    if (!isWithin && octet === 0x80) throw malformed('an identifier is not in its shortest form')
    arc = (arc << 7n) | BigInt(octet & 0x7f)
    isWithin = octet >= 0x80
    if (isWithin) continue
    arcs.push(arc)
    arc = 0n
  }
  const [first, ...rest] = arcs
  if (tag !== tags.oid || isWithin || first === undefined) throw malformed('an identifier is none')
  const root = first < 80n ? first / 40n : 2n
  return [root, first - root * 40n, ...rest].join('.')
}

/** Seconds of a time, and the digits after them. */
export interface Asn1Time {
  /** Milliseconds since 1970; what is finer is cut off. */
  wallMs: number
  /** UTC as RFC 3339 writes it, as fine as it was stated: "2026-11-25T10:24:00.123456Z". */
  text: string
}

/** A GeneralizedTime or UTCTime in the form that DER and RFC 5280 allow. @throws ExpectedError `asn1-malformed` */
export function timeOf({ tag, content }: Asn1Element): Asn1Time {
  const stated = String.fromCharCode(...content)
  const full = tag === tags.utcTime ? `${Number(stated.slice(0, 2)) < 50 ? 20 : 19}${stated}` : stated
  const pattern = tag === tags.utcTime ? /^\d{14}Z$/ : /^\d{14}(?:\.\d{0,8}[1-9])?Z$/
  if ((tag !== tags.utcTime && tag !== tags.generalizedTime) || !pattern.test(full)) {
    throw malformed('a time is none')
  }
  const text = full.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/, '$1-$2-$3T$4:$5:$6')
  const seconds = text.slice(0, 19)
  const secondsMs = Date.parse(`${seconds}Z`)
  // A day that does not exist is moved to one that does, and then reads differently.
  if (Number.isNaN(secondsMs) || new Date(secondsMs).toISOString().slice(0, 19) !== seconds) {
    throw malformed('a time is none')
  }
  const fraction = /\.(\d+)/.exec(text)?.[1] ?? ''
  return { wallMs: secondsMs + Number(fraction.slice(0, 3).padEnd(3, '0')), text }
}

/** The octets of a BIT STRING without unused bits. @throws ExpectedError `asn1-malformed` */
export function wholeBits({ tag, content }: Asn1Element): Uint8Array<ArrayBuffer> {
  if (tag !== tags.bitString || content[0] !== 0) throw malformed('a string of bits has odd bits')
  return content.subarray(1)
}

/** A BOOLEAN. @throws ExpectedError `asn1-malformed` */
export function booleanOf({ tag, content }: Asn1Element): boolean {
  const [octet] = content
  if (tag !== tags.boolean || content.length !== 1 || (octet !== 0 && octet !== 0xff)) {
    throw malformed('a yes or no is neither')
  }
  return octet === 0xff
}

export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (octet) => octet.toString(16).padStart(2, '0')).join('')

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((octet, index) => octet === b[index])
