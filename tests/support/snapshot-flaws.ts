import { JSDOM } from 'jsdom'
import { splitCss } from '../../lib/evidence/snapshot/css-addresses.ts'
import { snapshotPolicy } from '../../lib/evidence/snapshot/fill-snapshot.ts'

/** One window for all: each has its own megabytes. */
const parser = new new JSDOM('', { url: 'https://www.aliexpress.com/' }).window.DOMParser()

/** A document without a window: parsed as a browser does, with nothing of it loaded. */
export const parseHtml = (html: string): Document => parser.parseFromString(html, 'text/html')

/** Elements that run, load, send or redirect by being there. */
const forbidden =
  'script, iframe, frame, object, embed, applet, form, base, noscript, link[rel~="stylesheet"], link[rel~="preload"], meta[http-equiv="refresh" i], portal, audio[src], video[src], source, animate, set'

const acting = /^\s*(?:javascript:|vbscript:|data:text|blob:|file:)/i
const loading = ['src', 'poster', 'background', 'data', 'srcset', 'action', 'formaction', 'manifest', 'ping']

/** Everything in the document, also inside of templates, which are the shadow trees of a snapshot. */
function* elementsOf(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element
    if (element.localName === 'template') yield* elementsOf((element as HTMLTemplateElement).content)
  }
}

const cssFlaws = (css: string): string[] =>
  splitCss(css).flatMap((part) => {
    if (typeof part === 'string') return []
    if ('imports' in part) return [`@import of ${part.imports}`]
    return /^(?:data:|#)/.test(part.address) ? [] : [`a style that loads ${part.address}`]
  })

/** Why this file could do something when it is opened; empty where it cannot. It is parsed as a browser does. */
export function snapshotFlaws(html: string): string[] {
  const document = parseHtml(html)
  const flaws: string[] = []
  const policy = document.head.children[1]
  if (policy?.getAttribute('http-equiv') !== 'Content-Security-Policy')
    flaws.push('no policy at the beginning')
  if (policy?.getAttribute('content') !== snapshotPolicy) flaws.push('another policy')
  for (const element of elementsOf(document)) {
    if (element.matches(forbidden)) flaws.push(`<${element.localName}>`)
    if (element.localName === 'style') flaws.push(...cssFlaws(element.textContent))
    for (const { name, value } of element.attributes) {
      const place = `${element.localName}@${name}`
      if (/^on/i.test(name)) flaws.push(place)
      else if (name === 'style') flaws.push(...cssFlaws(value))
      else if (loading.includes(name) && !/^data:image\//.test(value))
        flaws.push(`${place}=${value.slice(0, 80)}`)
      else if (/^(?:xlink:)?href$/.test(name)) flaws.push(...hrefFlaws(element, place, value))
      else if (acting.test(value)) flaws.push(`${place}=${value.slice(0, 80)}`)
    }
  }
  return flaws
}

function hrefFlaws(element: Element, place: string, value: string): string[] {
  const mayLead = /^(?:a|area)$/.test(element.localName) && /^(?:https?|mailto|tel):/.test(value)
  const isName = element.localName === 'link' && element.getAttribute('rel') === 'canonical'
  const isInside = /^(?:#|data:image\/)/.test(value) && !/^(?:a|area)$/.test(element.localName)
  return mayLead || isName || isInside ? [] : [`${place}=${value.slice(0, 80)}`]
}

/** Everything that a reader of the file can see, also inside of its shadow trees. */
export function textOfSnapshot(html: string): string {
  const textOf = (root: ParentNode & Node): string =>
    [...elementsOf(root)]
      .filter(({ localName }) => localName !== 'style')
      .flatMap((element) => [...element.childNodes].filter(({ nodeType }) => nodeType === 3))
      .map(({ textContent }) => textContent)
      .join(' ')
  return textOf(parseHtml(html)).replace(/\s+/g, ' ')
}
