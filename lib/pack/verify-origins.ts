import { sha256Hex } from '../core/digest.ts'
import {
  capturePaths,
  type EvidencePackManifest,
  type OriginPath,
  originPath,
  originPaths,
  type PackedRecord,
  packPaths,
} from './evidence-pack-layout.ts'
import { Flawed, filesUnder, type PackFiles, readPackFile } from './pack-files.ts'
import {
  checkDeparture,
  checkLedger,
  checkSums,
  enteredRecords,
  isEnteredIn,
  readLedger,
  readManifest,
  readPublicKey,
} from './pack-papers.ts'

/** Whether a record is one that the origin's maker packed, summed, signed and had entered. */
type Vouches = (record: PackedRecord) => boolean

/**
 * Checks the papers of every pack that captures were imported from, and that each vouches for the records that
 * name it. Returns the names of all their files. @throws Flawed
 */
export async function checkOrigins(files: PackFiles, manifest: EvidencePackManifest): Promise<string[]> {
  const origins = manifest.origins ?? []
  const vouches = new Map<string, Vouches>()
  for (const packId of origins) vouches.set(packId, await checkOrigin(files, packId))
  const used = new Set<string>()
  for (const record of [...manifest.records, ...manifest.earlierRecords]) {
    if (record.origin === undefined) continue
    used.add(record.origin)
    if (!vouches.get(record.origin)?.(record)) {
      throw new Flawed(
        packPaths.manifest,
        'origin-silent',
        `The pack that the record of ${record.captureId} is said to come from does not hold it.`,
      )
    }
  }
  if (used.size !== origins.length) {
    throw new Flawed(packPaths.manifest, 'manifest-malformed', 'pack.json names an origin of nothing.')
  }
  return origins.flatMap((packId) => originPaths.map((path) => originPath(packId, path)))
}

async function checkOrigin(files: PackFiles, packId: string): Promise<Vouches> {
  const folder = originPath(packId, '' as OriginPath)
  const papers = filesUnder(files, folder)
  try {
    const publicKey = await readPublicKey(papers)
    const sums = await checkSums(papers, publicKey)
    for (const path of [packPaths.manifest, packPaths.ledger, packPaths.publicKey]) {
      if (sums.get(path) !== (await sha256Hex(await readPackFile(papers, path)))) {
        throw new Flawed(path, 'file-changed', `${path} is not the file that its maker signed.`)
      }
    }
    const manifest = await readManifest(papers, publicKey)
    if (manifest.packId !== packId) {
      throw new Flawed(packPaths.manifest, 'manifest-malformed', 'pack.json is that of another pack.')
    }
    const rows = await readLedger(papers)
    await checkLedger(rows, manifest)
    await checkDeparture(rows, manifest)
    const entered = enteredRecords(rows)
    const newest = new Set(manifest.records.map(({ recordId }) => recordId))
    const packed = new Map(
      [...manifest.records, ...manifest.earlierRecords].map((record) => [record.recordId, record]),
    )
    return ({ captureId, recordId, sha256 }) => {
      const record = packed.get(recordId)
      const paths = capturePaths(captureId)
      const path = newest.has(recordId) ? paths.record : paths.earlierRecord(recordId)
      return (
        record?.captureId === captureId &&
        record.sha256 === sha256 &&
        record.origin === undefined &&
        sums.get(path) === sha256 &&
        isEnteredIn(entered, record)
      )
    }
  } catch (error) {
    if (!(error instanceof Flawed)) throw error
    const { file, code, message } = error.flaw
    throw new Flawed(`${folder}${file}`, code, message)
  }
}
