import { linksPerComplaint, portalOf } from '../../lib/complaints/portal-rules.ts'
import type { PortalRulesStore } from '../../lib/complaints/portal-rules-store.ts'
import type { Clock } from '../../lib/core/clock.ts'
import type { PackReport } from '../../lib/pack/pack-report.ts'
import type { ReadBytes } from '../../lib/pack/pack-screenshot.ts'
import { buildQueuePack } from '../../lib/pack/queue-pack.ts'
import { type QueueGroup, queueGroupOf } from '../../lib/queue/flag.ts'
import type { QueueReader } from '../../lib/queue/queue-entry.ts'
import { type PackFileServices, type WrittenPack, writePack } from './write-pack.ts'

/** What the export of complaint packs needs of the world around it. */
export interface ExportServices extends PackFileServices {
  reader: QueueReader
  rules: Pick<PortalRulesStore, 'read'>
  readBytes: ReadBytes
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

/** Writes the pack of one group into a private file; null where the group has no listing. */
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
  const pack = buildQueuePack(
    { entries, evidence: services.reader.evidence, readBytes: services.readBytes },
    {
      group,
      linksPerFile: linksPerComplaint(portal, null),
      made: services.clock(),
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
