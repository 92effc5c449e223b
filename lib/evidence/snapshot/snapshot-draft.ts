/**
 * A page as it was shown, in markup that runs nothing, with gaps where pictures and styles are to be put in. The
 * page's own world cannot fetch them for us; the background does (fill-snapshot.ts).
 */
export interface SnapshotDraft {
  /** False where the page is shown in quirks mode, which depends on it. */
  hasDoctype: boolean
  /** `<html …>` with its attributes. */
  htmlTag: string
  /** What follows `<head>`, to the end of the document. */
  pieces: DraftPiece[]
  /** Addresses of the pictures that the page's styles show at this moment: only these of them are fetched. */
  shownStylePictures: string[]
  /** Families of the fonts that the page has loaded. */
  loadedFonts: string[]
  /** What was left out here, in words; empty where nothing was. */
  leftOut: string[]
  /** What was taken out because it is about the person, in words. */
  redacted: string[]
}

/** Markup, or a gap. */
export type DraftPiece = string | PictureGap | StyleGap | SheetGap

/** The value of an attribute that shows a picture. */
export interface PictureGap {
  gap: 'picture'
  attribute: 'src' | 'poster' | 'href'
  url: string
  /** Room that the picture takes on the page, CSS pixels; kept where the picture is left out. */
  width: number
  height: number
  isInView: boolean
}

/** Style rules or declarations that may name pictures and fonts. */
export interface StyleGap {
  gap: 'style'
  css: string
  /** What addresses in it are relative to. */
  baseUrl: string
  /** Content of a `style` element of HTML or of SVG (where text is parsed as markup), or a `style` attribute. */
  place: 'element' | 'foreign-element' | 'attribute'
}

/** A stylesheet of another origin, which the page itself cannot read: content of a `style` element. */
export interface SheetGap {
  gap: 'sheet'
  url: string
}

/** Limits of one snapshot (RELIABILITY.md, threat 7). */
export const snapshotLimits = {
  /** The whole file. */
  bytes: 15_000_000,
  /** Markup and styles without pictures, characters. */
  markupChars: 10_000_000,
  /** Everything that is fetched for it, before the choice of what fits. */
  fetchedBytes: 40_000_000,
  fetches: 400,
  fetchTimeMs: 25_000,
  /** Fetches at a time. */
  parallel: 4,
} as const

/** Text inside an element. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Text inside an attribute's double quotes. */
export const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', '&quot;')
