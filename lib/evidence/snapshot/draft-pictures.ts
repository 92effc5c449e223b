import { attribute, attributesOf } from './draft-attributes.ts'
import type { Drafting, DraftPlace } from './drafting.ts'
import type { DraftPiece } from './snapshot-draft.ts'

const maxDataUrlChars = 3_000_000

/** The attribute by which an element shows a picture: a gap to be filled, or the picture that is in the page already. */
export function pictureAttribute(
  drafting: Drafting,
  element: Element,
  name: 'src' | 'poster' | 'href',
  address: string,
): DraftPiece[] {
  if (address === '') return []
  if (!/^data:image\//i.test(address))
    return [{ gap: 'picture', attribute: name, url: address, ...drafting.view.boxOf(element) }]
  if (address.length <= maxDataUrlChars) return [attribute(name, address)]
  drafting.leaveOut('a very large drawing')
  return []
}

/** The picture that the browser chose for the size of the screen, without the others. */
export function writeImage(drafting: Drafting, image: HTMLImageElement, place: DraftPlace): void {
  const source = image.currentSrc || image.src
  if (source.startsWith('blob:')) writeDrawing(drafting, image, place)
  else writePicture(drafting, image, place, source)
}

/** What was drawn on a canvas, as a picture. */
export function writeDrawing(
  drafting: Drafting,
  element: HTMLCanvasElement | HTMLImageElement,
  place: DraftPlace,
): void {
  const drawing = place.area ? null : drafting.view.drawingOf(element)
  if (drawing === null && !place.area) drafting.leaveOut('a drawing that the browser does not hand out')
  writePicture(drafting, element, place, drawing ?? '')
}

/** @param source '' for none; in the person's areas a picture is theirs, and is left out */
export function writePicture(drafting: Drafting, element: Element, place: DraftPlace, source: string): void {
  drafting.write('<img', ...attributesOf(drafting, element, place))
  if (!place.area) drafting.write(...pictureAttribute(drafting, element, 'src', source))
  drafting.write('>')
}
