/** Bytes of each of the two numbers of a P-256 signature. */
const numberLength = 32

/**
 * The signature as OpenSSL and certificates write it (DER: a sequence of two integers) from the form in
 * which WebCrypto gives it (r and s, 32 bytes each).
 */
export function derOfSignature(raw: Uint8Array): Uint8Array<ArrayBuffer> {
  const numbers = [raw.subarray(0, numberLength), raw.subarray(numberLength)].map(derInteger)
  const body = numbers.flatMap((number) => [...number])
  return new Uint8Array([0x30, body.length, ...body])
}

/** The reverse; null for anything that is not exactly the one DER form of a P-256 signature. */
export function signatureOfDer(der: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return null
  const raw = new Uint8Array(2 * numberLength)
  let offset = 2
  for (const end of [numberLength, 2 * numberLength]) {
    const length = der[offset + 1] ?? 0
    const number = der.subarray(offset + 2, offset + 2 + length)
    const digits = number[0] === 0 ? number.subarray(1) : number
    if (der[offset] !== 0x02 || length === 0 || number.length !== length || digits.length > numberLength) {
      return null
    }
    raw.set(digits, end - digits.length)
    offset += 2 + length
  }
  // One signature has one form: whatever does not come out the same again was not written by it.
  const again = derOfSignature(raw)
  return again.length === der.length && again.every((byte, index) => byte === der[index]) ? raw : null
}

function derInteger(digits: Uint8Array): number[] {
  let start = 0
  while (start < digits.length - 1 && digits[start] === 0) start += 1
  const number = [...digits.subarray(start)]
  // A set highest bit would make it negative.
  if ((number[0] ?? 0) >= 0x80) number.unshift(0)
  return [0x02, number.length, ...number]
}
