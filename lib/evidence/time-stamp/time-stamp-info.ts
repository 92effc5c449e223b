import { type Asn1Element, Asn1Parts, malformed, onlyPart, tags } from './asn1.ts'
import { type Asn1Time, booleanOf, integerOf, oidOf, timeOf } from './asn1-values.ts'
import { nameText } from './distinguished-name.ts'
import { type HashName, hashOfIdentifier } from './signature-check.ts'

/** TSTInfo (RFC 3161, 2.4.2): what the authority signs. */
export interface TimeStampInfo {
  policy: string
  hash: HashName
  imprint: Uint8Array<ArrayBuffer>
  serial: Asn1Element
  time: Asn1Time
  accuracyMs: number | null
  nonce: bigint | null
  /** Name that the authority gives itself; null where it gives none, or one that is no Name. */
  authority: string | null
}

/** Octets; RFC 3161 asks for 20 to be understood. */
const longestSerial = 40

/** @throws ExpectedError `asn1-malformed`, `algorithm-unknown` */
export function readTimeStampInfo(element: Asn1Element): TimeStampInfo {
  const parts = new Asn1Parts(element, 'the time stamp')
  if (integerOf(parts.next(tags.integer)) !== 1n) throw malformed('it is of another version')
  const policy = oidOf(parts.next(tags.oid))
  const imprint = new Asn1Parts(parts.next(tags.sequence), 'the imprint')
  const hash = hashOfIdentifier(imprint.next(tags.sequence))
  const imprintBytes = imprint.next(tags.octetString).content
  imprint.end()
  const serial = parts.next(tags.integer)
  if (integerOf(serial) < 0n || serial.content.length > longestSerial) throw malformed('its number is none')
  const time = timeOf(parts.next(tags.generalizedTime))
  const accuracy = parts.optional(tags.sequence)
  const ordering = parts.optional(tags.boolean)
  if (ordering) booleanOf(ordering)
  const nonce = parts.optional(tags.integer)
  const authority = parts.optional(tags.context0)
  const extensions = parts.optional(tags.context1)
  parts.end()
  for (const extension of extensions?.children ?? []) refuseCritical(extension)
  return {
    policy,
    hash,
    imprint: imprintBytes,
    serial,
    time,
    accuracyMs: accuracy ? accuracyOf(accuracy) : null,
    nonce: nonce ? integerOf(nonce) : null,
    authority: authority ? directoryName(onlyPart(authority)) : null,
  }
}

/** In its unit; a clock that is off by days is none. */
const mostOfAccuracy = 100_000n

function accuracyOf(element: Asn1Element): number {
  const parts = new Asn1Parts(element, 'the accuracy')
  const [seconds, millis, micros] = [tags.integer, tags.implicit0, tags.implicit1].map((tag) => {
    const part = parts.optional(tag)
    const value = part ? integerOf(part) : 0n
    if (value < 0n || value > mostOfAccuracy) throw malformed('its accuracy is none')
    return Number(value)
  })
  parts.end()
  return (seconds ?? 0) * 1000 + (millis ?? 0) + (micros ?? 0) / 1000
}

/** Of a GeneralName: the one kind that is compared with the certificate. */
const directoryName = (name: Asn1Element): string | null =>
  name.tag === tags.context4 ? nameText(onlyPart(name)) : null

/** What must be understood and is not known must be refused (RFC 5280, 4.2). */
function refuseCritical(extension: Asn1Element): void {
  const parts = new Asn1Parts(extension, 'an extension')
  parts.next(tags.oid)
  const critical = parts.optional(tags.boolean)
  parts.next(tags.octetString)
  parts.end()
  if (critical && booleanOf(critical)) throw malformed('it has an extension that Docket does not know')
}
