import { fail, ok, type Result } from '../../core/result.ts'
import { type KeyStore, pemOf } from '../../evidence/seal/seal.ts'
import { keyPath, originPath, timeStampFolder } from './evidence-pack-layout.ts'
import { type ChosenCapture, named } from './sealed-captures.ts'

/** The papers of a pack by their paths, `originPaths`, byte for byte as they were in it. */
export type PackPapers = Record<string, Uint8Array<ArrayBuffer>>

/** Where keys and papers of evidence come from that was not sealed here. */
export interface CarriedPaperSource {
  keys: KeyStore
  /** What was kept of a pack that captures were imported from; null for unknown packs. */
  papersOf(packId: string): Promise<PackPapers | null>
}

/** What an export carries along so that records of other keys and ledgers can be checked; both in order. */
export interface CarriedPapers {
  /** Other keys that records are signed with, by fingerprint. */
  keys: Map<string, Uint8Array<ArrayBuffer>>
  /** Papers of the packs that captures were imported from. */
  origins: Map<string, PackPapers>
}

/** Fails with `key-unknown` and `origin-unknown`. */
export async function carriedPapers(
  { keys, papersOf }: CarriedPaperSource,
  chosen: ChosenCapture[],
  ownFingerprint: string,
): Promise<Result<CarriedPapers>> {
  const carried: CarriedPapers = { keys: new Map(), origins: new Map() }
  for (const { record, signedWith } of chosen) {
    for (const fingerprint of signedWith) {
      if (fingerprint === ownFingerprint || carried.keys.has(fingerprint)) continue
      const publicKey = await keys.publicKeyOf(fingerprint)
      if (!publicKey) return fail('key-unknown', `The key ${fingerprint} is no longer stored.`)
      carried.keys.set(fingerprint, publicKey)
    }
    if (record.origin === undefined || carried.origins.has(record.origin)) continue
    const papers = await papersOf(record.origin)
    if (!papers) return { ok: false, error: named(record.captureId, originUnknown) }
    carried.origins.set(record.origin, papers)
  }
  return ok({ keys: sortedByKey(carried.keys), origins: sortedByKey(carried.origins) })
}

/** The files of it, by their names in a pack. */
export function* carriedFiles({ keys, origins }: CarriedPapers) {
  for (const [fingerprint, publicKey] of keys) {
    yield { name: keyPath(fingerprint), bytes: new TextEncoder().encode(pemOf(publicKey)) }
  }
  for (const [packId, papers] of origins) {
    for (const [path, bytes] of Object.entries(papers)) yield { name: originPath(packId, path), bytes }
  }
}

/** Whether time stamps are among them. */
export const carriesTimeStamps = ({ origins }: CarriedPapers): boolean =>
  [...origins.values()].some((papers) => Object.keys(papers).some((path) => path.startsWith(timeStampFolder)))

const sortedByKey = <T>(map: Map<string, T>): Map<string, T> =>
  new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)))

const originUnknown = {
  code: 'origin-unknown',
  message: 'The papers of the pack that it was imported from are no longer stored.',
}
