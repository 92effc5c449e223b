import { linksPerComplaint, portalOf } from '../../lib/complaints/portal-rules.ts'
import type { PortalRulesStore } from '../../lib/complaints/portal-rules-store.ts'
import { canonicalJson } from '../../lib/core/canonical-json.ts'
import type { Clock, Moment } from '../../lib/core/clock.ts'
import { newId } from '../../lib/core/ids.ts'
import { enterDeparture } from '../../lib/evidence/departure.ts'
import type { LedgerWriter } from '../../lib/evidence/ledger/append-to-ledger.ts'
import { anchorOf } from '../../lib/evidence/ledger/ledger.ts'
import { unnamedOperator } from '../../lib/evidence/ledger/ledger-act.ts'
import type { SealRepo } from '../../lib/evidence/seal/seal-repo.ts'
import type { PackReport } from '../../lib/pack/queue-pack/pack-report.ts'
import type { ReadBytes } from '../../lib/pack/queue-pack/pack-screenshot.ts'
import { buildQueuePack } from '../../lib/pack/queue-pack/queue-pack.ts'
import { type QueueGroup, queueGroupOf } from '../../lib/queue/flag.ts'
import type { QueueEntry, QueueReader } from '../../lib/queue/queue-entry.ts'
import { type PackFileServices, type WrittenPack, writePack } from './write-pack.ts'

/** What the export of complaint packs needs of the world around it. */
export interface ExportServices extends PackFileServices {
  reader: QueueReader
  rules: Pick<PortalRulesStore, 'read'>
  readBytes: ReadBytes
  /** What the export is entered with in the ledger; null where the storage is only shown. */
  entering: (LedgerWriter & { seals: Pick<SealRepo, 'addDeparture' | 'operatorName'> }) | null
  clock: Clock
  version: string
  /** Opens the page that makes an evidence pack of these captures. */
  openEvidence(group: QueueGroup, captureIds: string[]): void
}

/** A complaint pack that lies ready to be saved. */
export interface ExportedPack extends WrittenPack {
  report: PackReport
  /** Everything that was captured of its listings, in their order. */
  captureIds: string[]
}

/**
 * Writes the pack of one group into a private file; null where the group has no listing. It stands in the ledger before
 * its first byte, for it holds screenshots.
 */
export async function exportQueue(
  services: ExportServices,
  group: QueueGroup,
  onProgress: (done: number, of: number) => void,
): Promise<ExportedPack | null> {
  const entries = (await services.reader.entries()).filter(({ flag }) => queueGroupOf(flag) === group)
  if (entries.length === 0) return null
  onProgress(0, entries.length)
  const { rules } = await services.rules.read()
  const portal = portalOf(rules, rules.defaultPortalId)
  if (!portal) throw new Error('The rules name a default portal that they do not have.')
  const made = services.clock()
  const captureIds = entries.flatMap(({ flag }) => flag.captureId ?? [])
  const entered = services.entering && (await enter(services.entering, { group, entries, captureIds, made }))
  const pack = buildQueuePack(
    { entries, evidence: services.reader.evidence, readBytes: services.readBytes },
    {
      group,
      linksPerFile: linksPerComplaint(portal, null),
      made,
      entered,
      tool: { name: 'Docket', version: services.version },
      onProgress,
    },
  )
  const written = await writePack(services, pack)
  return {
    ...written,
    report: pack.report(),
    captureIds: await services.reader.captureIdsOf(entries.map(({ flag }) => flag.comId)),
  }
}

async function enter(
  writer: NonNullable<ExportServices['entering']>,
  {
    group,
    entries,
    captureIds,
    made,
  }: { group: QueueGroup; entries: QueueEntry[]; captureIds: string[]; made: Moment },
) {
  const packId = newId(made.wallMs)
  const actor = (await writer.seals.operatorName()) ?? unnamedOperator
  const payload = canonicalJson({ packId, group, comIds: entries.map(({ flag }) => flag.comId), captureIds })
  const row = await enterDeparture(writer, { actor, packId, captureIds, payload })
  return { packId, ledger: anchorOf(row) }
}
