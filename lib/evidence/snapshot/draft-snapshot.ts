import { accountAreaOf } from '../../site/account-areas.ts'
import { attribute, attributesOf, isLink } from './draft-attributes.ts'
import { inertLinks, writeEmbedded, writeShadow } from './draft-embedded.ts'
import { textOfField, writeInput } from './draft-fields.ts'
import { pictureAttribute, writeDrawing, writeImage } from './draft-pictures.ts'
import { writeAdoptedSheets, writeLink, writeStyle } from './draft-styles.ts'
import { createDraftPaper, type Drafting, type DraftPlace, type SnapshotView } from './drafting.ts'
import { type Redactor, redactedMark } from './redact-text.ts'
import { type DraftPiece, escapeText, type SnapshotDraft, snapshotLimits } from './snapshot-draft.ts'

const words = (text: string) => new Set(text.split(' '))

/** Not shown, or of use only to what runs. */
const leftOutElements = words(
  'script noscript template base source track param set animate animatemotion animatetransform discard handler listener',
)
const embeddingElements = words('iframe frame object embed applet portal fencedframe')
const voidElements = words('br hr wbr area col')
/** Elements of which parsers do not read the content as markup, and forms, which could send. */
const renamed: Readonly<Record<string, string>> = {
  form: 'div',
  frameset: 'div',
  noembed: 'div',
  noframes: 'div',
  xmp: 'pre',
  plaintext: 'pre',
  listing: 'pre',
}
/** A paragraph with one of these inside was put together by script: a parser would end it there. */
const blocks =
  'address,article,aside,blockquote,center,details,dialog,div,dl,fieldset,figure,footer,form,h1,h2,h3,h4,h5,h6,header,hr,main,menu,nav,ol,p,pre,section,table,ul'

/** Elements of SVG and MathML that draw; a parser may take any other for one of HTML. */
const drawingElement =
  /^(?:svg|g|path|circle|rect|ellipse|line|polyline|polygon|text|tspan|textPath|defs|use|symbol|marker|linearGradient|radialGradient|stop|clipPath|mask|pattern|image|filter|fe[A-Z]\w+|title|desc|style|foreignObject|a|switch)$/
const formulaElement =
  /^(?:math|mi|mn|mo|ms|mtext|mspace|mrow|mfrac|msqrt|mroot|msub|msup|msubsup|mtable|mtr|mtd)$/

const maxDepth = 1500

/**
 * Writes the page as it is shown at this moment, without anything that runs, loads or sends, without Docket's own
 * controls, and without what is about the person (`site/account-areas.ts`, `redactor`). The page is not changed.
 */
export function draftSnapshot(doc: Document, view: SnapshotView, redactor: Redactor): SnapshotDraft {
  const paper = createDraftPaper()
  const { write } = paper
  const stylePictures = new Set<string>()
  const leftOut = new Map<string, number>()
  const drafting: Drafting = {
    view,
    redactor,
    write,
    leaveOut: (what) => void leftOut.set(what, (leftOut.get(what) ?? 0) + 1),
    noteStylePictures(addresses) {
      for (const address of addresses) stylePictures.add(address)
    },
    writeChildren(parent, place) {
      for (const child of parent.childNodes) {
        if (child.nodeType === 3) write(textOf(child as Text, place, redactor))
        else if (child.nodeType === 1) drafting.writeElement(child as Element, place)
      }
    },
    writeElement(element, place) {
      const isTooMuch = place.depth > maxDepth || paper.chars() > snapshotLimits.markupChars
      if (isTooMuch) drafting.leaveOut('a part of a very large page')
      else writeElement(drafting, element, place)
    },
  }
  const top: DraftPlace = { area: null, inLink: false, inButton: false, depth: 0, baseUrl: doc.baseURI }
  const rootAttributes = attributesOf(drafting, doc.documentElement, top)
  write(inertLinks)
  if (doc.head) drafting.writeChildren(doc.head, top)
  writeAdoptedSheets(drafting, doc, top.baseUrl)
  write('</head>')
  if (doc.body) drafting.writeElement(doc.body, top)
  write('</html>')
  return {
    hasDoctype: doc.compatMode !== 'BackCompat',
    htmlTag: `<html${rootAttributes.filter((piece) => typeof piece === 'string').join('')}>`,
    pieces: paper.pieces,
    shownStylePictures: [...stylePictures],
    loadedFonts: view.loadedFonts(),
    leftOut: [...leftOut].map(([what, count]) => (count > 1 ? `${what} (${count} times)` : what)),
    redacted: redactor.redacted(),
  }
}

function textOf({ data }: Text, { area }: DraftPlace, redactor: Redactor): string {
  if (!area) return escapeText(redactor.text(data))
  if (area.isMarked || data.trim() === '') return ''
  area.isMarked = true
  redactor.note(area.kind)
  return redactedMark
}

function writeElement(drafting: Drafting, element: Element, outer: DraftPlace): void {
  const name = element.localName.toLowerCase()
  if (leftOutElements.has(name) || drafting.view.isOwn(element)) return
  const kind = outer.area ? null : accountAreaOf(element)
  const area = outer.area ?? (kind && { kind, isMarked: false })
  const place: DraftPlace = { ...outer, area, depth: outer.depth + 1 }
  if (!area) drafting.noteStylePictures(drafting.view.stylePicturesOf(element))
  if (name === 'style') writeStyle(drafting, element as HTMLStyleElement, place)
  // What is named like one of these in SVG or MathML is none.
  else if (!isHtml(element)) writeOrdinary(drafting, element, name, place)
  else if (embeddingElements.has(name)) writeEmbedded(drafting, element, place)
  else if (name === 'link') writeLink(drafting, element as HTMLLinkElement, place)
  else if (name === 'meta') writeMeta(drafting, element as HTMLMetaElement)
  else if (name === 'img') writeImage(drafting, element as HTMLImageElement, place)
  else if (name === 'canvas') writeDrawing(drafting, element as HTMLCanvasElement, place)
  else if (name === 'input') writeInput(drafting, element as HTMLInputElement, place)
  else writeOrdinary(drafting, element, name, place)
}

function writeOrdinary(drafting: Drafting, element: Element, name: string, place: DraftPlace): void {
  const tag = tagOf(element, name, place)
  drafting.write(`<${tag}`, ...attributesOf(drafting, element, place))
  drafting.write(...stateOf(drafting, element, place), '>')
  if (voidElements.has(tag)) return
  const root = drafting.view.shadowRootOf(element)
  if (root) writeShadow(drafting, root, place)
  if (name === 'textarea' && isHtml(element)) {
    drafting.write(place.area ? '' : textOfField(element as HTMLTextAreaElement, drafting.redactor))
  } else {
    // A parser drops a line break at the beginning of these.
    if (tag === 'pre') drafting.write('\n')
    const [inLink, inButton] = [place.inLink || name === 'a', place.inButton || name === 'button']
    drafting.writeChildren(element, { ...place, inLink, inButton })
  }
  drafting.write(`</${tag}>`)
}

/** What an element shows beside its attributes: a choice, a picture, a shape of this page that it repeats. */
function stateOf(drafting: Drafting, element: Element, { area, baseUrl }: DraftPlace): DraftPiece[] {
  const localName = isHtml(element) || element.localName === 'image' ? element.localName : ''
  if (localName === 'option') return (element as HTMLOptionElement).selected ? [' selected'] : []
  if (element.hasAttribute('popover') && !isOpenPopover(element)) return [' hidden']
  if (area || isLink(element)) return []
  if (localName === 'video') {
    return pictureAttribute(drafting, element, 'poster', (element as HTMLVideoElement).poster)
  }
  const reference = element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? ''
  if (reference.startsWith('#')) return [attribute('href', reference)]
  if (localName !== 'image' || !URL.canParse(reference, baseUrl)) return []
  return pictureAttribute(drafting, element, 'href', new URL(reference, baseUrl).href)
}

/** What the page says of itself; not what it tells browsers and trackers to do. */
function writeMeta({ write, redactor }: Drafting, meta: HTMLMetaElement): void {
  const property = meta.getAttribute('property')
  const name = property ?? meta.name
  if (!/^(?:og:[\w:]+|description|keywords|author|viewport)$/i.test(name)) return
  write(`<meta${attribute(property === null ? 'name' : 'property', name)}`)
  write(`${attribute('content', redactor.text(meta.content))}>`)
}

/** A name that a parser reads back as the same element, in the place where it stands. */
function tagOf(element: Element, name: string, { inLink, inButton }: DraftPlace): string {
  if (!isHtml(element)) {
    if (element.namespaceURI?.endsWith('/MathML')) return formulaElement.test(name) ? name : 'mrow'
    return drawingElement.test(element.localName) ? element.localName : 'g'
  }
  if ((name === 'a' && inLink) || (name === 'button' && inButton)) return 'span'
  if (name === 'p' && element.querySelector(blocks)) return 'div'
  return renamed[name] ?? (/^[a-z][a-z0-9-]*$/.test(name) ? name : 'span')
}

const isHtml = (element: Element): boolean => element.namespaceURI?.endsWith('/xhtml') ?? false

function isOpenPopover(element: Element): boolean {
  try {
    return element.matches(':popover-open')
  } catch (error) {
    // A browser that does not know the word shows popovers as ordinary elements.
    if (error instanceof Error && error.name === 'SyntaxError') return true
    throw error
  }
}
