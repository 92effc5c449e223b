import { type Asn1Element, Asn1Parts, malformed, onlyPart, readDer, tags } from './asn1.ts'
import {
  type Asn1Time,
  booleanOf,
  hexOf,
  integerOf,
  oidOf,
  sameBytes,
  timeOf,
  wholeBits,
} from './asn1-values.ts'
import { nameText } from './distinguished-name.ts'
import { isSignature, type SignatureAlgorithm, signatureAlgorithmOf } from './signature-check.ts'

interface Extension {
  isCritical: boolean
  /** The DER that the extension wraps. */
  value: Uint8Array<ArrayBuffer>
}

/** An X.509 certificate (RFC 5280), as far as time stamps need it. Nothing in it is trusted by itself. */
export interface Certificate {
  bytes: Uint8Array<ArrayBuffer>
  /** The part that is signed. */
  signedPart: Uint8Array<ArrayBuffer>
  /** Whole INTEGER. */
  serial: Asn1Element
  /** Whole Names: certificates are joined by their bytes. */
  issuer: Asn1Element
  subject: Asn1Element
  issuerName: string
  subjectName: string
  validFrom: Asn1Time
  validUntil: Asn1Time
  publicKeyInfo: Asn1Element
  extensions: Map<string, Extension>
  signatureAlgorithm: Asn1Element
  signature: Uint8Array<ArrayBuffer>
}

/** @throws ExpectedError `asn1-malformed` */
export function readCertificate(element: Asn1Element): Certificate {
  const outer = new Asn1Parts(element, 'a certificate')
  const signedPart = outer.next(tags.sequence)
  const signatureAlgorithm = outer.next(tags.sequence)
  const signature = wholeBits(outer.next(tags.bitString))
  outer.end()

  const inner = new Asn1Parts(signedPart, 'a certificate')
  inner.optional(tags.context0)
  const serial = inner.next(tags.integer)
  const innerAlgorithm = inner.next(tags.sequence)
  const issuer = inner.next(tags.sequence)
  const validity = new Asn1Parts(inner.next(tags.sequence), 'a certificate')
  const validFrom = timeOf(validity.next(tags.utcTime, tags.generalizedTime))
  const validUntil = timeOf(validity.next(tags.utcTime, tags.generalizedTime))
  validity.end()
  const subject = inner.next(tags.sequence)
  const publicKeyInfo = inner.next(tags.sequence)
  inner.optional(tags.implicit1)
  inner.optional(tags.implicit2)
  const extensions = inner.optional(tags.context3)
  inner.end()
  // Only the inner one is signed.
  if (!sameBytes(innerAlgorithm.bytes, signatureAlgorithm.bytes)) {
    throw malformed('a certificate names two algorithms')
  }
  return {
    bytes: element.bytes,
    signedPart: signedPart.bytes,
    serial,
    issuer,
    subject,
    issuerName: nameText(issuer),
    subjectName: nameText(subject),
    validFrom,
    validUntil,
    publicKeyInfo,
    extensions: extensions ? readExtensions(onlyPart(extensions)) : new Map(),
    signatureAlgorithm,
    signature,
  }
}

function readExtensions(list: Asn1Element): Map<string, Extension> {
  const extensions = new Map<string, Extension>()
  if (list.tag !== tags.sequence) throw malformed('extensions are none')
  for (const element of list.children) {
    const parts = new Asn1Parts(element, 'an extension')
    const oid = oidOf(parts.next(tags.oid))
    const critical = parts.optional(tags.boolean)
    const value = parts.next(tags.octetString).content
    parts.end()
    if (extensions.has(oid)) throw malformed('a certificate has an extension twice')
    extensions.set(oid, { isCritical: critical !== undefined && booleanOf(critical), value })
  }
  return extensions
}

/** Numbers of the extensions that are looked at (RFC 5280, 4.2.1). */
export const extensionIds = {
  subjectKeyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  extendedKeyUsage: '2.5.29.37',
} as const

export const keyUsages = { digitalSignature: 0, nonRepudiation: 1, certificateSigning: 5 } as const

/** The bits that are set in the key usage; null where the certificate does not limit it. */
export function keyUsageOf({ extensions }: Certificate): Set<number> | null {
  const extension = extensions.get(extensionIds.keyUsage)
  if (!extension) return null
  const { tag, content } = readDer(extension.value)
  if (tag !== tags.bitString) throw malformed('a key usage is none')
  const octets = [...content.subarray(1)]
  return new Set(
    octets.flatMap((octet, index) =>
      Array.from({ length: 8 }, (_, bit) => bit)
        .filter((bit) => octet & (0x80 >> bit))
        .map((bit) => index * 8 + bit),
    ),
  )
}

/** What the key may be used for by the extended key usage; null where the certificate does not limit it. */
export function purposesOf({ extensions }: Certificate): { isCritical: boolean; purposes: string[] } | null {
  const extension = extensions.get(extensionIds.extendedKeyUsage)
  if (!extension) return null
  const list = readDer(extension.value)
  if (list.tag !== tags.sequence) throw malformed('an extended key usage is none')
  return { isCritical: extension.isCritical, purposes: list.children.map(oidOf) }
}

/** Whether this certificate may issue others. */
export function mayIssue(certificate: Certificate): boolean {
  const extension = certificate.extensions.get(extensionIds.basicConstraints)
  if (!extension) return false
  const parts = new Asn1Parts(readDer(extension.value), 'basic constraints')
  const authority = parts.optional(tags.boolean)
  const length = parts.optional(tags.integer)
  if (length) integerOf(length)
  parts.end()
  const usages = keyUsageOf(certificate)
  return (
    authority !== undefined &&
    booleanOf(authority) &&
    (usages === null || usages.has(keyUsages.certificateSigning))
  )
}

/** The key identifier that others name this certificate by; null where it states none. */
export function subjectKeyIdOf({ extensions }: Certificate): Uint8Array<ArrayBuffer> | null {
  const extension = extensions.get(extensionIds.subjectKeyId)
  if (!extension) return null
  const { tag, content } = readDer(extension.value)
  if (tag !== tags.octetString) throw malformed('a key identifier is none')
  return content
}

/**
 * Whether `certificate` was signed with the key of `issuer`. SHA-1 counts only where a root signs itself.
 * @throws ExpectedError `asn1-malformed`, `algorithm-unknown`, `key-unusable`
 */
export async function isIssuedBy(certificate: Certificate, issuer: Certificate): Promise<boolean> {
  const algorithm: SignatureAlgorithm = signatureAlgorithmOf(certificate.signatureAlgorithm)
  if (algorithm.hash === 'SHA-1' && certificate !== issuer) return false
  return isSignature(algorithm, issuer.publicKeyInfo, certificate.signature, certificate.signedPart)
}

export const isValidAt = ({ validFrom, validUntil }: Certificate, wallMs: number): boolean =>
  validFrom.wallMs <= wallMs && wallMs <= validUntil.wallMs

/** The serial number as authorities print it: hexadecimal digits. */
export const serialText = ({ content }: Asn1Element): string =>
  hexOf(content[0] === 0 && content.length > 1 ? content.subarray(1) : content)
