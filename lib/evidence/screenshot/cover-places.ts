import type { AccountPlaceKind } from '../../site/page-header.ts'
import type { Drawing } from './full-page-ports.ts'
import type { AccountPlaces, Box, PageCheck } from './page-check.ts'

/** Port to where it is kept whether the page's header is covered when somebody is signed in. */
export interface HeaderMaskSetting {
  /** True where the person never chose. */
  read(): Promise<boolean>
  save(isOn: boolean): Promise<void>
}

/** What is to be covered in a picture of the page as it was checked: nothing where nobody is signed in. */
export const placesToCover = ({ account }: PageCheck, isOn: boolean): AccountPlaces['boxes'] =>
  isOn ? (account?.boxes ?? []) : []

/** What the record says of a picture in which these were covered, each kind once. */
export const coverNotes = (places: AccountPlaces['boxes']): string[] =>
  [...new Set(places.map(({ shows }) => shows))].map(
    (kind) => `${kindNames[kind]} covered: someone was signed in`,
  )

const kindNames: Record<AccountPlaceKind, string> = {
  header: 'page header',
  account: 'name of the account',
  cart: 'cart',
  address: 'delivery address',
}

/**
 * The picture with opaque boxes over these places, CSS pixels of a window `windowWidth` wide. What is under them
 * is not in the file any more.
 */
export async function coverPlaces(
  drawing: Drawing,
  png: Uint8Array<ArrayBuffer>,
  places: Box[],
  windowWidth: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const picture = await drawing.decode(png)
  try {
    const { width, height } = picture
    const ratio = width / windowWidth
    const canvas = drawing.canvas(width, height)
    canvas.draw(picture, { x: 0, y: 0, width, height }, { x: 0, y: 0 })
    for (const place of places) canvas.cover(inPixels(place, ratio))
    return await canvas.encode(height)
  } finally {
    picture.close()
  }
}

/** The whole pixels that a place touches. */
export function inPixels({ x, y, width, height }: Box, ratio: number): Box {
  const [left, upper] = [Math.floor(x * ratio), Math.floor(y * ratio)]
  const [right, lower] = [Math.ceil((x + width) * ratio), Math.ceil((y + height) * ratio)]
  return { x: left, y: upper, width: right - left, height: lower - upper }
}
