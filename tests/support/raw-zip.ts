/** A ZIP of empty stored files, put together by hand: quick for many entries, and with any declared size. */
export function rawZip(names: string[], declaredSize = 0): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  const local: number[] = []
  const central: number[] = []
  for (const name of names) {
    const bytes = encoder.encode(name)
    const offset = local.length
    // Version, flags, method, time, date, CRC, sizes, lengths (APPNOTE 4.3.7 and 4.3.12).
    const common = [
      ...le(20, 2),
      ...le(0, 8),
      ...le(0, 4),
      ...le(0, 4),
      ...le(declaredSize, 4),
      ...le(bytes.length, 2),
    ]
    local.push(...le(0x04034b50, 4), ...common, ...le(0, 2), ...bytes)
    central.push(
      ...le(0x02014b50, 4),
      ...le(20, 2),
      ...common,
      ...le(0, 2),
      ...le(0, 10),
      ...le(offset, 4),
      ...bytes,
    )
  }
  const end = [
    ...le(0x06054b50, 4),
    ...le(0, 4),
    ...le(names.length, 2),
    ...le(names.length, 2),
    ...le(central.length, 4),
    ...le(local.length, 4),
    ...le(0, 2),
  ]
  return new Uint8Array([...local, ...central, ...end])
}

/** Little-endian, `length` bytes. */
const le = (value: number, length: number): number[] =>
  Array.from({ length }, (_, index) => (index < 4 ? (value >>> (8 * index)) & 0xff : 0))
