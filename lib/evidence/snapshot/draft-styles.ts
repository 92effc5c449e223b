import { attribute, shownLink } from './draft-attributes.ts'
import type { Drafting, DraftPlace } from './drafting.ts'
import type { DraftPiece, StyleGap } from './snapshot-draft.ts'

const openStyle = (media: string) => `<style${media === '' ? '' : attribute('media', media)}>`

/** A `style` element with the rules that it applies. */
export function writeStyle(
  { write, redactor }: Drafting,
  element: HTMLStyleElement,
  { baseUrl }: DraftPlace,
): void {
  const css = redactor.text(appliedCss(element))
  if (css.trim() === '') return
  const place = element.namespaceURI?.endsWith('/xhtml') ? 'element' : 'foreign-element'
  write(openStyle(element.media ?? ''), { gap: 'style', css, baseUrl, place }, '</style>')
}

/** A `link`: the sheet to which it leads, and which address the page calls its own. */
export function writeLink({ write, redactor }: Drafting, link: HTMLLinkElement, place: DraftPlace): void {
  if (/\bcanonical\b/i.test(link.rel)) {
    const address = shownLink(link, place.baseUrl)
    if (address) write(`<link rel="canonical"${attribute('href', redactor.text(address))}>`)
  } else if (/\bstylesheet\b/i.test(link.rel)) {
    const sheet = linkedSheet(link)
    if (sheet) write(openStyle(link.media), sheet, '</style>')
  }
}

/** The sheets that scripts gave to a document or shadow root. */
export function writeAdoptedSheets(
  { write, redactor }: Drafting,
  root: Document | ShadowRoot,
  baseUrl: string,
): void {
  // Not there in jsdom.
  for (const sheet of root.adoptedStyleSheets ?? []) {
    const read = readSheet(sheet)
    if (!read.isReadable || read.css === '' || sheet.disabled) continue
    const gap: StyleGap = { gap: 'style', css: redactor.text(read.css), baseUrl, place: 'element' }
    write(openStyle(sheet.media.mediaText), gap, '</style>')
  }
}

type SheetText = { isReadable: true; css: string } | { isReadable: false }

/** What a sheet says; a sheet of another origin tells nothing to the page. */
function readSheet(sheet: CSSStyleSheet): SheetText {
  try {
    return { isReadable: true, css: [...sheet.cssRules].map(({ cssText }) => cssText).join('\n') }
  } catch (error) {
    // SecurityError: fetched without CORS. InvalidAccessError: not loaded yet.
    if (error instanceof Error && /Security|InvalidAccess/.test(error.name)) return { isReadable: false }
    throw error
  }
}

/** Rules put in by script leave no trace in the element's text; what is applied is what counts. */
function appliedCss(element: HTMLStyleElement): string {
  const written = element.textContent
  const { sheet } = element
  if (!sheet) return written
  if (sheet.disabled) return ''
  const applied = readSheet(sheet)
  return !applied.isReadable || isSameAsWritten(written, applied.css) ? written : applied.css
}

const withoutImports = (css: string) => css.replace(/^@import[^;]*;\n?/gm, '')

/** Compares as the browser reads both. The text as written is better: browsers write some shorthands wrongly. */
function isSameAsWritten(written: string, applied: string): boolean {
  if (written.trim() === '') return applied === ''
  // Not there in jsdom.
  if (typeof CSSStyleSheet === 'undefined') return true
  const parsed = new CSSStyleSheet()
  parsed.replaceSync(written)
  const read = readSheet(parsed)
  return read.isReadable && read.css === withoutImports(applied)
}

/** Null where the sheet applies to nothing here. */
function linkedSheet(link: HTMLLinkElement): DraftPiece | null {
  const { sheet, href } = link
  const isForScreen = !/^\s*print\s*$/i.test(link.media)
  if (href === '' || link.disabled || sheet?.disabled || !isForScreen || /\balternate\b/i.test(link.rel)) {
    return null
  }
  const read: SheetText = sheet ? readSheet(sheet) : { isReadable: false }
  return read.isReadable
    ? { gap: 'style', css: read.css, baseUrl: href, place: 'element' }
    : { gap: 'sheet', url: href }
}
