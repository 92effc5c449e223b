import type { SnapshotView } from '../evidence/snapshot/drafting.ts'
import { openOrClosedShadowRoot } from './closed-shadow-root.ts'

/** Properties by which styles show pictures. */
const pictureProperties = [
  'background-image',
  'border-image-source',
  'list-style-image',
  'mask-image',
  'content',
] as const

/** What this browser tells of the page in which it is called. `isOwnRoot` tells Docket's own shadow trees. */
export const pageView = (isOwnRoot: (root: ShadowRoot) => boolean): SnapshotView => ({
  shadowRootOf: openOrClosedShadowRoot,
  isOwn(element) {
    // Docket's hosts have no attribute, ever.
    if (element.localName !== 'div' || element.attributes.length > 0 || element.shadowRoot) return false
    const root = openOrClosedShadowRoot(element)
    return root !== null && isOwnRoot(root)
  },
  stylePicturesOf(element) {
    if (!element.checkVisibility()) return []
    return [null, '::before', '::after'].flatMap((part) => {
      const style = getComputedStyle(element, part)
      if (part !== null && /^(?:none|normal)$/.test(style.content)) return []
      return pictureProperties.flatMap((property) => addressesIn(style.getPropertyValue(property)))
    })
  },
  drawingOf(element) {
    const canvas = element instanceof HTMLCanvasElement ? element : drawn(element)
    if (canvas.width === 0 || canvas.height === 0) return ''
    try {
      return canvas.toDataURL('image/png')
    } catch (error) {
      // A picture of another origin was drawn on it.
      if (error instanceof DOMException && error.name === 'SecurityError') return null
      throw error
    }
  },
  boxOf(element) {
    const { width, height, top, bottom, left, right } = element.getBoundingClientRect()
    const isInView =
      width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth
    return { width, height, isInView }
  },
  loadedFonts: () =>
    [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
})

/** Computed values are absolute and in double quotes. */
const addressesIn = (value: string): string[] =>
  value.includes('url(')
    ? [...value.matchAll(/url\("([^"\\]*(?:\\.[^"\\]*)*)"\)/g)].map(([, address = '']) =>
        address.replace(/\\(.)/g, '$1'),
      )
    : []

function drawn(image: HTMLImageElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth
  canvas.height = image.naturalHeight
  canvas.getContext('2d')?.drawImage(image, 0, 0)
  return canvas
}
