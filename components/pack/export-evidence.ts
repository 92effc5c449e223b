import { ExpectedError } from '../../lib/core/expected-error.ts'
import type { CaptureJob } from '../../lib/evidence/capture.ts'
import { type Sealing, sealCaptures } from '../../lib/evidence/seal/seal-captures.ts'
import { buildEvidencePack, type EvidencePackSource } from '../../lib/pack/evidence-pack/evidence-pack.ts'
import type { PackTimeStamps } from '../../lib/pack/evidence-pack/pack-time-stamps.ts'
import { flawOfCapture } from '../../lib/pack/evidence-pack/sealed-captures.ts'
import type { WebArchiveSource } from '../../lib/pack/web-archive/wacz.ts'
import { type QueueGroup, queueGroupOf } from '../../lib/queue/flag.ts'
import type { QueueReader } from '../../lib/queue/queue-entry.ts'
import type { EvidenceKind } from './evidence-kind.ts'
import { words } from './words.ts'
import { type PackFileServices, type WrittenPack, writePack } from './write-pack.ts'

/** What the export of evidence packs needs of the world around it. */
export interface EvidenceExportServices extends PackFileServices {
  reader: QueueReader
  sealing: Sealing
  verifierPage: EvidencePackSource['verifierPage']
  webArchiveKeys: WebArchiveSource['webArchiveKeys']
  timeStamps: EvidencePackSource['timeStamps']
  pictures: EvidencePackSource['pictures']
  writeReport: EvidencePackSource['writeReport']
  papersOf: EvidencePackSource['papersOf']
}

/** Which captures: all of a group's listings, or exactly these. */
export interface EvidenceChoice {
  group: QueueGroup
  captureIds: string[] | null
}

/** A capture that cannot go into the pack, or a listing that has none, and what to do about it. */
export interface BlockedCapture {
  /** Null where no page of the listing was captured. */
  captureId: string | null
  /** Null where the capture is not stored. */
  comId: string | null
  message: string
}

export interface PreparedEvidence {
  /** Sealed and whole, in the order of the choice. */
  ready: string[]
  blocked: BlockedCapture[]
}

/** An evidence pack or web archive that lies ready to be saved. */
export interface ExportedEvidence extends WrittenPack {
  kind: EvidenceKind
  /** How many captures, and of how many listings: one that was opened later has two. */
  captures: number
  listings: number
  /** SHA-256 of the public key, for the case file. */
  fingerprint: string
  /** Null in web archives, which carry none. */
  timeStamps: PackTimeStamps | null
  /** Annotated copies that could not be made of imported pictures. */
  undrawn: readonly string[]
}

type Progress = (done: number, of: number) => void

/** So often a capture is looked at anew that something else (the background) sealed or changed meanwhile. */
const mostRounds = 3

/**
 * Seals what is not sealed yet, and reads every capture as packing will: what is damaged is named here,
 * before an export enters the ledger.
 */
export async function prepareEvidence(
  services: EvidenceExportServices,
  { group, captureIds }: EvidenceChoice,
  onProgress: Progress,
): Promise<PreparedEvidence> {
  const of = captureIds ? { captureIds, uncaptured: [] } : await evidenceOfGroup(services.reader, group)
  const chosen = [...new Set(of.captureIds)]
  const prepared: PreparedEvidence = { ready: [], blocked: of.uncaptured.map(uncapturedListing) }
  for (const [index, captureId] of chosen.entries()) {
    onProgress(index, chosen.length)
    const blocked = await blockedCapture(services, captureId)
    if (blocked) prepared.blocked.push(blocked)
    else prepared.ready.push(captureId)
  }
  return prepared
}

/** Writes an export of these captures into a private file. @throws ExpectedError where they cannot be packed. */
export async function exportEvidence(
  services: EvidenceExportServices,
  kind: EvidenceKind,
  captureIds: string[],
  onProgress: Progress,
): Promise<ExportedEvidence> {
  const { sealing, papersOf, webArchiveKeys, writeFile } = services
  const { verifierPage, timeStamps, pictures, writeReport } = services
  onProgress(0, captureIds.length)
  const source = { ...sealing, papersOf, verifierPage, timeStamps, pictures, writeReport }
  const build = {
    evidence: () => buildEvidencePack(source, { captureIds, onProgress }),
    'web-archive': async () => {
      // 100 kB of code, loaded when it is wanted.
      const { buildWacz } = await import('../../lib/pack/web-archive/wacz.ts')
      return buildWacz({ ...sealing, papersOf, webArchiveKeys }, { captureIds, onProgress })
    },
  }
  const pack = await build[kind]()
  if (!pack.ok) throw new ExpectedError(pack.error.code, pack.error.message)
  const written = await writePack({ writeFile }, pack.value)
  return {
    ...written,
    kind,
    captures: captureIds.length,
    listings: new Set(await comIdsOf(sealing, captureIds)).size,
    fingerprint: pack.value.fingerprint,
    timeStamps: 'timeStamps' in pack.value ? pack.value.timeStamps : null,
    undrawn: 'undrawn' in pack.value ? pack.value.undrawn : [],
  }
}

/** `uncaptured`: listings that were added from a list and not opened yet. */
async function evidenceOfGroup(reader: QueueReader, group: QueueGroup) {
  const flags = (await reader.entries())
    .map(({ flag }) => flag)
    .filter((flag) => queueGroupOf(flag) === group)
  return {
    captureIds: await reader.captureIdsOf(flags.map(({ comId }) => comId)),
    uncaptured: flags.filter(({ captureId }) => captureId === null).map(({ comId }) => comId),
  }
}

const uncapturedListing = (comId: string): BlockedCapture => ({
  captureId: null,
  comId,
  message: words.evidence.notCaptured,
})

const comIdsOf = ({ seals }: Sealing, captureIds: string[]): Promise<string[]> =>
  Promise.all(captureIds.map(async (captureId) => (await seals.capture(captureId))?.job.comId ?? captureId))

async function blockedCapture(
  services: EvidenceExportServices,
  captureId: string,
): Promise<BlockedCapture | null> {
  const { sealing } = services
  for (let round = 1; ; round++) {
    const stored = await sealing.seals.capture(captureId)
    if (!stored) return { captureId, comId: null, message: words.evidence.notStored }
    const { comId, seal, screenshot } = stored.job
    if (seal.state === 'failed' && round === 1) {
      // Given up after three tries of its own; that a person asks for it is worth one more.
      await sealing.seals.saveSeal(stored.job, {
        state: 'due',
        recordId: seal.recordId,
        tries: seal.tries - 1,
        failure: null,
      })
      await sealCaptures(sealing, [captureId])
      continue
    }
    const isOpen = seal.state === 'due' || seal.state === 'written'
    const isStuck = screenshot.state === 'pending' || (round > 1 && 'failure' in seal && seal.failure)
    if (!isOpen) {
      if (seal.state === 'failed') return { captureId, comId, message: whyNotSealed(stored.job) }
      const flaw = await flawOfCapture(sealing, captureId)
      return flaw && { captureId, comId, message: flaw.message }
    }
    if (isStuck || round > mostRounds) return { captureId, comId, message: whyNotSealed(stored.job) }
    await sealCaptures(sealing, [captureId])
  }
}

function whyNotSealed({ screenshot, seal }: CaptureJob): string {
  if (screenshot.state === 'pending') return words.evidence.screenshotPending
  const failure = 'failure' in seal ? seal.failure : null
  return failure ? words.evidence.tryFailed(failure.message) : words.evidence.busy
}
