import { ExpectedError } from '../../core/expected-error.ts'
import { type Asn1Element, Asn1Parts, malformed, onlyPart, tags } from './asn1.ts'
import { integerOf, oidOf, sameBytes } from './asn1-values.ts'
import {
  type Certificate,
  extensionIds,
  isValidAt,
  keyUsageOf,
  keyUsages,
  purposesOf,
  subjectKeyIdOf,
} from './certificate.ts'
import { type HashName, hashOfIdentifier, isSignature, signatureAlgorithmOf } from './signature-check.ts'

const attributeIds = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate2: '1.2.840.113549.1.9.16.2.47',
} as const

/** SignerInfo (RFC 5652, 5.3). */
export interface Signer {
  certificateId: Asn1Element
  hash: HashName
  /** Attributes as they are signed: as a SET. */
  signedAttributes: Uint8Array<ArrayBuffer>
  attributes: Map<string, Asn1Element>
  signatureAlgorithm: Asn1Element
  signature: Uint8Array<ArrayBuffer>
}

/** @throws ExpectedError `asn1-malformed`, `algorithm-unknown` */
export function readSigner(element: Asn1Element): Signer {
  const parts = new Asn1Parts(element, 'the signature')
  const version = integerOf(parts.next(tags.integer))
  const certificateId = parts.next(tags.sequence, tags.implicit0)
  if (version !== (certificateId.tag === tags.sequence ? 1n : 3n)) throw malformed('it is of another version')
  const hash = hashOfIdentifier(parts.next(tags.sequence))
  const attributes = parts.next(tags.context0)
  const signatureAlgorithm = parts.next(tags.sequence)
  const signature = parts.next(tags.octetString).content
  // Unsigned attributes may follow; nothing is taken from them.
  parts.optional(tags.context1)
  parts.end()
  return {
    certificateId,
    hash,
    signedAttributes: attributes.bytes.with(0, tags.set),
    attributes: readAttributes(attributes),
    signatureAlgorithm,
    signature,
  }
}

function readAttributes(set: Asn1Element): Map<string, Asn1Element> {
  const attributes = new Map<string, Asn1Element>()
  for (const element of set.children) {
    const parts = new Asn1Parts(element, 'an attribute')
    const oid = oidOf(parts.next(tags.oid))
    const values = parts.next(tags.set)
    parts.end()
    if (attributes.has(oid)) throw malformed('it has an attribute twice')
    attributes.set(oid, onlyPart(values))
  }
  return attributes
}

/** Whether the signer names this certificate: by issuer and number, or by key. */
export function isNamed({ certificateId }: Signer, certificate: Certificate): boolean {
  if (certificateId.tag === tags.implicit0) {
    const keyId = subjectKeyIdOf(certificate)
    return keyId !== null && sameBytes(keyId, certificateId.content)
  }
  const parts = new Asn1Parts(certificateId, 'the signer')
  const issuer = parts.next(tags.sequence)
  const serial = parts.next(tags.integer)
  parts.end()
  return (
    sameBytes(issuer.bytes, certificate.issuer.bytes) && sameBytes(serial.bytes, certificate.serial.bytes)
  )
}

/**
 * Whether what is signed is this content of this type, signed by this certificate (RFC 5652, 5.4; RFC 5035, 4).
 * @throws ExpectedError naming the first flaw
 */
export async function checkSignature(
  signer: Signer,
  certificate: Certificate,
  { contentType, content }: { contentType: string; content: Uint8Array<ArrayBuffer> },
): Promise<void> {
  const { attributes, hash } = signer
  const statedType = attributes.get(attributeIds.contentType)
  if (!statedType || oidOf(statedType) !== contentType) throw malformed('it is signed as something else')
  const digest = attributes.get(attributeIds.messageDigest)
  const actual = new Uint8Array(await crypto.subtle.digest(hash, content))
  if (digest?.tag !== tags.octetString || !sameBytes(digest.content, actual)) {
    throw flaw('time-stamp-changed', 'its content is not what was signed')
  }
  await checkCertificateId(attributes.get(attributeIds.signingCertificate2), certificate)
  const algorithm = signatureAlgorithmOf(signer.signatureAlgorithm, hash)
  if (algorithm.hash !== hash) throw malformed('it names two hashes')
  const { publicKeyInfo } = certificate
  if (!(await isSignature(algorithm, publicKeyInfo, signer.signature, signer.signedAttributes))) {
    throw flaw('time-stamp-changed', 'its signature was not made over it')
  }
}

/** SigningCertificateV2 (RFC 5035): its first ESSCertIDv2 must be this very certificate. */
async function checkCertificateId(
  attribute: Asn1Element | undefined,
  certificate: Certificate,
): Promise<void> {
  if (!attribute) {
    throw flaw('certificate-unbound', 'it does not name its certificate by SHA-256 or better (ESSCertIDv2)')
  }
  const parts = new Asn1Parts(attribute, 'the certificate’s name')
  const id = new Asn1Parts(parts.next(tags.sequence).children[0], 'the certificate’s name')
  const algorithm = id.optional(tags.sequence)
  const hash = algorithm ? hashOfIdentifier(algorithm) : 'SHA-256'
  const stated = id.next(tags.octetString).content
  const issuerSerial = id.optional(tags.sequence)
  id.end()
  // Policies may follow, which RFC 3161 does not use.
  parts.optional(tags.sequence)
  parts.end()
  const actual = new Uint8Array(await crypto.subtle.digest(hash, certificate.bytes))
  if (!sameBytes(stated, actual) || (issuerSerial && !isIssuerSerial(issuerSerial, certificate))) {
    throw flaw('certificate-unbound', 'the certificate that came along is not the one that signed')
  }
}

/** IssuerSerial: GeneralNames with the issuer's Name, and the certificate's number. */
function isIssuerSerial(element: Asn1Element, certificate: Certificate): boolean {
  const parts = new Asn1Parts(element, 'the certificate’s name')
  const names = parts.next(tags.sequence).children
  const serial = parts.next(tags.integer)
  parts.end()
  const isIssuer = (name: Asn1Element) =>
    name.tag === tags.context4 && sameBytes(onlyPart(name).bytes, certificate.issuer.bytes)
  return names.some(isIssuer) && sameBytes(serial.bytes, certificate.serial.bytes)
}

const timeStamping = '1.3.6.1.5.5.7.3.8'

/** Extensions whose meaning is looked at here or does not matter to a time stamp. */
const knownCritical: ReadonlySet<string> = new Set(Object.values(extensionIds))

/**
 * Whether the certificate may sign time stamps, and nothing else, and was valid then (RFC 3161, 2.3).
 * @throws ExpectedError `certificate-unfit`, `certificate-expired`
 */
export function checkSignerCertificate(certificate: Certificate, wallMs: number): void {
  const use = purposesOf(certificate)
  if (!use?.isCritical || use.purposes.length !== 1 || use.purposes[0] !== timeStamping) {
    throw flaw('certificate-unfit', 'its certificate is not one for time stamps alone')
  }
  const usages = keyUsageOf(certificate)
  const { digitalSignature, nonRepudiation } = keyUsages
  const isForSigning = (usage: number) => usage === digitalSignature || usage === nonRepudiation
  if (usages && (usages.size === 0 || ![...usages].every(isForSigning))) {
    throw flaw('certificate-unfit', 'its certificate is for other use than signing')
  }
  for (const [oid, { isCritical }] of certificate.extensions) {
    if (isCritical && !knownCritical.has(oid)) {
      throw flaw('certificate-unfit', `its certificate has a rule that Docket does not know (${oid})`)
    }
  }
  if (!isValidAt(certificate, wallMs)) {
    throw flaw(
      'certificate-expired',
      `its certificate is valid from ${certificate.validFrom.text} to ${certificate.validUntil.text} only`,
    )
  }
}

/** What is wrong with a time stamp, and what to do. */
export const flaw = (code: string, what: string) =>
  new ExpectedError(code, `The time stamp is not valid: ${what}. Ask again, or choose another authority.`)
