import { sha256Hex } from '../../lib/core/digest.ts'
import { type SigningKey, sign } from '../../lib/evidence/seal/seal.ts'
import type { EvidencePackSource } from '../../lib/pack/evidence-pack/evidence-pack.ts'
import { buildEvidencePack } from '../../lib/pack/evidence-pack/evidence-pack.ts'
import { packPaths, sumsLine } from '../../lib/pack/evidence-pack/evidence-pack-layout.ts'
import { openPackZip } from '../../lib/pack/verify/open-pack-zip.ts'
import type { PackFiles } from '../../lib/pack/verify/pack-files.ts'
import type { TestHouse } from './open-test-database.ts'

const encode = (text: string) => new TextEncoder().encode(text)

/** Stands for the canvas, which Node has not: each copy names its original. */
const namingDrawer: EvidencePackSource['pictures'] = {
  open: async (bytes) => {
    const reduced = { jpeg: encode('reduced'), width: 100, height: 80 }
    const png = encode(`annotated copy of ${await sha256Hex(bytes)}`)
    return {
      width: 1366,
      height: 768,
      textWidth: (text, sizePx) => (text.length * sizePx) / 2,
      annotated: async () => ({ png, reduced }),
      reduced: async () => reduced,
      close: () => {},
    }
  },
}

/** Everything that a pack is made from; the report of these packs is a list of what it would show. */
export const packSource = (house: TestHouse): EvidencePackSource => ({
  ...house.sealing,
  pictures: namingDrawer,
  writeReport: async ({ part, captures }) => encode(JSON.stringify({ part, captures })),
  verifierPage: async () => new TextEncoder().encode('<!doctype html><title>verifier</title>'),
  timeStamps: { stamps: house.stamps, stampRow: async () => ({ state: 'off' }) },
  papersOf: house.papersOf,
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

/** The pack with other contents, its sums and their signature made to fit: as only the owner of the key could. */
export async function summedAgain(
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
  key: SigningKey,
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const again = new Map(files)
  again.delete(packPaths.sums)
  again.delete(packPaths.sumsSignature)
  let sums = ''
  for (const [name, bytes] of again) sums += sumsLine(await sha256Hex(bytes), name)
  const bytes = new TextEncoder().encode(sums)
  again.set(packPaths.sums, bytes)
  return again.set(packPaths.sumsSignature, await sign(key, bytes))
}

/** The same bytes with one bit turned. */
export function withBitTurned(bytes: Uint8Array<ArrayBuffer>, bit: number): Uint8Array<ArrayBuffer> {
  const at = bit >> 3
  return bytes.with(at, (bytes[at] ?? 0) ^ (1 << (bit & 7)))
}
