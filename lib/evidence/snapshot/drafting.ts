import type { AccountArea } from '../../site/account-areas.ts'
import type { Redactor } from './redact-text.ts'
import type { DraftPiece } from './snapshot-draft.ts'

/** What only the browser that shows the page can tell; a saved page has none of it. */
export interface SnapshotView {
  /** Root of an element's shadow tree, closed ones too. */
  shadowRootOf(element: Element): ShadowRoot | null
  /** True for what Docket put on the page. */
  isOwn(element: Element): boolean
  /** Addresses of the pictures that the element's styles show, with those before and after it. */
  stylePicturesOf(element: Element): string[]
  /** A canvas, or a picture that only this page can read, as a data: URL; null where the browser refuses. */
  drawingOf(element: HTMLCanvasElement | HTMLImageElement): string | null
  boxOf(element: Element): { width: number; height: number; isInView: boolean }
  /** Families of fonts that are loaded. */
  loadedFonts(): string[]
}

/** Where in the page something is being written. */
export interface DraftPlace {
  /** The person's area that it lies in; its first text is replaced by a mark, the others are left out. */
  area: { kind: AccountArea; isMarked: boolean } | null
  inLink: boolean
  inButton: boolean
  depth: number
  baseUrl: string
}

/** One draft in the making. */
export interface Drafting {
  view: SnapshotView
  redactor: Redactor
  write(...pieces: DraftPiece[]): void
  /** Notes that something of the page is not in the draft. */
  leaveOut(what: string): void
  /** Notes addresses of pictures that styles show. */
  noteStylePictures(addresses: string[]): void
  writeChildren(parent: Node, place: DraftPlace): void
  writeElement(element: Element, place: DraftPlace): void
}

/** What was written so far. */
export interface DraftPaper {
  pieces: DraftPiece[]
  /** Characters of markup and styles. */
  chars(): number
  write(...pieces: DraftPiece[]): void
}

/** A list of pieces in which neighbouring markup is one. */
export function createDraftPaper(): DraftPaper {
  const pieces: DraftPiece[] = []
  let chars = 0
  return {
    pieces,
    chars: () => chars,
    write(...more) {
      for (const piece of more) {
        const last = pieces.at(-1)
        if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece
        else pieces.push(piece)
        if (typeof piece === 'string') chars += piece.length
        else if (piece.gap === 'style') chars += piece.css.length
      }
    },
  }
}
