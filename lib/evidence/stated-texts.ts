import type { ObservedListing } from '../extract/listing.ts'

/**
 * Every text and number that a listing states, as texts: they are facts of the case, and no redaction may touch
 * them, even where one looks like something of the person.
 */
export function statedTexts(listing: ObservedListing | null): string[] {
  const texts = new Set<string>()
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.add(value)
    else if (typeof value === 'number') texts.add(String(value))
    else if (typeof value === 'object' && value !== null)
      for (const inner of Object.values(value)) collect(inner)
  }
  for (const observation of Object.values(listing ?? {})) {
    if (observation.status === 'found') collect(observation.value)
  }
  texts.delete('')
  return [...texts]
}
