import { readImage } from './image-url.ts'

/**
 * A small copy of a listing's picture: the site's picture hosts cut one to size for a suffix on the path
 * (`_220x220.jpg` stands on pages of every year). Null for anything that is not a product picture there:
 * nothing else may be asked for a picture.
 */
export function thumbnailUrl(imageUrl: string): string | null {
  const image = readImage(imageUrl)
  return image ? `${image.url}_220x220.jpg` : null
}
