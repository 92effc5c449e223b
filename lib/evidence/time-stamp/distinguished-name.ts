import { type Asn1Element, Asn1Parts, malformed, tags } from './asn1.ts'
import { oidOf } from './asn1-values.ts'

/** Short names of what names of companies and authorities are made of (RFC 4519). */
const shortNames: Record<string, string> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
}

const longestName = 300

/**
 * The Name of a certificate as a person reads it, most special part first: "CN=…, O=…, C=…". Anyone may have written
 * it: what cannot be seen is replaced, so that it stays within its line, and what is too long is cut.
 * @throws ExpectedError `asn1-malformed`
 */
export function nameText(name: Asn1Element): string {
  if (name.tag !== tags.sequence) throw malformed('a name is none')
  const parts = name.children.flatMap((relative) => {
    if (relative.tag !== tags.set) throw malformed('a name is none')
    return relative.children.map(partText)
  })
  const text = parts.reverse().join(', ')
  return text.length > longestName ? `${text.slice(0, longestName)}…` : text
}

function partText(attribute: Asn1Element): string {
  const parts = new Asn1Parts(attribute, 'a name')
  const oid = oidOf(parts.next(tags.oid))
  const value = parts.any()
  parts.end()
  if (!value) throw malformed('a name has an empty part')
  return `${shortNames[oid] ?? oid}=${printable(stringOf(value))}`
}

const bmpString = 0x1e

/** What strings of certificates are written in; ASCII and its supersets are read as the widest of them. */
function stringOf({ tag, content }: Asn1Element): string {
  const encoding = tag === tags.utf8String ? 'utf-8' : tag === bmpString ? 'utf-16be' : 'latin1'
  return new TextDecoder(encoding).decode(content)
}

/** Text of strangers, fit to be shown in one line: what cannot be seen is replaced. */
export const printable = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\uFFFD')
