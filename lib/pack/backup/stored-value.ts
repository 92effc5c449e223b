import { ExpectedError } from '../../core/expected-error.ts'
import { isRecord } from '../../core/hostile-json.ts'

/** A stored value as JSON text and the bytes that it names by their place in `parts`. */
export interface WrittenValue {
  json: unknown
  parts: Array<Uint8Array<ArrayBuffer>>
}

const numberTypes = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
}

const typeOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1)

/**
 * Writes a value as IndexedDB keeps it, so that `readValue` gives the same value: also dates, bytes, blobs, maps, sets,
 * `undefined`, -0 and big integers, which JSON alone does not keep. An object `{"$": …}` stands for those.
 * @throws ExpectedError `value-not-carried` for what only this browser can hold: keys, handles of folders.
 */
export async function writeValue(value: unknown): Promise<WrittenValue> {
  const parts: Array<Uint8Array<ArrayBuffer> | Blob> = []
  const json = write(value, parts)
  const bytes: WrittenValue['parts'] = []
  for (const part of parts)
    bytes.push(part instanceof Uint8Array ? part : new Uint8Array(await part.arrayBuffer()))
  return { json, parts: bytes }
}

function write(value: unknown, parts: Array<Uint8Array<ArrayBuffer> | Blob>): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') {
    return Number.isFinite(value) && !Object.is(value, -0)
      ? value
      : { $: 'number', is: Object.is(value, -0) ? '-0' : String(value) }
  }
  if (value === undefined) return { $: 'undefined' }
  if (typeof value === 'bigint') return { $: 'bigint', is: String(value) }
  const part = (bytes: Uint8Array<ArrayBuffer> | Blob) => parts.push(bytes) - 1
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer as ArrayBuffer, value.byteOffset, value.byteLength)
    return { $: typeOf(value), part: part(bytes) }
  }
  const type = typeOf(value)
  if (type === 'ArrayBuffer') return { $: type, part: part(new Uint8Array(value as ArrayBuffer)) }
  if (type === 'Date') return { $: type, is: String((value as Date).getTime()) }
  if (type === 'File') {
    const { name, lastModified, type: mediaType } = value as File
    return { $: type, name, lastModified, mediaType, part: part(value as File) }
  }
  if (type === 'Blob') return { $: type, mediaType: (value as Blob).type, part: part(value as Blob) }
  if (type === 'Map')
    return { $: type, is: [...(value as Map<unknown, unknown>)].flat().map((one) => write(one, parts)) }
  if (type === 'Set') return { $: type, is: [...(value as Set<unknown>)].map((one) => write(one, parts)) }
  // A hole becomes `undefined`: nothing stored has holes.
  if (Array.isArray(value)) return Array.from(value, (one) => write(one, parts))
  if (type === 'Object') {
    const members = Object.entries(value as object).map(([name, one]) => [name, write(one, parts)] as const)
    return members.some(([name]) => name === '$') ? { $: 'Object', is: members } : Object.fromEntries(members)
  }
  throw new ExpectedError('value-not-carried', `A stored value is a ${type}, which no file can hold.`)
}

/** What `writeValue` was given. @throws ExpectedError `value-unreadable` */
export function readValue({ json, parts }: WrittenValue): unknown {
  return read(json, parts, 0)
}

function read(json: unknown, parts: WrittenValue['parts'], depth: number): unknown {
  if (depth > 200) throw unreadable()
  const inner = (one: unknown) => read(one, parts, depth + 1)
  if (Array.isArray(json)) return json.map(inner)
  if (!isRecord(json)) return json
  if (!Object.hasOwn(json, '$'))
    return Object.fromEntries(Object.entries(json).map(([name, one]) => [name, inner(one)]))
  const { $: type, is } = json
  const list = () => {
    if (!Array.isArray(is)) throw unreadable()
    return is
  }
  const bytes = () => {
    const part = typeof json.part === 'number' ? parts[json.part] : undefined
    if (!part) throw unreadable()
    return part
  }
  const mediaType = () => ({ type: String(json.mediaType) })
  if (type === 'undefined') return undefined
  if (type === 'number') return Number(is)
  if (type === 'bigint' && typeof is === 'string' && /^-?\d+$/.test(is)) return BigInt(is)
  if (type === 'Date') return new Date(Number(is))
  if (type === 'ArrayBuffer') return bytes().slice().buffer
  if (type === 'DataView') return new DataView(bytes().slice().buffer)
  if (type === 'Blob') return new Blob([bytes()], mediaType())
  if (type === 'File')
    return new File([bytes()], String(json.name), { ...mediaType(), lastModified: Number(json.lastModified) })
  if (type === 'Set') return new Set(list().map(inner))
  if (type === 'Map') {
    const flat = list().map(inner)
    return new Map(flat.flatMap((key, at) => (at % 2 === 0 ? [[key, flat[at + 1]] as const] : [])))
  }
  if (type === 'Object') {
    const members = list().map((member) => (Array.isArray(member) ? member : []))
    return Object.fromEntries(members.map(([name, one]) => [String(name), inner(one)]))
  }
  const NumberType =
    typeof type === 'string' && Object.hasOwn(numberTypes, type)
      ? numberTypes[type as keyof typeof numberTypes]
      : null
  if (!NumberType || bytes().byteLength % NumberType.BYTES_PER_ELEMENT !== 0) throw unreadable()
  return new NumberType(bytes().slice().buffer)
}

const unreadable = () =>
  new ExpectedError('value-unreadable', 'A value in the backup is in no form that Docket writes.')
