import type { PartKind } from '../../lib/evidence/gather/capture-part.ts'
import type { GatherProgress } from '../../lib/evidence/gather/gather-parts.ts'
import type { ItemEvidence } from '../../lib/queue/listing-state.ts'

/** What a page says of the evidence that is gathered on it. */

const partNames: Record<PartKind, string> = {
  'page-state': 'page data',
  'page-snapshot': 'page copy',
  mhtml: 'MHTML copy',
  'product-images': 'product pictures',
  'full-page-screenshot': 'full-page picture',
}

/** Said while the page is photographed as a whole: nothing of the person's makes it move. */
export const pageMoves =
  'Taking the full-page picture: the page moves by itself for some seconds. Press Esc to stop it.'

/** E.g. "Evidence 3 of 5: product pictures…". */
export const evidenceProgress = ({ done, of, current }: GatherProgress): string =>
  current ? `Evidence ${done + 1} of ${of}: ${partNames[current]}…` : 'Gathering evidence…'

/**
 * The clear end: complete, or what is missing. `stands`: as the bar says it, which also knows of the screenshot and of
 * single files.
 */
export const evidenceEnd = ({ missing }: Pick<GatherProgress, 'missing'>, stands: ItemEvidence): string => {
  if (missing.length > 0)
    return `Evidence gathered, without: ${missing.map((kind) => partNames[kind]).join(', ')}.`
  if (stands === 'complete') return 'Evidence complete.'
  return stands === 'cut'
    ? 'Evidence complete, but cut at a limit. Docket’s Evidence page says what was left out.'
    : 'Evidence gathered, but not all of it. Docket’s Evidence page says what is missing.'
}

/** How the evidence of a queued listing stands, where nothing is under way. */
export const evidenceStands: Record<ItemEvidence, string> = {
  none: 'item page not captured yet',
  gathering: 'evidence being gathered',
  interrupted: 'evidence interrupted',
  partial: 'evidence incomplete',
  cut: 'evidence complete, cut',
  complete: 'evidence complete',
}
