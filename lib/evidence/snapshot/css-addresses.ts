import { endOfString } from '../../core/js-literal.ts'

/** A stylesheet as text between addresses. Comments are left out. */
export type CssPart =
  | string
  /** `url(…)` anywhere but in an import; `isFont`: inside of `@font-face`. */
  | { address: string; isFont: boolean }
  /** `@import`, with the conditions behind its address as they stand. */
  | { imports: string; conditions: string }

/** Where something begins that may hold an address, or that hides one. */
const starts = /\/\*|["']|\burl\(|@import\b|@font-face\b|\}/gi

/**
 * Takes a stylesheet apart at its addresses. Addresses in strings elsewhere (`image-set("a.png")`) are not found:
 * the snapshot's policy keeps them from being loaded.
 */
export function splitCss(css: string): CssPart[] {
  const parts: CssPart[] = []
  let textFrom = 0
  let isFont = false
  const cut = (at: number, next: number, part?: Exclude<CssPart, string>) => {
    if (at > textFrom) parts.push(css.slice(textFrom, at))
    if (part) parts.push(part)
    textFrom = next
  }
  const pattern = new RegExp(starts)
  for (let match = pattern.exec(css); match; match = pattern.exec(css)) {
    const at = match.index
    const word = match[0].toLowerCase()
    let next = at + word.length
    if (word === '/*') {
      next = endOf(css, '*/', next)
      cut(at, next)
    } else if (word === '"' || word === "'") {
      const end = endOfString(css, at)
      next = end < 0 ? css.length : end + 1
    } else if (word === 'url(') {
      const read = readUrl(css, at)
      next = read.end
      cut(at, next, { address: read.address, isFont })
    } else if (word === '@import') {
      const read = readImport(css, next)
      next = read.end
      cut(at, next, { imports: read.address, conditions: read.conditions })
    } else isFont = word === '@font-face'
    pattern.lastIndex = next
  }
  cut(css.length, css.length)
  return parts
}

/** Place behind the next occurrence of `mark`; the end of the text where there is none. */
function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? text.length : at + mark.length
}

function readUrl(css: string, at: number): { address: string; end: number } {
  let from = at + 'url('.length
  while (/\s/.test(css.charAt(from))) from++
  const quote = css.charAt(from)
  if (quote === '"' || quote === "'") {
    const end = endOfString(css, from)
    if (end < 0) return { address: '', end: css.length }
    return { address: unescaped(css.slice(from + 1, end)), end: endOf(css, ')', end + 1) }
  }
  let end = css.indexOf(')', from)
  while (end > 0 && css.charAt(end - 1) === '\\') end = css.indexOf(')', end + 1)
  if (end < 0) return { address: '', end: css.length }
  return { address: unescaped(css.slice(from, end).trim()), end: end + 1 }
}

/** What follows `@import`: an address as string or url(), conditions, a semicolon. */
function readImport(css: string, at: number): { address: string; conditions: string; end: number } {
  let from = at
  while (/\s/.test(css.charAt(from))) from++
  const quote = css.charAt(from)
  const isString = quote === '"' || quote === "'"
  const stringEnd = isString ? endOfString(css, from) : -1
  const read = isString
    ? { address: unescaped(css.slice(from + 1, Math.max(stringEnd, from + 1))), end: stringEnd + 1 }
    : /^url\(/i.test(css.slice(from, from + 4))
      ? readUrl(css, from)
      : { address: '', end: from }
  if (isString && stringEnd < 0) return { address: '', conditions: '', end: css.length }
  const end = endOf(css, ';', read.end)
  return { address: read.address, conditions: css.slice(read.end, end).replace(/;$/, '').trim(), end }
}

/** CSS escapes: `\26 ` and `\)`. */
const unescaped = (text: string): string =>
  text.replace(/\\(?:([\da-f]{1,6})\s?|\r?\n|([\s\S]))/gi, (_, code?: string, letter?: string) => {
    if (code === undefined) return letter ?? ''
    const point = Number.parseInt(code, 16)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })

/** The rules of an imported sheet under the conditions of its import. */
export function underConditions(css: string, conditions: string): string {
  const layer = /^layer(?:\(\s*([\w.-]+)\s*\))?(?![\w-])/i.exec(conditions)
  const behindLayer = conditions.slice(layer?.[0].length ?? 0).trim()
  const supports = /^supports\(((?:[^()]|\([^()]*\))*)\)/i.exec(behindLayer)
  const media = behindLayer.slice(supports?.[0].length ?? 0).trim()
  let wrapped = css
  if (media !== '') wrapped = `@media ${media}{${wrapped}}`
  if (supports) wrapped = `@supports (${supports[1]}){${wrapped}}`
  if (layer) wrapped = `@layer ${layer[1] ?? ''}{${wrapped}}`
  return wrapped
}
