import { createHash } from 'node:crypto'
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'

/** The folder of one complaint, read back by another library than wrote it. */
export interface PackFolder {
  /** By path in the folder. */
  files: Map<string, Uint8Array>
  manifest: {
    files: Array<{ path: string; bytes: number; sha256: string }>
    problems: Array<{ code: string; comId: string | null; message: string }>
  }
  /** One sentence for each difference between manifest and files; empty where all agree. */
  differences: string[]
}

/** The folders of a ZIP of complaint packs, by name, each held against its manifest. */
export async function readPackFolders(zip: Uint8Array): Promise<Map<string, PackFolder>> {
  const folders = new Map<string, PackFolder>()
  for (const entry of await new ZipReader(new Uint8ArrayReader(zip)).getEntries({})) {
    if (entry.directory) continue
    const [name = '', ...path] = entry.filename.split('/')
    const folder: PackFolder = folders.get(name) ?? {
      files: new Map(),
      manifest: { files: [], problems: [] },
      differences: [],
    }
    folders.set(name, folder)
    if (folder.files.has(path.join('/'))) folder.differences.push(`${path.join('/')} is there twice`)
    folder.files.set(path.join('/'), await entry.getData(new Uint8ArrayWriter(), { checkSignature: true }))
  }
  for (const folder of folders.values()) {
    folder.manifest = JSON.parse(new TextDecoder().decode(folder.files.get('manifest.json')))
    const named = new Set(folder.manifest.files.map(({ path }) => path))
    for (const path of folder.files.keys()) {
      if (path !== 'manifest.json' && !named.has(path))
        folder.differences.push(`${path} is not in the manifest`)
    }
    for (const { path, bytes, sha256 } of folder.manifest.files) {
      const file = folder.files.get(path)
      const hash = file && createHash('sha256').update(file).digest('hex')
      if (!file) folder.differences.push(`${path} is missing`)
      else if (file.length !== bytes || hash !== sha256) folder.differences.push(`${path} is another file`)
    }
  }
  return folders
}
