const prefix = 'docket-gathering-'

/**
 * Runs the gathering of a capture under a lock that tells every page of the extension that somebody is at it. The
 * browser itself lets go of it when the background is stopped.
 */
export const whileGathering = <T>(captureId: string, gather: () => Promise<T>): Promise<T> =>
  navigator.locks.request(prefix + captureId, gather)

/** Ids of the captures that are being gathered at this moment. */
export async function capturesBeingGathered(): Promise<ReadonlySet<string>> {
  const { held } = await navigator.locks.query()
  const names = (held ?? []).flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []))
  return new Set(names.map((name) => name.slice(prefix.length)))
}
