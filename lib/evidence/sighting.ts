import type { Moment } from '../core/clock.ts'
import type { Site } from '../site/hosts.ts'
import type { PageKind, PageState } from '../site/page-context.ts'

/** A listing seen at a time in a place. Facts that a page does not have are null. */
export interface Sighting {
  /** As the page's own location said at the moment of the click. */
  pageUrl: string
  /** What the page itself names as its address (`link rel=canonical`), absolute. */
  canonicalUrl: string | null
  site: Site
  pageKind: PageKind
  pageState: PageState
  /** <html lang> or the page's own locale. */
  locale: string | null
  currency: string | null
  shipTo: string | null
  /** Results pages: what was searched, how sorted, which page, which place, paid or not. */
  keyword: string | null
  sort: string | null
  resultsPage: number | null
  rank: number | null
  sponsored: boolean | null
  seenAt: Moment
  viewport: { width: number; height: number; pixelRatio: number; scrollX: number; scrollY: number }
}
