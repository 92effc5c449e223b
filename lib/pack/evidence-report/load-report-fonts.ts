import { Font } from '@react-pdf/renderer'
import { ExpectedError } from '../../core/expected-error.ts'
import { type FontFamily, type ReportFontFile, reportFonts } from './report-font-list.ts'

/** Where a font lies: an address of the extension's own, in tests a path. */
export type FontAddress = (file: ReportFontFile) => string

/** Loaded fonts, as far as setting text needs them. */
export interface TypeCase {
  has(family: FontFamily, codePoint: number): boolean
  /**
   * Whether the family draws this character whole. The PDF library loses glyphs of those that a font puts
   * together from more glyphs than there are code points.
   */
  drawsWhole(family: FontFamily, character: string): boolean
  /** Width of a text of this one family, in points at a size of 1 point. */
  width(family: FontFamily, text: string): number
}

let loaded: Promise<TypeCase> | null = null

/** Loads the fonts once for all reports. @throws ExpectedError `fonts-unreadable`. */
export function loadReportFonts(addressOf: FontAddress): Promise<TypeCase> {
  loaded ??= load(addressOf)
  loaded.catch(() => {
    loaded = null
    Font.clear()
  })
  return loaded
}

async function load(addressOf: FontAddress): Promise<TypeCase> {
  // Lines are broken by us (set-text.ts): the library would put hyphens into titles and addresses.
  Font.registerHyphenationCallback((word) => [word])
  const fonts = new Map<FontFamily, FontData>()
  for (const { family, file } of reportFonts) {
    Font.register({ family, src: addressOf(file) })
    try {
      await Font.load({ fontFamily: family })
    } catch (error) {
      throw unreadable(file, error)
    }
    const data = Font.getFont({ fontFamily: family }).data as unknown as FontData | null
    if (!data) throw unreadable(file, 'it is empty')
    rememberShapes(data)
    fonts.set(family, data)
  }
  const dataOf = (family: FontFamily): FontData => {
    const font = fonts.get(family)
    if (!font) throw new Error(`The font ${family} was not loaded.`)
    return font
  }
  const drawnWhole = new Map<string, boolean>()
  return {
    has: (family, codePoint) => dataOf(family).hasGlyphForCodePoint(codePoint),
    drawsWhole: (family, character) => {
      const key = `${family} ${character}`
      const known = drawnWhole.get(key)
      if (known !== undefined) return known
      const { glyphs } = dataOf(family).layout(character)
      const isWhole = glyphs.every(({ codePoints }) => codePoints.length > 0)
      drawnWhole.set(key, isWhole)
      return isWhole
    },
    width: (family, text) => dataOf(family).layout(text).advanceWidth / dataOf(family).unitsPerEm,
  }
}

/** So many texts a font remembers: a page has about a hundred. */
const mostRemembered = 600

/**
 * Shaping is nearly all the work of a report, and the library shapes every line again at each of its passes. It
 * does not change what it gets.
 */
function rememberShapes(font: FontData): void {
  const shape = font.layout.bind(font)
  const shapes = new Map<string, ReturnType<FontData['layout']>>()
  font.layout = (text, ...options) => {
    const key = JSON.stringify([text, ...options])
    const known = shapes.get(key)
    if (known) return known
    if (shapes.size >= mostRemembered) shapes.clear()
    const shaped = shape(text, ...options)
    shapes.set(key, shaped)
    return shaped
  }
}

/** What is used of fontkit's font, which the PDF library hands out untyped. */
interface FontData {
  unitsPerEm: number
  hasGlyphForCodePoint(codePoint: number): boolean
  layout(
    text: string,
    ...options: unknown[]
  ): { advanceWidth: number; glyphs: Array<{ codePoints: number[] }> }
}

const unreadable = (file: string, error: unknown) =>
  new ExpectedError(
    'fonts-unreadable',
    `The report's font ${file} cannot be read (${error instanceof Error ? error.message : error}). Reload Docket, or install it anew, and export again.`,
  )
