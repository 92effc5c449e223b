import { isRecord, parseHostileJson, parseHostileLiteral, valueAt } from '../core/hostile-json.ts'
import { endOfString } from '../core/js-literal.ts'
import { absent, found, type Observation, unreadable } from '../core/observation.ts'

/**
 * The states that AliExpress writes into `<script>` text. Nothing is ever executed: a marker is looked for
 * in the text of each script, and the JSON behind it is cut out by its brackets and parsed with caps.
 * Each reader answers `absent` where the page has no such state, `unreadable` where it has one that does not parse.
 */

/** Codes of the characters that count: quotes, and brackets that open and close. */
const quotes = [34, 39]
const opening = [123, 91]
const closing = [125, 93]

/**
 * The text from the bracket at `start` to its partner, or null where there is none.
 * Brackets inside strings do not count; both kinds of quotes and escapes are understood.
 * By character codes: a pattern's matches cost twice the time on a page's first state (420,000 characters).
 */
export function sliceBrackets(text: string, start: number): string | null {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (quotes.includes(code)) {
      at = endOfString(text, at)
      if (at < 0) return null
    } else if (opening.includes(code)) depth++
    else if (closing.includes(code) && --depth <= 0) return depth === 0 ? text.slice(start, at + 1) : null
  }
  return null
}

/** Texts of the inline scripts that hold the marker. The plain search keeps all others cheap. */
function* scriptsWith(doc: Document, marker: string): Generator<string> {
  for (const script of doc.scripts) {
    if (script.src !== '') continue
    const text = script.textContent
    if (text.includes(marker)) yield text
  }
}

/** Real pages assign a state twice at most: empty, then full. */
const maxAttempts = 10

/**
 * The first non-empty object that is assigned behind `assignment`, a global pattern whose match
 * ends at the opening brace. Empty ones (`window.runParams = {}`) are passed over.
 */
function readAssigned(
  doc: Document,
  marker: string,
  assignment: RegExp,
  source: string,
): Observation<unknown> {
  let flaw: string | null = null
  let attempts = 0
  for (const text of scriptsWith(doc, marker)) {
    for (const match of text.matchAll(assignment)) {
      // Each attempt may run to the end of the script: thousands of them would hold up the page.
      if (++attempts > maxAttempts) return unreadable('the state is assigned too often', source)
      const json = sliceBrackets(text, match.index + match[0].length - 1)
      const parsed = json === null ? null : parseHostileLiteral(json)
      if (parsed === null) flaw ??= 'the state is cut off'
      else if (!parsed.ok) flaw ??= parsed.error.message
      else if (isRecord(parsed.value) && Object.keys(parsed.value).length > 0)
        return found(parsed.value, source)
    }
  }
  return flaw === null ? absent : unreadable(flaw, source)
}

/** `window.runParams = { data: {…} }`: the modules (2019-2023) or components (2023-2024) of an item page. */
export const readRunParamsData = (doc: Document): Observation<unknown> =>
  readAssigned(doc, 'runParams', /\bwindow\.runParams\s*=\s*\{\s*["']?data["']?\s*:\s*\{/g, 'runParams.data')

/** `window.runParams = { items: […] }` or `{ mods: { itemList: … } }`: results pages of 2020 to 2022. */
export const readRunParams = (doc: Document): Observation<unknown> =>
  readAssigned(doc, 'runParams', /\bwindow\.runParams\s*=\s*\{/g, 'runParams')

/** `window._dida_config_._init_data_ = { data: {hierarchy, data, global} }`: results pages, and .us item pages of 2022. */
export const readInitData = (doc: Document): Observation<unknown> =>
  readAssigned(
    doc,
    '_init_data_',
    /\b_dida_config_\._init_data_\s*=\s*\{\s*["']?data["']?\s*:\s*\{/g,
    '_init_data_.data',
  )

/** `window._d_c_.DCData = {…}`: what the server states on client-rendered item pages. */
export const readDcData = (doc: Document): Observation<unknown> =>
  readAssigned(doc, 'DCData', /\b_d_c_\.DCData\s*=\s*\{/g, 'DCData')

/** `script#__AER_DATA__`: the widget tree of aliexpress.ru. */
export function readAerData(doc: Document): Observation<unknown> {
  const script = doc.querySelector('script#__AER_DATA__')
  if (!script) return absent
  const parsed = parseHostileJson(script.textContent)
  return parsed.ok ? found(parsed.value, 'AER_DATA') : unreadable(parsed.error.message, 'AER_DATA')
}

/** JSON-LD of type Product: rendered item pages from 2020 on. Names no seller and no item number of its own. */
export function readJsonLdProduct(doc: Document): Observation<unknown> {
  let flaw: string | null = null
  for (const script of doc.querySelectorAll('script[type="application/ld+json"]')) {
    const parsed = parseHostileJson(script.textContent)
    if (!parsed.ok) flaw ??= parsed.error.message
    else
      for (const thing of Array.isArray(parsed.value) ? parsed.value : [parsed.value])
        if (valueAt(thing, '@type') === 'Product') return found(thing, 'JSON-LD')
  }
  return flaw === null ? absent : unreadable(flaw, 'JSON-LD')
}

/** A value in the strings, numbers and booleans that scripts assign one by one. */
export type Scalar = string | number | boolean

/** Strings are bounded: a pattern that runs through megabytes overflows its stack. */
const scalarPattern =
  /("(?:[^"\\\n]|\\.){0,9999}"|'(?:[^'\\\n]|\\.){0,9999}'|-?\d+(?:\.\d+)?(?![\w.])|true\b|false\b)/.source

function readScalar(text: string): Scalar | null {
  const parsed = parseHostileLiteral(text)
  const value = parsed.ok ? parsed.value : null
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/**
 * `window.runParams.<name> = <scalar>` of item pages to 2018, in one object without prototype.
 * A name that is assigned two different values is left out: which one counts is not stated.
 */
export function readRunParamsScalars(doc: Document): Record<string, Scalar> {
  const assignment = `window\\.runParams\\.(\\w+)\\s*=\\s*${scalarPattern}`
  return collectScalars(scriptsWith(doc, 'window.runParams.'), assignment)
}

/** `window.runParams.<name> = [ "…", … ]` of item pages to 2018. */
export function readRunParamsList(doc: Document, name: string): Observation<unknown> {
  const source = `runParams.${name}`
  for (const text of scriptsWith(doc, `window.${source}`)) {
    const match = new RegExp(`window\\.runParams\\.${name}\\s*=\\s*\\[`).exec(text)
    if (!match) continue
    const list = sliceBrackets(text, match.index + match[0].length - 1)
    const parsed = list === null ? null : parseHostileLiteral(list)
    return parsed?.ok ? found(parsed.value, source) : unreadable('the list cannot be read', source)
  }
  return absent
}

/** `var pageConfig = { storeId: '…', ownerMemberId: '…' }` of store pages: its scalars, without prototype. */
export function readPageConfig(doc: Document): Record<string, Scalar> {
  for (const text of scriptsWith(doc, 'ownerMemberId')) {
    const start = /\bpageConfig\s*=\s*\{/.exec(text)
    const inner = start && sliceBrackets(text, start.index + start[0].length - 1)
    if (inner) return collectScalars([inner], `(\\w+)\\s*:\\s*${scalarPattern}`)
  }
  return Object.create(null) as Record<string, Scalar>
}

function collectScalars(texts: Iterable<string>, pattern: string): Record<string, Scalar> {
  const values: Record<string, Scalar> = Object.create(null)
  const conflicting = new Set<string>()
  for (const text of texts)
    for (const [, name = '', literal = ''] of text.matchAll(new RegExp(pattern, 'g'))) {
      const value = readScalar(literal)
      if (value === null) continue
      if (Object.hasOwn(values, name) && values[name] !== value) conflicting.add(name)
      values[name] = value
    }
  for (const name of conflicting) delete values[name]
  return values
}
