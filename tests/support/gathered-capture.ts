import { sha256Hex } from '../../lib/core/digest.ts'
import { newId } from '../../lib/core/ids.ts'
import type { Artefact, ArtefactKind } from '../../lib/evidence/capture.ts'
import type { PartKind } from '../../lib/evidence/gather/capture-part.ts'
import { sealCaptures } from '../../lib/evidence/seal/seal-captures.ts'
import type { FlagRequest } from '../../lib/messaging/protocol.ts'
import { captureWithScreenshot } from './capture-with-screenshot.ts'
import type { TestHouse } from './open-test-database.ts'
import { buildListing, buildSighting } from './records.ts'

export interface GatheredFileSeed {
  name: string
  mediaType: string
  bytes: Uint8Array<ArrayBuffer>
  sourceUrl?: string
  cut?: string
}

const kindOf: Record<PartKind, ArtefactKind> = {
  'page-state': 'page-state',
  'page-snapshot': 'page-snapshot',
  mhtml: 'mhtml',
  'product-images': 'product-image',
  'full-page-screenshot': 'full-page-screenshot',
}

/** An item page's capture with these files gathered, every other part ended; sealed unless it is not wanted. */
export async function gatheredCapture(
  house: TestHouse,
  files: Partial<Record<PartKind, GatheredFileSeed[]>>,
  { isSealed = true, ...overrides }: Partial<FlagRequest> & { isSealed?: boolean } = {},
  png?: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const comId = overrides.comId ?? '1005007000000001'
  const captureId = await captureWithScreenshot(
    house,
    {
      ...{ captureId: newId(), comId, row: null, listing: buildListing(comId) },
      sighting: buildSighting({
        pageKind: 'item',
        pageUrl: `https://www.aliexpress.com/item/${comId}.html`,
        ...{ keyword: null, rank: null, resultsPage: null, sponsored: null },
      }),
      ...overrides,
    },
    png,
  )
  const [job] = await house.evidence.jobs([captureId])
  for (const kind of Object.keys(kindOf) as PartKind[]) {
    const part = job?.parts[kind]
    if (!part) continue
    const wanted = files[kind] ?? []
    await house.evidence.saveParts(captureId, { [kind]: { ...part, state: 'running' } }, 1)
    const artefacts: Artefact[] = []
    for (const file of wanted) {
      const artefact = await artefactOf(kind, file)
      await house.evidence.keepArtefact(captureId, kind, artefact, file.bytes, 1)
      artefacts.push(artefact)
    }
    const state = wanted.length > 0 ? 'done' : 'not-wanted'
    await house.evidence.saveParts(captureId, { [kind]: { ...part, state, tries: 1, artefacts } }, 1)
  }
  if (isSealed) await sealCaptures(house.sealing, [captureId])
  return captureId
}

async function artefactOf(
  kind: PartKind,
  { name, mediaType, bytes, sourceUrl, cut }: GatheredFileSeed,
): Promise<Artefact> {
  return {
    ...{ kind: kindOf[kind], name, mediaType, bytes: bytes.byteLength, sha256: await sha256Hex(bytes) },
    ...{ obtainedBy: 'test', subject: null, takenAtMs: Date.UTC(2026, 10, 23, 10) },
    ...{ pageUrl: null, sourceUrl: sourceUrl ?? null, cut: cut ?? null, redacted: [] },
  }
}
