import { fail, ok, type Result } from './result.ts'

/**
 * Reads a JavaScript literal of plain data without running it: what pages write where JSON would do, with bare
 * keys, single quotes, trailing commas, `!0` and `undefined`. Anything that would have to be evaluated fails.
 * Never throws; nesting is capped, because the reader recurses.
 */
export function parseJsLiteral(text: string, maxDepth: number): Result<unknown> {
  const reader = { text, at: 0, maxDepth }
  try {
    const value = readValue(reader, 0)
    skipBlank(reader)
    if (reader.at < text.length) throw new NotALiteral()
    return ok(value)
  } catch (error) {
    if (error instanceof NotALiteral) return fail('not-a-literal', "The page's state is not plain data.")
    throw error
  }
}

class NotALiteral extends Error {}

interface Reader {
  text: string
  at: number
  maxDepth: number
}

const word = /[\p{ID_Start}$_][\p{ID_Continue}$]*/uy
const number = /-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w$])/y
const blank = /\s*/y
const comment = /\/\/.*|\/\*[\s\S]*?\*\//y
const constants: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', undefined],
])

function take(reader: Reader, pattern: RegExp): string | null {
  pattern.lastIndex = reader.at
  const match = pattern.exec(reader.text)
  if (!match) return null
  reader.at = pattern.lastIndex
  return match[0]
}

function skipBlank(reader: Reader): void {
  take(reader, blank)
  while (take(reader, comment) !== null) take(reader, blank)
}

/** A quoted string with its quotes. By search, not by pattern: strings of megabytes overflow a pattern's stack. */
function takeString(reader: Reader): string | null {
  const { text, at } = reader
  const quote = text[at]
  if (quote !== '"' && quote !== "'") return null
  const end = endOfString(text, at)
  if (end < 0) throw new NotALiteral()
  reader.at = end + 1
  return text.slice(at, end + 1)
}

/** Where the string that opens at `start` closes: the next quote after an even number of backslashes; -1 for nowhere. */
export function endOfString(text: string, start: number): number {
  const quote = text[start] ?? '"'
  let end = text.indexOf(quote, start + 1)
  while (end >= 0) {
    let backslashes = 0
    while (text[end - 1 - backslashes] === '\\') backslashes++
    if (backslashes % 2 === 0) return end
    end = text.indexOf(quote, end + 1)
  }
  return -1
}

function takeSign(reader: Reader, sign: string): boolean {
  skipBlank(reader)
  if (reader.text[reader.at] !== sign) return false
  reader.at++
  return true
}

function readValue(reader: Reader, depth: number): unknown {
  if (depth > reader.maxDepth) throw new NotALiteral()
  if (takeSign(reader, '{')) return readObject(reader, depth)
  if (takeSign(reader, '[')) return readArray(reader, depth)
  if (takeSign(reader, '!')) {
    const digit = take(reader, number)
    if (digit === '0' || digit === '1') return digit === '0'
    throw new NotALiteral()
  }
  const quoted = takeString(reader)
  if (quoted !== null) return unquote(quoted)
  const digits = take(reader, number)
  if (digits !== null) return Number(digits)
  const name = take(reader, word)
  if (name !== null && constants.has(name)) return constants.get(name)
  throw new NotALiteral()
}

function readObject(reader: Reader, depth: number): Record<string, unknown> {
  const object: Record<string, unknown> = {}
  while (!takeSign(reader, '}')) {
    const quoted = takeString(reader)
    const key = quoted !== null ? unquote(quoted) : (take(reader, word) ?? take(reader, number))
    if (key === null || !takeSign(reader, ':')) throw new NotALiteral()
    const value = readValue(reader, depth + 1)
    if (key !== '__proto__') object[key] = value
    if (takeSign(reader, ',')) continue
    if (takeSign(reader, '}')) return object
    throw new NotALiteral()
  }
  return object
}

function readArray(reader: Reader, depth: number): unknown[] {
  const items: unknown[] = []
  while (!takeSign(reader, ']')) {
    items.push(readValue(reader, depth + 1))
    if (takeSign(reader, ',')) continue
    if (takeSign(reader, ']')) return items
    throw new NotALiteral()
  }
  return items
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
  '\n': '',
}

function unquote(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(
      /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|([\s\S]))/gi,
      (_, long, four, two, one: string) => {
        const code = long ?? four ?? two
        if (code === undefined) return escapes[one] ?? one
        const point = Number.parseInt(code, 16)
        return point <= 0x10ffff ? String.fromCodePoint(point) : ''
      },
    )
}
