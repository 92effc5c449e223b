import { ExpectedError } from '../../core/expected-error.ts'
import { type Asn1Element, Asn1Parts, malformed, onlyPart, readDer, tags } from './asn1.ts'
import { integerOf, oidOf, wholeBits } from './asn1-values.ts'

export type HashName = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512'

const hashNames: Record<string, HashName> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
}

/** Algorithms that name their hash themselves (RFC 4055, RFC 5758). SHA-1 is only for what a root says of itself. */
const withHash: Record<string, { family: 'RSASSA-PKCS1-v1_5' | 'ECDSA'; hash: HashName }> = {
  '1.2.840.113549.1.1.5': { family: 'RSASSA-PKCS1-v1_5', hash: 'SHA-1' },
  '1.2.840.113549.1.1.11': { family: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  '1.2.840.113549.1.1.12': { family: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' },
  '1.2.840.113549.1.1.13': { family: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' },
  '1.2.840.10045.4.3.2': { family: 'ECDSA', hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { family: 'ECDSA', hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { family: 'ECDSA', hash: 'SHA-512' },
}
const rsaEncryption = '1.2.840.113549.1.1.1'
const rsaPss = '1.2.840.113549.1.1.10'
const maskGeneration1 = '1.2.840.113549.1.1.8'

const curves: Record<string, { name: 'P-256' | 'P-384' | 'P-521'; numberLength: number }> = {
  '1.2.840.10045.3.1.7': { name: 'P-256', numberLength: 32 },
  '1.3.132.0.34': { name: 'P-384', numberLength: 48 },
  '1.3.132.0.35': { name: 'P-521', numberLength: 66 },
}

/** Shorter keys of RSA can be broken. */
const shortestRsaBits = 2048

export type SignatureAlgorithm =
  | { family: 'RSASSA-PKCS1-v1_5' | 'ECDSA'; hash: HashName }
  | { family: 'RSA-PSS'; hash: HashName; saltLength: number }

/**
 * The hash that an AlgorithmIdentifier names.
 * @throws ExpectedError `asn1-malformed`, `algorithm-unknown`
 */
export function hashOfIdentifier(identifier: Asn1Element | undefined): HashName {
  const { oid } = readIdentifier(identifier)
  const hash = hashNames[oid]
  if (!hash) throw unknownAlgorithm(oid)
  return hash
}

/**
 * How a signature was made. Some authorities name only "RSA" in a token: then `hash` is the token's own.
 * @throws ExpectedError `asn1-malformed`, `algorithm-unknown`
 */
export function signatureAlgorithmOf(identifier: Asn1Element, hash?: HashName): SignatureAlgorithm {
  if (identifier.children[0] && oidOf(identifier.children[0]) === rsaPss) return pssOf(identifier)
  const { oid } = readIdentifier(identifier)
  if (oid === rsaEncryption && hash) return { family: 'RSASSA-PKCS1-v1_5', hash }
  const algorithm = withHash[oid]
  if (!algorithm) throw unknownAlgorithm(oid)
  return algorithm
}

/** An AlgorithmIdentifier without parameters: left out, or NULL. */
function readIdentifier(identifier: Asn1Element | undefined): { oid: string } {
  const parts = new Asn1Parts(identifier, 'an algorithm')
  const oid = oidOf(parts.next(tags.oid))
  const nothing = parts.optional(tags.null)
  parts.end()
  if (nothing && nothing.content.length > 0) throw malformed('an algorithm has parameters')
  return { oid }
}

function pssOf(identifier: Asn1Element): SignatureAlgorithm {
  const parts = new Asn1Parts(identifier, 'an algorithm')
  parts.next(tags.oid)
  const parameters = new Asn1Parts(parts.next(tags.sequence), 'an algorithm')
  parts.end()
  // Left out they stand for SHA-1, which is not taken.
  const hash = hashOfIdentifier(onlyPart(parameters.next(tags.context0)))
  const mask = new Asn1Parts(onlyPart(parameters.next(tags.context1)), 'an algorithm')
  const maskName = oidOf(mask.next(tags.oid))
  const maskHash = hashOfIdentifier(mask.any())
  mask.end()
  const salt = parameters.optional(tags.context2)
  parameters.end()
  if (maskName !== maskGeneration1 || maskHash !== hash) throw unknownAlgorithm(`${rsaPss} with ${maskName}`)
  const saltLength = salt ? integerOf(onlyPart(salt)) : 20n
  if (saltLength < 0n || saltLength > 512n) throw malformed('an algorithm has odd parameters')
  return { family: 'RSA-PSS', hash, saltLength: Number(saltLength) }
}

/**
 * Whether `signature` was made over these bytes with the private key of this public one (SubjectPublicKeyInfo).
 * @throws ExpectedError `asn1-malformed`, `algorithm-unknown`, `key-unusable`
 */
export async function isSignature(
  algorithm: SignatureAlgorithm,
  publicKeyInfo: Asn1Element,
  signature: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const { family, hash } = algorithm
  if (family === 'ECDSA') {
    const { name, numberLength } = curveOf(publicKeyInfo)
    const key = await importKey(publicKeyInfo, { name: family, namedCurve: name })
    return crypto.subtle.verify({ name: family, hash }, key, rawSignature(signature, numberLength), bytes)
  }
  const key = await importKey(publicKeyInfo, { name: family, hash })
  const { modulusLength } = key.algorithm as RsaHashedKeyAlgorithm
  if (modulusLength < shortestRsaBits) throw unusableKey(`it has only ${modulusLength} bits`)
  const parameters =
    family === 'RSA-PSS' ? { name: family, saltLength: algorithm.saltLength } : { name: family }
  return crypto.subtle.verify(parameters, key, signature, bytes)
}

function curveOf(publicKeyInfo: Asn1Element) {
  const parts = new Asn1Parts(publicKeyInfo, 'a public key')
  const identifier = new Asn1Parts(parts.next(tags.sequence), 'a public key')
  identifier.next(tags.oid)
  const oid = oidOf(identifier.next(tags.oid))
  identifier.end()
  wholeBits(parts.next(tags.bitString))
  parts.end()
  const curve = curves[oid]
  if (!curve) throw unknownAlgorithm(`curve ${oid}`)
  return curve
}

async function importKey(
  { bytes }: Asn1Element,
  algorithm: RsaHashedImportParams | EcKeyImportParams,
): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('spki', bytes, algorithm, true, ['verify'])
  } catch (error) {
    throw unusableKey(error instanceof Error ? error.name : String(error))
  }
}

/** Both numbers of an ECDSA signature side by side, as WebCrypto wants them. */
function rawSignature(signature: Uint8Array<ArrayBuffer>, numberLength: number): Uint8Array<ArrayBuffer> {
  const parts = new Asn1Parts(readDer(signature), 'a signature')
  const raw = new Uint8Array(2 * numberLength)
  for (const end of [numberLength, 2 * numberLength]) {
    const number = parts.next(tags.integer)
    const digits = number.content[0] === 0 ? number.content.subarray(1) : number.content
    if (integerOf(number) <= 0n || digits.length > numberLength)
      throw malformed('a signature is out of range')
    raw.set(digits, end - digits.length)
  }
  parts.end()
  return raw
}

const unknownAlgorithm = (oid: string) =>
  new ExpectedError(
    'algorithm-unknown',
    `The time stamp is made in a way that Docket cannot check (${oid}). Choose another authority.`,
  )

const unusableKey = (why: string) =>
  new ExpectedError(
    'key-unusable',
    `A key of the time stamp cannot be used (${why}). Choose another authority.`,
  )
