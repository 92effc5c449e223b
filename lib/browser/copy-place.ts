import { browser } from 'wxt/browser'
import type { CopyPlace } from '../pack/second-copy/second-copy.ts'
import type { CopyPlaceChoice } from '../storage/stored-rows.ts'
import { downloadsFolder, downloadsPlace } from './downloads-place.ts'
import { folderPlace } from './folder-place.ts'

export const placeOf = (choice: CopyPlaceChoice): CopyPlace =>
  choice.kind === 'folder' ? folderPlace(choice.handle) : downloadsPlace

/** The place in words, e.g. `the folder "Evidence"`. */
export const placeName = (choice: CopyPlaceChoice): string =>
  choice.kind === 'folder' ? `the folder “${choice.name}”` : `“${downloadsFolder}” in the downloads folder`

const key = 'copyPlaceName'

/** Keeps the place's name where it can be read when the database cannot be opened. */
export const rememberPlaceName = (choice: CopyPlaceChoice): Promise<void> =>
  browser.storage.local.set({ [key]: placeName(choice) })

/** Null where none was chosen. */
export async function rememberedPlaceName(): Promise<string | null> {
  const { [key]: name } = await browser.storage.local.get(key)
  return typeof name === 'string' ? name : null
}
