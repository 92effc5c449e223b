/** A multiple of three, so that the parts can be joined; more arguments than this overflow the stack. */
const chunkBytes = 0x6000

/** Bytes as base64, with padding. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + chunkBytes))))
  }
  return parts.join('')
}

/** The bytes of what `toBase64` gave. @throws where it is no base64. */
export const fromBase64 = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
