import type { PageState } from '../../site/page-context.ts'
import type { AccountPlaceKind } from '../../site/page-header.ts'

/** A place in the viewport, CSS pixels. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** What the page answers before and after a screenshot: is it still the one that was judged? */
export interface PageCheck {
  /** False where the document key is another: the page changed under us. */
  sameDocument: boolean
  url: string
  pageState: PageState
  visible: boolean
  controlsHidden: boolean
  /** .com id of the item that the page or its open modal is about; null on pages of cards. */
  itemComId: string | null
  /** For each asked listing its place in the viewport (the card, or the item's title); null where it is not in view. */
  subjects: Record<string, Box | null>
  /** What on the page names who is signed in, as far as it is in view; null where nobody is, or it cannot be told. */
  account: AccountPlaces | null
}

/** Places that are covered in pictures where the person wants it. */
export interface AccountPlaces {
  /** Width of the window with its scroll bar, CSS pixels. */
  windowWidth: number
  boxes: Array<Box & { shows: AccountPlaceKind }>
}
