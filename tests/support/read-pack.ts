import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'

/** The parts of a pack's manifest that are checked. */
interface PackManifest {
  format: string
  listings: number
  files: Array<{ path: string; bytes: number; sha256: string }>
}

/** A pack read back by another library than wrote it. */
export interface ReadPack {
  /** By path inside the ZIP. */
  files: Map<string, Uint8Array>
  manifest: PackManifest
  /** One sentence for each difference between manifest and files; empty where all agree. */
  differences: string[]
}

/** Opens a pack and holds every file against its manifest: size, SHA-256, nothing missing, nothing more. */
export async function readPack(bytes: Uint8Array): Promise<ReadPack> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { checkSignature: true })
  const files = new Map<string, Uint8Array>()
  for (const entry of await reader.getEntries()) {
    if (entry.directory) continue
    files.set(entry.filename, await entry.getData(new Uint8ArrayWriter()))
  }
  await reader.close()
  const manifestBytes = files.get('manifest.json')
  if (!manifestBytes) throw new Error('The pack has no manifest.json.')
  const manifest = JSON.parse(new TextDecoder().decode(manifestBytes)) as PackManifest
  const differences: string[] = []
  for (const { path, bytes: size, sha256 } of manifest.files) {
    const content = files.get(path)
    if (!content) {
      differences.push(`${path} is in the manifest and not in the pack.`)
      continue
    }
    if (content.length !== size)
      differences.push(`${path} has ${content.length} bytes, the manifest says ${size}.`)
    const actual = createHash('sha256').update(content).digest('hex')
    if (actual !== sha256) differences.push(`${path} has the hash ${actual}, the manifest says ${sha256}.`)
  }
  const stated = new Set(['manifest.json', ...manifest.files.map(({ path }) => path)])
  for (const path of files.keys()) if (!stated.has(path)) differences.push(`${path} is not in the manifest.`)
  return { files, manifest, differences }
}

/**
 * The next finished pack in the download folder that is not among `known`.
 * @throws Error when none arrives in time.
 */
export const waitForPack = (
  folder: string,
  known: string[] = [],
  ending: '.zip' | '.wacz' = '.zip',
  timeoutMs?: number,
): Promise<string> => waitForFile(folder, known, ending, timeoutMs)

/** The same for a file of any kind. */
export async function waitForFile(
  folder: string,
  known: string[],
  ending: string,
  timeoutMs = 20_000,
): Promise<string> {
  const deadline = Date.now() + timeoutMs
  while (Date.now() < deadline) {
    const names = await readdir(folder, { recursive: true })
    const found = names.find((name) => name.endsWith(ending) && !known.includes(name))
    if (found && !names.some((name) => name.endsWith('.crdownload'))) {
      if ((await readFile(join(folder, found))).length > 0) return join(folder, found)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`No pack arrived in ${folder} within ${timeoutMs / 1000} s.`)
}
