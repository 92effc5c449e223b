import { sha256Hex } from '../../core/digest.ts'
import { type Failure, fail, ok, type Result } from '../../core/result.ts'
import { derOfSignature, signatureOfDer } from '../time-stamp/ecdsa-der.ts'

/**
 * A signature over bytes, ECDSA P-256 with SHA-256, in DER. To check it without Docket:
 * `openssl dgst -sha256 -verify public-key.pem -signature signature.der record.json`
 */

/** This installation's key pair. The private key cannot be exported from the browser. */
export interface SigningKey {
  privateKey: CryptoKey
  /** The public key as SPKI (RFC 5480), 91 bytes. */
  publicKey: Uint8Array<ArrayBuffer>
}

/** Port to where the key is kept. */
export interface KeyStore {
  /** The key of this installation; made at the first call. */
  signingKey(): Promise<SigningKey>
  /** The public key (SPKI) with this fingerprint: this installation's, or one that came with evidence; null for others. */
  publicKeyOf(fingerprint: string): Promise<Uint8Array<ArrayBuffer> | null>
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const
const signing = { name: 'ECDSA', hash: 'SHA-256' } as const

/** A new key pair whose private key never leaves the browser. */
export async function makeSigningKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
  return { privateKey, publicKey: new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)) }
}

export async function sign(key: SigningKey, bytes: BufferSource): Promise<Uint8Array<ArrayBuffer>> {
  return derOfSignature(new Uint8Array(await crypto.subtle.sign(signing, key.privateKey, bytes)))
}

/** Whether `signature` (DER) was made over these bytes by the owner of the public key (SPKI). */
export async function isSignedBy(
  publicKey: Uint8Array<ArrayBuffer>,
  signature: Uint8Array,
  bytes: BufferSource,
): Promise<boolean> {
  const raw = signatureOfDer(signature)
  if (!raw) return false
  const key = await crypto.subtle.importKey('spki', publicKey, algorithm, false, ['verify'])
  return crypto.subtle.verify(signing, key, raw, bytes)
}

/** What a person writes into the case file: SHA-256 of the public key (SPKI), 64 hexadecimal digits. */
export const fingerprintOf = (publicKey: Uint8Array<ArrayBuffer>): Promise<string> => sha256Hex(publicKey)

/** The public key as text (RFC 7468). */
export function pemOf(publicKey: Uint8Array): string {
  const lines = base64Of(publicKey).match(/.{1,64}/g) ?? []
  return `-----BEGIN PUBLIC KEY-----\n${lines.join('\n')}\n-----END PUBLIC KEY-----\n`
}

/** Reads what `pemOf` writes, in exactly that form. Fails with `key-unreadable`. */
export async function publicKeyOfPem(text: string): Promise<Result<Uint8Array<ArrayBuffer>, Failure>> {
  const body = /^-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/=\n]{1,400})\n-----END PUBLIC KEY-----\n$/.exec(
    text,
  )
  try {
    const publicKey = bytesOfBase64((body?.[1] ?? '').replaceAll('\n', ''))
    await crypto.subtle.importKey('spki', publicKey, algorithm, false, ['verify'])
    if (pemOf(publicKey) === text) return ok(publicKey)
  } catch {
    // Not base64, or no point of the curve: said below.
  }
  return fail('key-unreadable', 'The public key is not a P-256 key as Docket writes it.')
}

// Written by hand: the offline verifier also runs in browsers without Uint8Array.fromBase64.
const base64Of = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))

const bytesOfBase64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
