import type { EvidencePackSource } from '../../lib/pack/evidence-pack.ts'
import { buildEvidencePack } from '../../lib/pack/evidence-pack.ts'
import { openPackZip } from '../../lib/pack/open-pack-zip.ts'
import type { PackFiles } from '../../lib/pack/verify-evidence-pack.ts'
import type { TestHouse } from './open-test-database.ts'

export const packSource = (house: TestHouse): EvidencePackSource => ({
  ...house.sealing,
  verifierPage: async () => new TextEncoder().encode('<!doctype html><title>verifier</title>'),
})

/** The ZIP of a pack of these captures. @throws where the export fails. */
export async function exportPack(house: TestHouse, captureIds: string[]): Promise<Blob> {
  const pack = await buildEvidencePack(packSource(house), { captureIds })
  if (!pack.ok) throw new Error(`${pack.error.code}: ${pack.error.message}`)
  return new Response(pack.value.stream).blob()
}

/** All files of a pack in memory, by name. */
export async function unpacked(zip: Blob): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const { names, read } = await openPackZip(zip)
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const name of names) files.set(name, await read(name))
  return files
}

export const packFilesOf = (files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): PackFiles => ({
  names: new Set(files.keys()),
  read: async (name) => files.get(name) ?? new Uint8Array(),
})
