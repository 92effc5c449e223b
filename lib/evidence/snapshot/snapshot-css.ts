import { readFetchableUrl } from '../gather/fetch-fence.ts'
import { type CssPart, splitCss, underConditions } from './css-addresses.ts'
import { escapeAttribute, type StyleGap } from './snapshot-draft.ts'

/** Style rules, and what addresses in them are relative to. */
export interface Rules {
  css: string
  baseUrl: string
}

/** Sheets by the address from which they were fetched. */
export type Sheets = ReadonlyMap<string, string>

/** Imports inside of imports; a circle of them would never end. */
const maxImports = 4

/** Addresses that rules name, absolute; those that may not be fetched are as they stand. */
export interface NamedInRules {
  sheets: string[]
  pictures: string[]
  /** One file for each font face: the newest format that is offered. */
  fonts: Array<{ family: string; url: string }>
}

/** What rules need from elsewhere; `sheets` that are there already are followed. */
export function namedInRules(rules: Rules, sheets: Sheets, depth = 0): NamedInRules {
  const named: NamedInRules = { sheets: [], pictures: [], fonts: [] }
  for (const part of splitCss(rules.css)) {
    if (typeof part === 'string') continue
    if ('imports' in part) {
      const url = fullAddress(part.imports, rules.baseUrl)
      named.sheets.push(url)
      const css = sheets.get(url)
      if (css === undefined || depth >= maxImports) continue
      const inner = namedInRules({ css, baseUrl: url }, sheets, depth + 1)
      named.sheets.push(...inner.sheets)
      named.pictures.push(...inner.pictures)
      named.fonts.push(...inner.fonts)
    } else if (!part.isFont && !isInline(part.address)) {
      named.pictures.push(fullAddress(part.address, rules.baseUrl))
    }
  }
  named.fonts.push(...fontsOf(rules))
  return named
}

/** The address by which a file is fetched; one that may not be fetched stays as it is. */
export const fullAddress = (address: string, baseUrl: string): string =>
  readFetchableUrl(address, baseUrl)?.href ??
  (URL.canParse(address, baseUrl) ? new URL(address, baseUrl).href : address)

const isInline = (address: string) => /^(?:data:|#|$)/i.test(address)

const formats = [/\.woff2(?:$|[?#])/i, /\.woff(?:$|[?#])/i, /\.(?:ttf|otf)(?:$|[?#])/i]

function fontsOf({ css, baseUrl }: Rules): NamedInRules['fonts'] {
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/gi)].flatMap(([, block = '']) => {
    const addresses = splitCss(block).flatMap((part) =>
      typeof part === 'object' && 'address' in part && !isInline(part.address) ? [part.address] : [],
    )
    const family = familyName(/font-family\s*:\s*([^;]+)/i.exec(block)?.[1] ?? '')
    const best = formats
      .map((format) => addresses.find((address) => format.test(address)))
      .find((address) => address !== undefined)
    return best === undefined ? [] : [{ family, url: fullAddress(best, baseUrl) }]
  })
}

export const familyName = (family: string): string =>
  family
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .toLowerCase()

/** Rules with everything that they name put in, or left out. `fileOf` gives a file as data: URL, or null. */
export function filledCss(rules: Rules, sheets: Sheets, fileOf: (url: string) => string | null): string {
  const fill = ({ css, baseUrl }: Rules, depth: number): string => {
    const filled = (part: CssPart): string => {
      if (typeof part === 'string') return part
      if ('imports' in part) {
        const url = fullAddress(part.imports, baseUrl)
        const inner = depth < maxImports ? sheets.get(url) : undefined
        return inner === undefined
          ? ''
          : underConditions(fill({ css: inner, baseUrl: url }, depth + 1), part.conditions)
      }
      if (part.address.startsWith('#')) return `url("${quoted(part.address)}")`
      if (/^data:(?:image|font|application\/(?:x-)?font)/i.test(part.address)) {
        return `url("${quoted(part.address)}")`
      }
      return `url("${fileOf(fullAddress(part.address, baseUrl)) ?? 'data:,'}")`
    }
    return splitCss(css).map(filled).join('')
  }
  return fill(rules, 0)
}

const quoted = (text: string) =>
  text.replace(/["\\\n\r\f]/g, (letter) => `\\${letter.charCodeAt(0).toString(16)} `)

/** CSS as it may stand in that place without ending it. */
export function escapeCss(css: string, place: StyleGap['place']): string {
  if (place === 'attribute') return escapeAttribute(css)
  // "\/" is "/" to CSS, and "</style" to nobody.
  if (place === 'element') return css.replaceAll('</', '<\\/')
  return css.replaceAll('<', '\\3c ').replaceAll('&', '\\26 ')
}
