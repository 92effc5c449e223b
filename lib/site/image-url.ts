import { isImageHost } from './hosts.ts'

/** A picture of the site's picture hosts. */
export interface SiteImage {
  /** Identity: one picture has one hash under every host, size and slug. */
  hash: string
  /** Original size, https. */
  url: string
}

/** Site default, shown as og:image of campaign pages and of items that do not exist. */
const defaultPictureHash = 'HTB18eCBQXXXXXXfXXXX760XFXXXa'

/** Path up to and including the first extension of its last segment; what follows is a size or a format. */
const picturePath = /^\/kf\/(?:([\w.!@-]+)\/)?([^/]*?)\.(jpg|jpeg|png|gif|webp)(?![a-z\d])/i

/**
 * The picture that an address of any size, format and scheme shows, or null where it is no product picture:
 * another host, no `/kf/<hash>`, a badge (`/kf/<hash>/154x64.png`) or the site's default picture.
 * `/kf/<hash>.<ext>` and `/kf/<hash>/<slug>.<ext>` are one picture (ALIEXPRESS.md (c)).
 */
export function readImage(address: string | null | undefined): SiteImage | null {
  const text = address?.trim() ?? ''
  const absolute = text.startsWith('//') ? `https:${text}` : text
  if (absolute.length > 1000 || !/^https?:/i.test(absolute) || !URL.canParse(absolute)) return null
  const url = new URL(absolute)
  if (!isImageHost(url.hostname)) return null
  const match = picturePath.exec(url.pathname)
  if (!match) return null
  const [path, folder, name = ''] = match
  if (folder !== undefined && /^\d+x\d+$/.test(name)) return null
  const hash = folder ?? name
  // Hashes are long; a short name under /kf/ is an icon.
  if (!/^[\w.!@-]{16,80}$/.test(hash) || hash === defaultPictureHash) return null
  return { hash, url: `https://${url.hostname}${path}` }
}

/** Names of picture files, where a browser saved the page with its pictures beside it. */
const savedPicture =
  /^\.\/[^?#]*_files\/((?:[A-Z][0-9a-f]{32}[A-Za-z\d]?)|HTB1[\w.]{20,40}?)\.(jpg|jpeg|png|webp)(?![a-z\d])/

/**
 * The picture behind a file of a saved page (`./Title_files/<hash>.jpg`), at the site's main picture host.
 * Never matches what a live page shows: there addresses are absolute.
 */
export function readSavedImage(address: string): SiteImage | null {
  const [, hash, extension] = savedPicture.exec(address) ?? []
  return hash ? { hash, url: `https://ae01.alicdn.com/kf/${hash}.${extension}` } : null
}

/** Pictures without repetition, in order. */
export function distinctImages(images: Iterable<SiteImage | null>): SiteImage[] {
  const byHash = new Map<string, SiteImage>()
  for (const image of images) if (image && !byHash.has(image.hash)) byHash.set(image.hash, image)
  return [...byHash.values()]
}
