import { parseJsLiteral } from './js-literal.ts'
import { absent, found, type Observation, unreadable } from './observation.ts'
import { fail, ok, type Result } from './result.ts'

/**
 * JSON that a page controls. The largest state of a real page (a results page of 2026) has 450,000
 * characters, 13,400 keys and items; the deepest (aliexpress.ru) 34 levels. The caps leave ten times that.
 */
export const jsonCaps = { chars: 5_000_000, depth: 128, nodes: 200_000 } as const

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

const tooLong = (text: string) =>
  text.length > jsonCaps.chars
    ? fail('json-too-long', `The page's state has more than ${jsonCaps.chars} characters.`)
    : null

/** Parses strict JSON within the caps. Keys that could reach a prototype are dropped. Fails with the reason; never throws. */
export function parseHostileJson(text: string): Result<unknown> {
  const refused = tooLong(text)
  if (refused) return refused
  let root: unknown
  try {
    root = JSON.parse(text)
  } catch {
    return fail('json-malformed', "The page's state is not valid JSON.")
  }
  return withinCaps(root)
}

/** The same for text from a script, where a literal of plain data may stand that is not quite JSON. */
export function parseHostileLiteral(text: string): Result<unknown> {
  const parsed = parseHostileJson(text)
  if (parsed.ok || parsed.error.code !== 'json-malformed') return parsed
  const literal = parseJsLiteral(text, jsonCaps.depth)
  return literal.ok ? withinCaps(literal.value) : literal
}

/** Walks without recursion: a page may nest deeper than the stack is high. */
function withinCaps(root: unknown): Result<unknown> {
  let nodes = 0
  let level = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > jsonCaps.depth) return fail('json-too-deep', "The page's state is nested too deep.")
    const next: unknown[] = []
    for (const node of level) {
      if (Array.isArray(node)) {
        nodes += node.length
        for (const item of node) if (typeof item === 'object' && item !== null) next.push(item)
      } else if (isRecord(node)) {
        for (const key of Object.keys(node)) {
          nodes++
          const child = node[key]
          if (forbiddenKeys.has(key)) delete node[key]
          else if (typeof child === 'object' && child !== null) next.push(child)
        }
      }
      if (nodes > jsonCaps.nodes) return fail('json-too-big', "The page's state has too many entries.")
    }
    level = next
  }
  return ok(root)
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value at a path like `titleModule.subject` or `skus.0.price`, by own properties only; `undefined` where it ends. */
export function valueAt(root: unknown, path: string): unknown {
  let value = root
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}

/** Longest text that is taken from a state field. */
const maxTextLength = 5000

/** A text with single blanks and whole characters. Empty text is `absent`. */
export function readText(value: unknown, source: string): Observation<string> {
  if (value === undefined || value === null) return absent
  if (typeof value !== 'string') return unreadable(`a ${typeof value} where a text belongs`, source)
  if (value.length > maxTextLength) return unreadable('a text that is too long', source)
  const text = value.toWellFormed().replace(/\s+/g, ' ').trim()
  return text === '' ? absent : found(text, source)
}

/** Decimal digits of an account, store or item, given as text or as a number that a double holds exactly. */
export function readDigits(value: unknown, source: string): Observation<string> {
  if (value === undefined || value === null || value === '' || value === 0 || value === '0') return absent
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    return unreadable('a number that lost digits', source)
  if (typeof value !== 'number' && typeof value !== 'string')
    return unreadable(`a ${typeof value} where a number belongs`, source)
  const digits = String(value).trim()
  return /^[1-9]\d{0,18}$/.test(digits) ? found(digits, source) : unreadable('not a number', source)
}

export function readFiniteNumber(value: unknown, source: string): Observation<number> {
  if (value === undefined || value === null || value === '') return absent
  const number = typeof value === 'string' && /^-?\d{1,15}(\.\d{1,10})?$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number)
    ? found(number, source)
    : unreadable('not a number', source)
}

function readList(value: unknown, source: string): Observation<unknown[]> {
  if (value === undefined || value === null) return absent
  return Array.isArray(value) ? found(value, source) : unreadable('not a list', source)
}

/**
 * Readers for one state object. Every observation's source is the path, with `name` before it, so that a
 * person can find the place in the page.
 */
export function stateReader(root: unknown, name: string) {
  const at =
    <T>(read: (value: unknown, source: string) => Observation<T>) =>
    (path: string): Observation<T> =>
      read(valueAt(root, path), `${name}.${path}`)
  return {
    text: at(readText),
    digits: at(readDigits),
    number: at(readFiniteNumber),
    list: at(readList),
    value: (path: string): unknown => valueAt(root, path),
    source: (path: string): string => `${name}.${path}`,
  }
}

export type StateReader = ReturnType<typeof stateReader>
