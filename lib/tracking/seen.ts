import { type Observation, observedValue } from '../core/observation.ts'
import type { Capture } from '../evidence/capture.ts'
import { calendarDateOf } from '../rights/expiry.ts'
import type { CalendarDate } from '../rights/right.ts'

export const seenStates = ['live', 'changed', 'not-sold', 'removed'] as const
/**
 * How the item page of a filed listing was seen when a person opened it.
 * - `live`: it is there as it was, as far as both pages state it.
 * - `changed`: it is there with another title, other pictures or another seller than when it was filed.
 * - `not-sold`: its page is there and says that it is not for sale, to the country of the visit or at all.
 * - `removed`: the page says that it is gone. It may be so for the country of the visit alone (ALIEXPRESS.md (e)).
 */
export type SeenState = (typeof seenStates)[number]

export type ChangedFact = 'title' | 'pictures' | 'seller'

/** What the item page of a filed listing showed. It changes nothing of how the listing stands. */
export interface Seen {
  kind: 'seen'
  seen: SeenState
  /** The evidence of it. */
  captureId: string
  /** What is another than before; set exactly where it is `changed`. */
  changed: ChangedFact[]
  /** Country that the page shipped to, where it said so. */
  shipTo: string | null
}

/**
 * What a capture shows of its listing; null where it shows nothing that counts: results pages, challenge, login,
 * loading and unknown pages, and captures that came from elsewhere.
 * @param before the page as it was when the listing was filed; null where none is kept
 */
export function seenIn(capture: Capture, before: Capture | null): Seen | null {
  const { captureId, sighting, listing, importedFrom } = capture
  if (!listing || sighting.pageKind !== 'item' || importedFrom !== null) return null
  const seen = { kind: 'seen', captureId, changed: [], shipTo: sighting.shipTo } as const
  switch (sighting.pageState) {
    case 'removed':
      return { ...seen, changed: [], seen: 'removed' }
    case 'ready': {
      if (observedValue(listing.available) === false) return { ...seen, changed: [], seen: 'not-sold' }
      const changed = before ? changedFacts(before, capture) : []
      return { ...seen, changed, seen: changed.length > 0 ? 'changed' : 'live' }
    }
    case 'challenge':
    case 'login':
    case 'loading':
    case 'unknown':
      return null
  }
}

/**
 * The page that stands for what was filed: the newest whole item page up to the day of the filing, else the first one
 * after it.
 */
export function pageAsFiled(captures: readonly Capture[], filedOn: CalendarDate | null): Capture | null {
  const whole = captures
    .filter(
      ({ listing, sighting, importedFrom }) =>
        listing !== null &&
        sighting.pageKind === 'item' &&
        sighting.pageState === 'ready' &&
        importedFrom === null,
    )
    .toSorted((one, other) => one.sighting.seenAt.wallMs - other.sighting.seenAt.wallMs)
  return whole.findLast((capture) => filedOn !== null && seenOn(capture) <= filedOn) ?? whole[0] ?? null
}

/** The day of a capture, where the person was. */
export const seenOn = ({ sighting: { seenAt } }: Capture): CalendarDate =>
  calendarDateOf(seenAt.wallMs, seenAt.offsetMinutes)

/** Only what both pages state is compared, and a title only in the same language and from the same place. */
function changedFacts(before: Capture, now: Capture): ChangedFact[] {
  const [old, fresh] = [before.listing, now.listing]
  if (!old || !fresh) return []
  const isSameLanguage = before.sighting.locale === now.sighting.locale
  return [
    ...(isSameLanguage &&
    sourceOf(old.title) === sourceOf(fresh.title) &&
    differs(old.title, fresh.title, titleText)
      ? (['title'] as const)
      : []),
    ...(differs(old.images, fresh.images, (images) =>
      images
        .map(({ hash }) => hash)
        .toSorted()
        .join(' '),
    )
      ? (['pictures'] as const)
      : []),
    ...(differs(old.sellerId, fresh.sellerId, (id) => id) ? (['seller'] as const) : []),
  ]
}

const titleText = (title: string): string => title.normalize('NFC').replace(/\s+/g, ' ').trim()

const sourceOf = (observation: Observation<unknown>): string | null =>
  observation.status === 'found' ? observation.source : null

function differs<Value>(
  old: Observation<Value>,
  fresh: Observation<Value>,
  text: (value: Value) => string,
): boolean {
  const [one, other] = [observedValue(old), observedValue(fresh)]
  return one !== null && other !== null && text(one) !== text(other)
}
