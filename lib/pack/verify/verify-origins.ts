import { sha256Hex } from '../../core/digest.ts'
import {
  capturePaths,
  type EvidencePackManifest,
  originPath,
  originPaths,
  type PackedRecord,
  packPaths,
} from '../evidence-pack/evidence-pack-layout.ts'
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
import { checkTimeStamps } from './verify-time-stamps.ts'

/** The papers of a pack, found right. */
interface CheckedOrigin {
  /** Whether a record is one that their maker packed, summed, signed and had entered. */
  vouches(record: PackedRecord): boolean
  /** All their files. */
  names: string[]
  /** What is to be known of their time stamps, each in one sentence. */
  notes: string[]
}

/**
 * Checks the papers of every pack that captures were imported from, and that each vouches for the records that
 * name it. @throws Flawed
 */
export async function checkOrigins(
  files: PackFiles,
  manifest: EvidencePackManifest,
): Promise<Omit<CheckedOrigin, 'vouches'>> {
  const origins = new Map<string, CheckedOrigin>()
  for (const packId of manifest.origins ?? []) origins.set(packId, await checkOrigin(files, packId))
  const used = new Set<string>()
  for (const record of [...manifest.records, ...manifest.earlierRecords]) {
    if (record.origin === undefined) continue
    used.add(record.origin)
    if (!origins.get(record.origin)?.vouches(record)) {
      throw new Flawed(
        packPaths.manifest,
        'origin-silent',
        `The pack that the record of ${record.captureId} is said to come from does not hold it.`,
      )
    }
  }
  if (used.size !== origins.size) {
    throw new Flawed(packPaths.manifest, 'manifest-malformed', 'pack.json names an origin of nothing.')
  }
  const checked = [...origins.values()]
  return { names: checked.flatMap(({ names }) => names), notes: checked.flatMap(({ notes }) => notes) }
}

async function checkOrigin(files: PackFiles, packId: string): Promise<CheckedOrigin> {
  const folder = originPath(packId)
  const papers = filesUnder(files, folder)
  try {
    const publicKey = await readPublicKey(papers)
    const sums = await checkSums(papers, publicKey)
    const manifest = await readManifest(papers, publicKey)
    const paths = originPaths(manifest)
    for (const path of paths) {
      if (path === packPaths.sums || path === packPaths.sumsSignature) continue
      if (sums.get(path) !== (await sha256Hex(await readPackFile(papers, path)))) {
        throw new Flawed(path, 'file-changed', `${path} is not the file that its maker signed.`)
      }
    }
    if (manifest.packId !== packId) {
      throw new Flawed(packPaths.manifest, 'manifest-malformed', 'pack.json is that of another pack.')
    }
    const rows = await readLedger(papers)
    await checkLedger(rows, manifest)
    await checkDeparture(rows, manifest)
    const stamps = await checkTimeStamps((name) => readPackFile(papers, name), manifest, rows)
    if (stamps.flaw) throw new Flawed(stamps.flaw.file, stamps.flaw.code, stamps.flaw.message)
    const entered = enteredRecords(rows)
    const newest = new Set(manifest.records.map(({ recordId }) => recordId))
    const packed = new Map(
      [...manifest.records, ...manifest.earlierRecords].map((record) => [record.recordId, record]),
    )
    const vouches: CheckedOrigin['vouches'] = ({ captureId, recordId, sha256 }) => {
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
    return {
      vouches,
      names: paths.map((path) => originPath(packId, path)),
      notes: stamps.notes.map((note) => `Imported from pack ${packId}: ${note}`),
    }
  } catch (error) {
    if (!(error instanceof Flawed)) throw error
    const { file, code, message } = error.flaw
    throw new Flawed(`${folder}${file}`, code, message)
  }
}
