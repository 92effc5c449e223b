import type { Clock } from '../../core/clock.ts'
import { parseHostileJson } from '../../core/hostile-json.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { compareWitnesses } from '../../extract/compare-witnesses.ts'
import { extractMtop } from '../../extract/item-mtop.ts'
import type { ObservedListing } from '../../extract/listing.ts'
import { mergeListings } from '../../extract/merge-listings.ts'
import type { Capture } from '../capture.ts'
import type { EvidenceRepo } from '../evidence-repo.ts'

/**
 * Adds what an item page's own data call answered to its capture: one more witness beside what the page
 * showed. Where the two differ, the differences are kept. The page's statements stay as they were.
 *
 * @param answer JSON text as the page handed it out: hostile until parsed
 * @returns the capture, and what page and data call state together
 * Fails with `not-understood` (kept as an incident by the caller) and `unknown-capture`.
 */
export async function addPageData(
  { repo, clock }: { repo: EvidenceRepo; clock: Clock },
  captureId: string,
  answer: string,
): Promise<Result<{ capture: Capture; completed: ObservedListing }>> {
  const capture = await repo.capture(captureId)
  if (!capture?.listing) return fail('unknown-capture', 'There is no item capture to add the page’s data to.')
  const parsed = parseHostileJson(answer)
  if (!parsed.ok) return parsed
  const pageData = extractMtop(parsed.value)
  if (!pageData) {
    return fail(
      'not-understood',
      'The page’s own data has a form that Docket does not know; what the page showed is saved.',
    )
  }
  const { witnesses } = capture
  const shown = witnesses?.shown ?? capture.listing
  const disagreements = [
    ...compareWitnesses(shown, witnesses?.stated ?? null, 'page-state'),
    ...compareWitnesses(shown, pageData, 'data-call'),
  ]
  await repo.savePageData(captureId, { pageData, disagreements }, clock().wallMs)
  return ok({ capture, completed: mergeListings(capture.listing, pageData) })
}
