import { sha256Hex } from '../../core/digest.ts'

/**
 * The key for web archives. Readers of WACZ check signatures with ECDSA P-384 only, so the key that seals
 * records (P-256) cannot serve; it signs this key's file in every archive. The private key cannot be exported.
 */
export interface WebArchiveKey {
  privateKey: CryptoKey
  /** The public key as SPKI (RFC 5480), 120 bytes. */
  publicKey: Uint8Array<ArrayBuffer>
}

/** Port to where the key is kept. */
export interface WebArchiveKeyStore {
  /** The key of this installation; made at the first call. */
  webArchiveKey(): Promise<WebArchiveKey>
}

/** A new key pair whose private key never leaves the browser. */
export async function makeWebArchiveKey(): Promise<WebArchiveKey> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-384' }
  const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
  return { privateKey, publicKey: new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)) }
}

/**
 * `datapackage-digest.json`: hash and signature of `datapackage.json`, which names the hash of every other
 * file. The anonymous form of WACZ Signing and Verification 0.1.0: the signature (r and s, 48 bytes each) is
 * over the text "sha256:" and the hash in hexadecimal digits.
 */
export async function signedDigest(
  key: WebArchiveKey,
  datapackage: Uint8Array<ArrayBuffer>,
  { created, software }: { created: string; software: string },
): Promise<string> {
  const hash = `sha256:${await sha256Hex(datapackage)}`
  const signature = await crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    key.privateKey,
    new TextEncoder().encode(hash),
  )
  const signedData = {
    hash,
    created,
    software,
    version: '0.1.0',
    signature: base64Of(new Uint8Array(signature)),
    publicKey: base64Of(key.publicKey),
  }
  return JSON.stringify({ path: 'datapackage.json', hash, signedData }, null, 2)
}

const base64Of = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))
