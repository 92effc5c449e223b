import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The stores that may lie under IndexedDB in Chromium. */
export type BackEnd = 'LevelDB' | 'SQLite'
export const backEnds: readonly BackEnd[] = ['LevelDB', 'SQLite']

/** Switches that choose the back-end. LevelDB is the default of Chromium 156; `backEndOf` tells where that changed. */
export const backEndArgs = (backEnd: BackEnd): string[] =>
  backEnd === 'SQLite' ? ['--enable-features=IdbSqliteBackingStore'] : []

/** Folder of the extension's IndexedDB in a profile. */
export function storeFolder(profileDir: string, extensionId: string): string {
  const parent = join(profileDir, 'Default', 'IndexedDB')
  const names = readdirSync(parent).filter((name) => name.startsWith(`chrome-extension_${extensionId}_0`))
  const folder = names.find((name) => !name.endsWith('.blob')) ?? names[0]
  if (!folder)
    throw new Error(`The profile holds no database of the extension: ${readdirSync(parent).join(', ')}`)
  return join(parent, folder)
}

/** Which back-end a profile uses, by the files that are there. */
export function backEndOf(profileDir: string, extensionId: string): BackEnd {
  const folder = storeFolder(profileDir, extensionId)
  return folder.endsWith('.leveldb') && readdirSync(folder).includes('CURRENT') ? 'LevelDB' : 'SQLite'
}
