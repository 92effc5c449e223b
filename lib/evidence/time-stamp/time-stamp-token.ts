import { sha256Hex } from '../../core/digest.ts'
import { failureFrom } from '../../core/expected-error.ts'
import { ok, type Result } from '../../core/result.ts'
import { type Asn1Element, Asn1Parts, malformed, onlyPart, readDer, tags } from './asn1.ts'
import { integerOf, oidOf, sameBytes } from './asn1-values.ts'
import { type Certificate, readCertificate, serialText } from './certificate.ts'
import { hashOfIdentifier } from './signature-check.ts'
import type { TimeStampFacts } from './time-stamp.ts'
import { checkChain } from './time-stamp-chain.ts'
import { readTimeStampInfo, type TimeStampInfo } from './time-stamp-info.ts'
import {
  checkSignature,
  checkSignerCertificate,
  flaw,
  isNamed,
  readSigner,
  type Signer,
} from './time-stamp-signer.ts'

const signedDataId = '1.2.840.113549.1.7.2'
/** Chains have three or four; each may be held against each other. */
const mostCertificates = 20
const timeStampInfoId = '1.2.840.113549.1.9.16.1.4'

/** What the token must be about. */
export interface ExpectedStamp {
  /** SHA-256 of what was stamped. */
  imprint: Uint8Array<ArrayBuffer>
  /** The number that the query carried; null where it is no longer known. */
  nonce: bigint | null
}

/**
 * Verifies a time-stamp token (RFC 3161 with RFC 5652, 5035, 5816) in full: that it is about this imprint and
 * answers this query, that its signed attributes and signature fit, that the certificate which came along
 * signed it, may sign time stamps and was valid then, and that the certificates above it hold together as far as
 * they came along. The topmost one is not held against a trust list. Fails with the first flaw.
 */
export async function verifyTimeStampToken(
  token: Uint8Array<ArrayBuffer>,
  expected: ExpectedStamp,
): Promise<Result<TimeStampFacts>> {
  try {
    return ok(await verified(token, expected))
  } catch (error) {
    return { ok: false, error: failureFrom(error, 'checking a time stamp') }
  }
}

async function verified(token: Uint8Array<ArrayBuffer>, expected: ExpectedStamp): Promise<TimeStampFacts> {
  const { content, certificates, signer } = readToken(token)
  const info = readTimeStampInfo(readDer(content))
  checkExpected(info, expected)
  const certificate = certificates.find((candidate) => isNamed(signer, candidate))
  if (!certificate) throw flaw('certificate-missing', 'the certificate that signed it did not come along')
  if (certificates.some((other) => other !== certificate && sameBytes(other.bytes, certificate.bytes))) {
    throw malformed('a certificate stands there twice')
  }
  checkSignerCertificate(certificate, info.time.wallMs)
  await checkSignature(signer, certificate, { contentType: timeStampInfoId, content })
  await checkChain(certificate, certificates, info.time.wallMs)
  if (info.authority !== null && info.authority !== certificate.subjectName) {
    throw flaw('authority-differs', `it is of ${info.authority}, signed by ${certificate.subjectName}`)
  }
  return {
    time: info.time.text,
    accuracyMs: info.accuracyMs,
    authority: certificate.subjectName,
    issuer: certificate.issuerName,
    certificateSha256: await sha256Hex(certificate.bytes),
    serial: serialText(info.serial),
    policy: info.policy,
  }
}

function checkExpected(info: TimeStampInfo, { imprint, nonce }: ExpectedStamp): void {
  if (info.hash !== 'SHA-256' || !sameBytes(info.imprint, imprint)) {
    throw flaw('imprint-differs', 'it is about something else')
  }
  if (nonce !== null && info.nonce !== nonce) throw flaw('nonce-differs', 'it answers another query')
}

/** ContentInfo with SignedData (RFC 5652) around TSTInfo, one signature, certificates along with it. */
function readToken(token: Uint8Array<ArrayBuffer>): {
  content: Uint8Array<ArrayBuffer>
  certificates: Certificate[]
  signer: Signer
} {
  const outer = new Asn1Parts(readDer(token), 'the token')
  refuseOther(outer.next(tags.oid), signedDataId)
  const signed = new Asn1Parts(onlyPart(outer.next(tags.context0)), 'the token')
  outer.end()
  if (integerOf(signed.next(tags.integer)) !== 3n) throw malformed('it is of another version')
  const hashes = signed.next(tags.set).children.map(hashOfIdentifier)
  const wrapped = new Asn1Parts(signed.next(tags.sequence), 'the token')
  refuseOther(wrapped.next(tags.oid), timeStampInfoId)
  const { tag, content } = onlyPart(wrapped.next(tags.context0))
  wrapped.end()
  const sent = signed.optional(tags.context0)?.children ?? []
  if (sent.length > mostCertificates) throw malformed('too many certificates came along')
  const certificates = sent.map(readCertificate)
  // Revocation lists may follow; what they say is of later than the stamp.
  signed.optional(tags.context1)
  const signer = readSigner(onlyPart(signed.next(tags.set)))
  signed.end()
  if (tag !== tags.octetString || !hashes.includes(signer.hash)) throw malformed('its content is not signed')
  return { content, certificates, signer }
}

function refuseOther(type: Asn1Element, wanted: string): void {
  if (oidOf(type) !== wanted) throw malformed('it is something else')
}
