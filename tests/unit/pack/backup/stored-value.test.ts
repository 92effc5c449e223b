import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readValue, type WrittenValue, writeValue } from '../../../../lib/pack/backup/stored-value.ts'

/** As it comes out of a file: the JSON as text, the bytes as they are. */
async function carried(value: unknown): Promise<unknown> {
  const { json, parts } = await writeValue(value)
  const text: WrittenValue = {
    json: JSON.parse(JSON.stringify(json)),
    parts: parts.map((part) => part.slice()),
  }
  return readValue(text)
}

test('any value that a table may hold comes back as it was', async () => {
  const anything = fc.anything({
    withDate: true,
    withTypedArray: true,
    withMap: true,
    withSet: true,
    withBigInt: true,
    withObjectString: false,
    withNullPrototype: false,
    withSparseArray: false,
  })
  await fc.assert(
    fc.asyncProperty(anything, async (value) => {
      expect(await carried(value)).toStrictEqual(value)
    }),
    { numRuns: 2000 },
  )
})

test('what JSON loses, and what looks like our own signs, comes back', async () => {
  const value = {
    $: 'Date',
    is: [-0, Number.NaN, Number.NEGATIVE_INFINITY, 12n, undefined, '\ud800', new Date(Number.NaN)],
    bytes: new Uint8Array([1, 2, 3, 4]).subarray(1, 3),
    buffer: new Uint8Array([9]).buffer,
    doubles: new Float64Array([0.1, -0]),
    nested: { $: { $: 1 } },
    ['__proto__']: 1,
  }
  expect(await carried(value)).toStrictEqual({ ...value, bytes: new Uint8Array([2, 3]) })
})

test('blobs and files keep bytes, type and name', async () => {
  const value = (await carried({
    blob: new Blob(['abc'], { type: 'image/png' }),
    file: new File(['de'], 'a b.pdf', { type: 'application/pdf', lastModified: 1234 }),
  })) as { blob: Blob; file: File }
  expect([await value.blob.text(), value.blob.type]).toEqual(['abc', 'image/png'])
  const { file } = value
  expect([await file.text(), file.type, file.name, file.lastModified]).toEqual([
    'de',
    'application/pdf',
    'a b.pdf',
    1234,
  ])
})

test('what only this browser can hold is refused, and so is what nobody writes', async () => {
  const { privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ])
  await expect(writeValue({ privateKey })).rejects.toMatchObject({ code: 'value-not-carried' })
  for (const json of [
    { $: 'constructor' },
    { $: 'Uint8Array', part: 0 },
    { $: 'Map', is: 1 },
    { $: 'bigint', is: 'x' },
  ])
    expect(() => readValue({ json, parts: [] })).toThrow(
      expect.objectContaining({ code: 'value-unreadable' }),
    )
})
