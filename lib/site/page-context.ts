import type { Site } from './hosts.ts'

export type PageKind = 'item' | 'search' | 'category' | 'store' | 'bundle' | 'campaign'

/** Only `ready` and `removed` may ever become evidence. */
export type PageState = 'ready' | 'removed' | 'challenge' | 'login' | 'loading' | 'unknown'

/** What the URL alone says of the page that is read. */
export interface PageContext {
  url: URL
  site: Site
  /** null: a page of the site on which Docket has nothing to do. */
  kind: PageKind | null
}
