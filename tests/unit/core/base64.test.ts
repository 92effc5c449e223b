import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toBase64 } from '../../../lib/core/base64.ts'

test('bytes of any length are written as Node writes them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
    }),
  )
  for (const length of [24_575, 24_576, 24_577, 300_000]) {
    const bytes = new Uint8Array(length).map((_, index) => index * 7)
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
  }
})
