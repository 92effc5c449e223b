import { ExpectedError } from './expected-error.ts'

/**
 * JSON text with one form for one value: members sorted by UTF-16 code units, no white space, numbers and
 * strings as ECMAScript serialises them (RFC 8785). Hashes of records are taken over this text.
 * @throws ExpectedError `not-canonical` for what JSON cannot hold (undefined, functions, NaN, cycles deeper than 100).
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0)
}

function write(value: unknown, depth: number): string {
  if (depth > 100) throw new ExpectedError('not-canonical', 'The record is nested too deeply to be hashed.')
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth + 1)).join(',')}]`
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    const members = Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${write(member, depth + 1)}`)
    return `{${members.join(',')}}`
  }
  throw new ExpectedError('not-canonical', `The record holds a ${typeof value} that JSON cannot hold.`)
}
