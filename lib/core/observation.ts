/**
 * What a page states for one field. A missing value is a statement, never an `undefined`:
 * - `found`: the page states it; `source` names where it was read (a state path, a selector's name, the URL).
 * - `absent`: every place that could state it was looked at and none does.
 * - `unreadable`: a place that should state it exists but could not be understood; `reason` says why.
 */
export type Observation<T> =
  | { status: 'found'; value: T; source: string }
  | { status: 'absent' }
  | { status: 'unreadable'; reason: string; source: string }

export const absent: Observation<never> = { status: 'absent' }

export const found = <T>(value: T, source: string): Observation<T> => ({ status: 'found', value, source })

export const unreadable = (reason: string, source: string): Observation<never> => ({
  status: 'unreadable',
  reason,
  source,
})

/** The observed value, or null where the page states none. Use only where the reason does not matter. */
export const observedValue = <T>(observation: Observation<T>): T | null =>
  observation.status === 'found' ? observation.value : null

/**
 * The first observation that states anything, whether it could be read or not. For sources of which the later
 * ones hold another thing (the price before the discount): an unreadable first one must not be replaced by it.
 */
export function firstStated<T>(...sources: Array<() => Observation<T>>): Observation<T> {
  for (const source of sources) {
    const observation = source()
    if (observation.status !== 'absent') return observation
  }
  return absent
}

/**
 * The first observation that found something, in order of trust. Where none did, the first `unreadable`
 * one (its reason is worth keeping), else `absent`. Sources are functions so that later ones cost nothing
 * when an earlier one answers.
 */
export function firstFound<T>(...sources: Array<() => Observation<T>>): Observation<T> {
  let unread: Observation<T> | null = null
  for (const source of sources) {
    const observation = source()
    if (observation.status === 'found') return observation
    if (observation.status === 'unreadable') unread ??= observation
  }
  return unread ?? absent
}
