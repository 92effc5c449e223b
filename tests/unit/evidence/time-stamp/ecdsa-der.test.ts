import fc from 'fast-check'
import { expect, test } from 'vitest'
import { derOfSignature, signatureOfDer } from '../../../../lib/evidence/time-stamp/ecdsa-der.ts'

const raw = fc
  .tuple(fc.uint8Array({ minLength: 64, maxLength: 64 }), fc.nat(31), fc.nat(31))
  // Leading zeros in either number are where the two forms differ.
  .map(
    ([bytes, r, s]) =>
      new Uint8Array(bytes.map((byte, at) => (at < r || (at > 31 && at < 32 + s) ? 0 : byte))),
  )

test('a signature comes back from DER as it went in', () => {
  fc.assert(
    fc.property(raw, (bytes) => {
      expect(signatureOfDer(derOfSignature(bytes))).toEqual(bytes)
    }),
  )
})

test('bytes that are not the one DER form of a signature are refused', () => {
  fc.assert(
    fc.property(raw, fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, at, mask) => {
      const der = derOfSignature(bytes)
      expect(signatureOfDer(der.subarray(0, -1))).toBeNull()
      expect(signatureOfDer(new Uint8Array([...der, 0]))).toBeNull()
      const position = at % der.length
      const changed = der.with(position, (der[position] ?? 0) ^ mask)
      const read = signatureOfDer(changed)
      // Where it still is DER it is the DER of another signature.
      if (read) expect(derOfSignature(read)).toEqual(changed)
      expect(read).not.toEqual(bytes)
    }),
  )
  for (const junk of [[], [0x30], [0x30, 0], [0x30, 2, 2, 0], Array(72).fill(2)]) {
    expect(signatureOfDer(new Uint8Array(junk))).toBeNull()
  }
})
