import { crc32, deflateRawSync } from 'node:zlib'

/** One file of a ZIP that is put together by hand, so that every header may lie. */
export interface CraftedEntry {
  name: string | Uint8Array
  data: Uint8Array
  /** By default the data is stored as it is. */
  deflate?: boolean
  /** By default all of these are true. */
  crc?: number
  size?: number
  packedSize?: number
  /** General purpose flags; 0x800: the name is UTF-8. */
  flags?: number
  /** Upper half is the Unix mode. */
  externalAttributes?: number
}

const bytesOf = (name: string | Uint8Array) =>
  typeof name === 'string' ? Buffer.from(name) : Buffer.from(name)

/** A ZIP of these entries (APPNOTE 4.3), with a ZIP64 end where there are more than 65,535. */
export function craftedZip(entries: Iterable<CraftedEntry>): Uint8Array<ArrayBuffer> {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  let count = 0
  for (const entry of entries) {
    const name = bytesOf(entry.name)
    const packed = entry.deflate ? deflateRawSync(entry.data) : entry.data
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(entry.flags ?? 0x800, 2)
    common.writeUInt16LE(entry.deflate ? 8 : 0, 4)
    common.writeUInt32LE((entry.crc ?? crc32(entry.data)) >>> 0, 10)
    common.writeUInt32LE(entry.packedSize ?? packed.byteLength, 14)
    common.writeUInt32LE(entry.size ?? entry.data.byteLength, 18)
    common.writeUInt16LE(name.byteLength, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(entry.externalAttributes ?? 0, 6)
    rest.writeUInt32LE(offset, 10)
    local.push(signature(0x04034b50), common, name, Buffer.from(packed))
    central.push(signature(0x02014b50), Buffer.from([20, 3]), common, rest, name)
    offset += 30 + name.byteLength + packed.byteLength
    count += 1
  }
  const directory = Buffer.concat(central)
  return new Uint8Array(
    Buffer.concat([...local, directory, ...ending(count, directory.byteLength, offset)]),
  ) as Uint8Array<ArrayBuffer>
}

function ending(count: number, size: number, offset: number): Buffer[] {
  const end = Buffer.alloc(18)
  const small = Math.min(count, 0xffff)
  end.writeUInt16LE(small, 4)
  end.writeUInt16LE(small, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(offset, 12)
  if (count <= 0xffff) return [signature(0x06054b50), end]
  const zip64 = Buffer.alloc(52)
  zip64.writeBigUInt64LE(44n, 0)
  zip64.writeUInt16LE(45, 8)
  zip64.writeUInt16LE(45, 10)
  zip64.writeBigUInt64LE(BigInt(count), 20)
  zip64.writeBigUInt64LE(BigInt(count), 28)
  zip64.writeBigUInt64LE(BigInt(size), 36)
  zip64.writeBigUInt64LE(BigInt(offset), 44)
  const locator = Buffer.alloc(16)
  locator.writeBigUInt64LE(BigInt(offset + size), 4)
  locator.writeUInt32LE(1, 12)
  return [signature(0x06064b50), zip64, signature(0x07064b50), locator, signature(0x06054b50), end]
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value, 0)
  return bytes
}
