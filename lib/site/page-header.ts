import { type AccountArea, accountAreaOf, findAccountAreas, isSignedIn } from './account-areas.ts'

/**
 * Headers of every era: the placeholder of the client-rendered site and what it fixes to the window, header and
 * line above it of the years before, .ru. A part that is fixed stands elsewhere than its placeholder.
 */
const headerSelector = [
  '#_global_header_23_',
  '[class*="fixed-container--"]',
  '#header[data-spm]',
  '#top-lighthouse',
  '[class*="RedHeader_RedHeader__"]',
].join(', ')

/** What names the person who is signed in. */
export type AccountPlaceKind = 'header' | AccountArea

/**
 * The elements to cover in a picture that is handed on, or null where nobody is signed in: the page's header,
 * which holds name, cart and address, and such places outside of it.
 */
export function findAccountPlaces(
  doc: Document,
): Array<{ kind: AccountPlaceKind; element: HTMLElement }> | null {
  if (!isSignedIn(doc)) return null
  const headers = [...doc.querySelectorAll<HTMLElement>(headerSelector)]
  const areas = findAccountAreas(doc).filter((area) => !area.closest(headerSelector))
  return [
    ...headers.map((element) => ({ kind: 'header' as const, element })),
    ...areas.flatMap((element) => {
      const kind = accountAreaOf(element)
      return kind ? [{ kind, element }] : []
    }),
  ]
}
