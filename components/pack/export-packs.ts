import { settleComplaint } from '../../lib/complaints/change-complaint.ts'
import type { ComplaintReader } from '../../lib/complaints/complaint-reader.ts'
import type { ComplaintRepo } from '../../lib/complaints/complaint-repo.ts'
import { enterPack } from '../../lib/complaints/enter-pack.ts'
import type { PortalRulesStore } from '../../lib/complaints/portal-rules-store.ts'
import { type ComplaintToPack, readToPack, type ToPack } from '../../lib/complaints/read-to-pack.ts'
import type { Clock } from '../../lib/core/clock.ts'
import { ExpectedError } from '../../lib/core/expected-error.ts'
import { type Sealing, sealCaptures } from '../../lib/evidence/seal/seal-captures.ts'
import {
  buildComplaintPacks,
  type ComplaintPackSource,
} from '../../lib/pack/complaint-pack/complaint-packs.ts'
import type { ComplaintReport } from '../../lib/pack/complaint-pack/complaint-report.ts'
import { buildEvidencePack, type EvidencePackSource } from '../../lib/pack/evidence-pack/evidence-pack.ts'
import { calendarDateOf } from '../../lib/rights/expiry.ts'
import type { RightsRepo } from '../../lib/rights/rights-repo.ts'
import type { PacksView } from './packs-view.ts'
import { type PackFileServices, type WrittenPack, writePack } from './write-pack.ts'

/** What the page of complaint packs needs of the world around it. */
export interface ComplaintPackServices extends PackFileServices {
  reader: Pick<ComplaintReader, 'complaint'>
  repo: ComplaintRepo
  rights: Pick<RightsRepo, 'rights' | 'holders'>
  rules: Pick<PortalRulesStore, 'read'>
  clock: Clock
  version: string
  sealing: Sealing
  packing: Omit<ComplaintPackSource, 'evidencePack'>
  evidencePacks: EvidencePackSource
}

/** Complaint packs that lie ready to be saved. */
export interface ExportedPacks extends WrittenPack {
  complaints: ComplaintReport[]
}

type Progress = (done: number, of: number) => void

/** Checks the complaints as they stand now, and seals what is not sealed yet of those that can be packed. */
export async function preparePacks(
  services: ComplaintPackServices,
  { complaintIds }: PacksView,
  onProgress: Progress,
): Promise<ToPack> {
  const { wallMs, offsetMinutes } = services.clock()
  const toPack = await readToPack(services, complaintIds, {
    today: calendarDateOf(wallMs, offsetMinutes),
    nowMs: wallMs,
  })
  for (const { complaint, warnings } of toPack.ready) await settleComplaint(services, complaint, warnings)
  const comIds = toPack.ready.flatMap(({ lines }) => lines.map(({ line }) => line.comId))
  for (const [at, comId] of comIds.entries()) {
    onProgress(at, comIds.length)
    const stored = (await services.packing.evidence.evidenceOf([comId])).get(comId)
    const open = (stored?.captures ?? []).flatMap(({ capture, job }) =>
      capture && job && (job.seal.state === 'due' || job.seal.state === 'written') ? [capture.captureId] : [],
    )
    if (open.length > 0) await sealCaptures(services.sealing, open)
  }
  return toPack
}

/**
 * Writes the packs into a private file and enters on each complaint that it was packed. Files nothing.
 * @throws ExpectedError where evidence cannot be packed; the signal's reason where it was stopped
 */
export async function exportPacks(
  services: ComplaintPackServices,
  ready: readonly ComplaintToPack[],
  { evidence }: Pick<PacksView, 'evidence'>,
  { onProgress, signal }: { onProgress: Progress; signal: AbortSignal },
): Promise<ExportedPacks | null> {
  if (ready.length === 0) return null
  onProgress(
    0,
    ready.reduce((sum, { lines }) => sum + lines.length, 0),
  )
  const packs = await buildComplaintPacks(
    {
      ...services.packing,
      evidencePack:
        evidence === 'named'
          ? null
          : async (captureIds) => {
              const pack = await buildEvidencePack(services.evidencePacks, { captureIds })
              if (!pack.ok) throw new ExpectedError(pack.error.code, pack.error.message)
              return pack.value.stream
            },
    },
    ready,
    { docketVersion: services.version, onProgress, signal },
  )
  const written = await writePack(services, packs)
  const { name, sha256 } = written
  await enterPack(
    services,
    ready.map(({ complaint }) => complaint.complaintId),
    { packId: packs.packId, name, sha256, packedAtMs: services.clock().wallMs },
  )
  return { ...written, complaints: packs.report() }
}
