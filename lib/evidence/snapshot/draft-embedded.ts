import { attribute, attributesOf } from './draft-attributes.ts'
import { writeAdoptedSheets } from './draft-styles.ts'
import type { Drafting, DraftPlace } from './drafting.ts'
import type { DraftPiece } from './snapshot-draft.ts'

/** Links keep their address as evidence, and nobody can follow them. Each tree needs the rule for itself. */
export const inertLinks = '<style>a,area{pointer-events:none!important}</style>'

/** A shadow tree, to which the page's styles do not reach. */
export function writeShadow(drafting: Drafting, root: ShadowRoot, place: DraftPlace): void {
  drafting.write(`<template shadowrootmode="open">${inertLinks}`)
  writeAdoptedSheets(drafting, root, place.baseUrl)
  drafting.writeChildren(root, place)
  drafting.write('</template>')
}

/** A page inside the page: written out where it is of the same origin, else a box that says what was there. */
export function writeEmbedded(drafting: Drafting, element: Element, place: DraftPlace): void {
  const { width, height } = drafting.view.boxOf(element)
  // Frames of trackers have next to no size.
  if (width < 8 || height < 8) return
  const inner = element.localName === 'iframe' ? (element as HTMLIFrameElement).contentDocument : null
  const size = `display:inline-block;overflow:auto;width:${Math.round(width)}px;height:${Math.round(height)}px`
  const box = `${size};box-sizing:border-box;border:1px dashed #767676;font:12px sans-serif`
  drafting.write('<div', ...attributesOf(drafting, element, place).filter(isNoStyle))
  drafting.write(attribute('style', inner?.body ? size : box))
  drafting.write(attribute('data-embedded', addressOf(drafting, element, place)), '>')
  if (inner?.body) writeInner(drafting, inner, inner.body, { ...place, baseUrl: inner.baseURI })
  else {
    drafting.leaveOut('an embedded page')
    drafting.write('Embedded page, not copied')
  }
  drafting.write('</div>')
}

function writeInner(drafting: Drafting, inner: Document, body: HTMLElement, place: DraftPlace): void {
  drafting.write(`<template shadowrootmode="open">${inertLinks}`)
  for (const style of inner.head?.querySelectorAll('style, link') ?? []) drafting.writeElement(style, place)
  writeAdoptedSheets(drafting, inner, place.baseUrl)
  drafting.write('<div', ...attributesOf(drafting, body, place), '>')
  drafting.writeChildren(body, place)
  drafting.write('</div></template>')
}

/** Where the page inside came from, without what stands behind the question mark. */
function addressOf({ redactor }: Drafting, element: Element, { area, baseUrl }: DraftPlace): string {
  const address = element.getAttribute('src') ?? element.getAttribute('data') ?? ''
  if (area || !URL.canParse(address, baseUrl)) return ''
  const { protocol, origin, pathname } = new URL(address, baseUrl)
  return /^https?:$/.test(protocol) ? redactor.text(`${origin}${pathname}`) : ''
}

const isNoStyle = (piece: DraftPiece) => typeof piece === 'string' && !/^ style=|^"$/.test(piece)
