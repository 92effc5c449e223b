import { canonicalJson } from '../../core/canonical-json.ts'
import { parseHostileJson } from '../../core/hostile-json.ts'
import type { Failure } from '../../core/result.ts'

/** The files of a pack: from a ZIP, a folder or memory. */
export interface PackFiles {
  names: ReadonlySet<string>
  /** @throws where the file cannot be read. */
  read(name: string): Promise<Uint8Array<ArrayBuffer>>
}

/** The first thing that is wrong, and in which file. */
export interface PackFlaw extends Failure {
  file: string
}

/** Thrown at the first flaw; `verifyEvidencePack` turns it into its answer. */
export class Flawed extends Error {
  readonly flaw: PackFlaw

  constructor(file: string, code: string, message: string) {
    super(message)
    this.flaw = { file, code, message }
  }
}

/** Only what lies under this folder, by the names that it has there. */
export function filesUnder(files: PackFiles, folder: string): PackFiles {
  const names = [...files.names].filter((name) => name.startsWith(folder))
  return {
    names: new Set(names.map((name) => name.slice(folder.length))),
    read: (name) => files.read(`${folder}${name}`),
  }
}

/** The name again. @throws Flawed where no such file is there. */
export function present(files: PackFiles, name: string): string {
  if (!files.names.has(name)) throw new Flawed(name, 'file-missing', `${name} is missing.`)
  return name
}

/** @throws Flawed */
export async function readPackFile(files: PackFiles, name: string): Promise<Uint8Array<ArrayBuffer>> {
  present(files, name)
  try {
    return await files.read(name)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Flawed(name, 'file-unreadable', `${name} cannot be read (${reason}).`)
  }
}

/** @throws Flawed */
export const readPackText = async (files: PackFiles, name: string): Promise<string> =>
  packText(name, await readPackFile(files, name))

/** @throws Flawed */
export function packText(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Flawed(name, 'text-malformed', `${name} is not UTF-8 text.`)
  }
}

/** @throws Flawed */
export const readCanonical = async (files: PackFiles, name: string): Promise<unknown> =>
  canonicalValue(name, await readPackText(files, name))

/** JSON that is exactly the one canonical text of its value. @throws Flawed */
export function canonicalValue(name: string, text: string): unknown {
  const value = parseHostileJson(text)
  if (!value.ok || canonicalJson(value.value) !== text) {
    throw new Flawed(name, 'not-canonical', `${name} is not canonical JSON (RFC 8785).`)
  }
  return value.value
}
