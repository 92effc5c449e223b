import { ExpectedError } from '../core/expected-error.ts'

/** What must be free before a store is opened, in bytes: opening writes a little by itself. */
const neededBytes = 5_000_000

/**
 * Chromium empties a LevelDB store that is opened again and again on a full disk, with all that is in it (measured with
 * Chromium 156; trial "full-disk"). So a full disk is asked for first, and the store left alone.
 * Firefox does no such thing, and states a quota there that is not the disk's.
 * @throws ExpectedError `disk-full`
 */
export async function refuseFullDisk(
  navigator: Pick<Navigator, 'userAgent'> & Partial<Navigator>,
): Promise<void> {
  if (!navigator.storage || navigator.userAgent.includes('Firefox')) return
  const { quota, usage } = await navigator.storage.estimate()
  if (quota === undefined || usage === undefined || quota - usage >= neededBytes) return
  throw new ExpectedError(
    'disk-full',
    'The disk is full, so Docket leaves its storage alone and saves nothing. Free some disk space and try again; what was saved before is still there.',
  )
}
