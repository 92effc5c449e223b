import type { Drafting, DraftPlace } from './drafting.ts'
import { type DraftPiece, escapeAttribute } from './snapshot-draft.ts'

/**
 * Attributes that load, send, act, or mean something only to the live page. Those that show a picture or lead
 * somewhere are written by their elements.
 */
const dropped = new Set(
  `sizes imagesrcset imagesizes href xlink:href poster background lowsrc dynsrc data codebase classid archive longdesc
  cite profile manifest action method enctype formaction formmethod formenctype formtarget target ping download rel
  attributionsrc nonce integrity crossorigin referrerpolicy fetchpriority loading decoding autofocus autoplay accesskey
  contenteditable is popover popovertarget commandfor command value checked selected http-equiv allow allowfullscreen
  sandbox csp credentialless xmlns:xlink xml:base shadowrootmode shadowrootdelegatesfocus shadowrootclonable
  shadowrootserializable exparams st_page_id clk_trigger data-spm-anchor-id`.split(/\s+/),
)

/** Handlers, sources of all kinds, and what the site's trackers hang on elements. */
const droppedPattern = /^(?:on|src|ae_|exp_|data-aplus|data-exp|data-clk)/

/** All that is kept of an element that shows something of the person: how it looks, not what it says. */
const keptInAreas =
  /^(?:class|id|style|dir|lang|role|type|width|height|viewbox|d|fill|stroke|stroke-width|transform|hidden|tabindex)$/

const attributeName = /^[a-z_][\w:.-]*$/i

const actingValue = /^(?:javascript|vbscript|data):/i
/** Browsers pass over blanks and control characters in front of and inside of a scheme. */
const isActing = (value: string) =>
  actingValue.test([...value.slice(0, 200)].filter((letter) => letter > ' ').join(''))

/** What is written of an element's attributes: all that only say how it looks and what it is called. */
export function attributesOf(
  { redactor }: Pick<Drafting, 'redactor'>,
  element: Element,
  { area, baseUrl }: Pick<DraftPlace, 'area' | 'baseUrl'>,
): DraftPiece[] {
  const pieces: DraftPiece[] = []
  for (const { name, value } of element.attributes) {
    const plain = name.toLowerCase()
    if (!attributeName.test(name) || dropped.has(plain) || droppedPattern.test(plain)) continue
    if (isActing(value) || (area && !keptInAreas.test(plain))) continue
    // Nobody gets onto a link by the keyboard.
    if (plain === 'tabindex' && isLink(element)) continue
    const text = redactor.text(value)
    if (plain === 'style') pieces.push(...styleAttribute(area ? withoutAddresses(text) : text, baseUrl))
    else pieces.push(attribute(name, text))
  }
  if (isLink(element)) {
    const link = area ? null : shownLink(element, baseUrl)
    if (link !== null) pieces.push(attribute('href', redactor.text(link)))
    pieces.push(' tabindex="-1"')
  }
  return pieces
}

export const isLink = (element: Element): boolean => /^(?:a|area)$/.test(element.localName)

export const attribute = (name: string, value: string): string => ` ${name}="${escapeAttribute(value)}"`

/** A `style` attribute; addresses of pictures in it become a gap. */
function styleAttribute(css: string, baseUrl: string): DraftPiece[] {
  if (!/url\(|image-set\(/i.test(css)) return [attribute('style', css)]
  return [' style="', { gap: 'style', css, baseUrl, place: 'attribute' }, '"']
}

const withoutAddresses = (css: string) => css.replace(/[^;]*(?:url|image-set)\([^;]*;?/gi, '')

/** Where a link leads, as evidence; null where that is no place that could be visited. */
export function shownLink(element: Element, baseUrl: string): string | null {
  const href = element.getAttribute('href') ?? element.getAttribute('xlink:href')
  if (href === null || !URL.canParse(href, baseUrl)) return null
  const url = new URL(href, baseUrl)
  return /^(?:https?|mailto|tel):$/.test(url.protocol) ? url.href : null
}
