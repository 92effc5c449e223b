import { isShown } from './is-shown.ts'
import { readItemId, readItemNumber, readPathItemId } from './item-id.ts'
import type { PageContext } from './page-context.ts'
import { selectors } from './selectors.ts'

const mobileHost = /^(?:m|h5)\./i
/** Elements in which a title may stand by itself; the shortest that counts, so that no label is taken for it. */
const titleElements = 'h1, h2, h3, p, div, span'
const minTitleLength = 12

/** `og:title` without the site's name behind it, " - AliExpress 26" (2024 to now; ALIEXPRESS.md, title clean-up). */
export const bareHeadTitle = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*-\s*AliExpress(?:\s+\d+)?$/i, '')

/**
 * Where an item page of the mobile site shows its title. No capture of such a page exists, so no class is
 * known. What is known of all client-rendered pages: the head holds the bare title while the page is still a
 * shell, and after it was removed; links and structured data that name the item exist only once it is rendered.
 * Null where head, such a name and the shown text are not there together.
 */
export function shownHeadTitle(doc: Document, context: PageContext): HTMLElement | null {
  if (context.kind !== 'item' || !mobileHost.test(context.url.hostname)) return null
  const head = (name: string) =>
    doc.querySelector(`meta[property="${name}"]`)?.getAttribute('content')?.slice(0, 1000) ?? ''
  const title = bareHeadTitle(head('og:title')).toLowerCase()
  if (title.length < minTitleLength || title.includes('|')) return null
  if (!namesItem(head('og:url'), context) || !isNamedInPage(doc, context)) return null
  for (const element of doc.body.querySelectorAll<HTMLElement>(titleElements))
    if (
      element.childElementCount === 0 &&
      element.textContent.replace(/\s+/g, ' ').trim().toLowerCase() === title &&
      isOwnAndShown(element, context)
    )
      return element
  return null
}

/** True where the address (or its parameter) is of the item that the page's address names. */
function namesItem(address: string | null, { url }: PageContext, parameter?: string): boolean {
  if (!address || !URL.canParse(address, url)) return false
  const named = new URL(address, url)
  const id = parameter === undefined ? readItemId(named) : readItemNumber(named.searchParams.get(parameter))
  return id !== null && id.comId === readPathItemId(url)?.comId
}

/** Report and message links of rendered items, on every layout since 2025, name the item. */
const isNamedInPage = (doc: Document, context: PageContext) =>
  [...doc.querySelectorAll(selectors.reportLink)].some((link) =>
    namesItem(link.getAttribute('href'), context, 'product_id'),
  ) ||
  [...doc.querySelectorAll(selectors.messageLink)].some((link) =>
    namesItem(link.getAttribute('href'), context, 'productId'),
  )

function isOwnAndShown(element: HTMLElement, context: PageContext): boolean {
  const link = element.closest('a[href]')
  if (link && !namesItem(link.getAttribute('href'), context)) return false
  return isShown(element)
}
