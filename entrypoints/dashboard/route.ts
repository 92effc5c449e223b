import { type EvidenceKind, evidenceKinds } from '../../components/pack/evidence-kind.ts'
import type { EvidenceChoice } from '../../components/pack/export-evidence.ts'
import { isQueueGroup } from '../../lib/complaints/group-by-ip-type.ts'
import { idPattern } from '../../lib/core/ids.ts'
import type { QueueGroup } from '../../lib/queue/flag.ts'

/** The pages of the dashboard, as its address names them after the `#`. */
export type Route =
  | { page: 'welcome' }
  | { page: 'settings' }
  | { page: 'import' }
  | { page: 'restore' }
  | { page: 'export'; group: QueueGroup }
  | { page: 'evidence'; kind: EvidenceKind; choice: EvidenceChoice }
  | { page: 'unknown' }

/**
 * Reads `#/welcome`, `#/settings`, `#/import`, `#/restore`, `#/export?type=trademark` and what `evidenceHash` writes;
 * an address without `#` is the welcome page.
 */
export function readRoute(hash: string): Route {
  const [path, query = ''] = hash.replace(/^#?\/?/, '').split('?', 2)
  if (path === '' || path === 'welcome') return { page: 'welcome' }
  if (path === 'settings' || path === 'import' || path === 'restore') return { page: path }
  const parameters = new URLSearchParams(query)
  const group = parameters.get('type')
  if (path !== 'export' || !isQueueGroup(group)) return { page: 'unknown' }
  const pack = parameters.get('pack')
  const captureIds = parameters.getAll('capture')
  if (pack === null && captureIds.length === 0) return { page: 'export', group }
  const kind = evidenceKinds.find((known) => known === pack)
  if (!kind || !captureIds.every((id) => idPattern.test(id))) return { page: 'unknown' }
  return { page: 'evidence', kind, choice: { group, captureIds: captureIds.length > 0 ? captureIds : null } }
}

/** E.g. `#/export?type=trademark&pack=evidence`, with a `capture` for each one where only some are wanted. */
export function evidenceHash({ group, captureIds }: EvidenceChoice, kind: EvidenceKind = 'evidence'): string {
  const parameters = new URLSearchParams({ type: group, pack: kind })
  for (const captureId of captureIds ?? []) parameters.append('capture', captureId)
  return `#/export?${parameters}`
}
