import { type EvidenceKind, evidenceKinds } from '../../components/pack/evidence-kind.ts'
import type { EvidenceChoice } from '../../components/pack/export-evidence.ts'
import { type PacksView, readPacksView } from '../../components/pack/packs-view.ts'
import { type RightsView, readRightsView } from '../../components/rights/rights-view.ts'
import { isQueueGroup } from '../../lib/complaints/group-by-ip-type.ts'
import { type Field, isField } from '../../lib/complaints/open-point.ts'
import { idPattern } from '../../lib/core/ids.ts'
import type { QueueGroup } from '../../lib/queue/flag.ts'

/** The pages of the dashboard, as its address names them after the `#`. */
export type Route =
  | { page: 'welcome' }
  | { page: 'settings' }
  | { page: 'complaints' }
  /** `field`: what is to be mended there first. */
  | { page: 'complaint'; complaintId: string; field: Field | null }
  | { page: 'packs'; view: PacksView }
  /** `comparisonId` null: a new one. */
  | { page: 'comparison'; complaintId: string; comparisonId: string | null; comId: string | null }
  | { page: 'export'; group: QueueGroup }
  | { page: 'evidence'; kind: EvidenceKind; choice: EvidenceChoice }
  | { page: 'rights'; view: RightsView }
  | { page: 'unknown' }

/**
 * Reads `#/welcome`, `#/settings`, `#/export?type=trademark`, what `evidenceHash` and `rightsHash` write; an address
 * without `#` is the welcome page.
 */
export function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2)
  if (path === '' || path === 'welcome') return { page: 'welcome' }
  if (path === 'settings') return { page: 'settings' }
  const parameters = new URLSearchParams(query)
  if (path === 'complaints' || path.startsWith('complaints/')) return readComplaints(path, parameters)
  const rights = readRightsView(path, parameters)
  if (rights) return { page: 'rights', view: rights }
  const group = parameters.get('type')
  if (path !== 'export' || !isQueueGroup(group)) return { page: 'unknown' }
  const pack = parameters.get('pack')
  const captureIds = parameters.getAll('capture')
  if (pack === null && captureIds.length === 0) return { page: 'export', group }
  const kind = evidenceKinds.find((known) => known === pack)
  if (!kind || !captureIds.every((id) => idPattern.test(id))) return { page: 'unknown' }
  return { page: 'evidence', kind, choice: { group, captureIds: captureIds.length > 0 ? captureIds : null } }
}

/** `#/complaints`, what `packsHash` writes, `#/complaints/<id>?field=<field>`, `#/complaints/<id>/compare/<id or "new">?item=<number>`. */
function readComplaints(path: string, parameters: URLSearchParams): Route {
  const [, complaintId, compare, comparisonId, ...rest] = path.split('/')
  if (complaintId === undefined) return { page: 'complaints' }
  if (complaintId === 'packs' && compare === undefined) {
    const view = readPacksView(parameters)
    return view ? { page: 'packs', view } : { page: 'unknown' }
  }
  if (!idPattern.test(complaintId) || rest.length > 0) return { page: 'unknown' }
  if (compare === undefined) {
    const field = parameters.get('field')
    return { page: 'complaint', complaintId, field: isField(field) ? field : null }
  }
  const isNew = comparisonId === 'new'
  if (compare !== 'compare' || comparisonId === undefined || !(isNew || idPattern.test(comparisonId))) {
    return { page: 'unknown' }
  }
  const item = parameters.get('item')
  const comId = item !== null && /^\d{6,19}$/.test(item) ? item : null
  return { page: 'comparison', complaintId, comparisonId: isNew ? null : comparisonId, comId }
}

/** E.g. `#/export?type=trademark&pack=evidence`, with a `capture` for each one where only some are wanted. */
export function evidenceHash({ group, captureIds }: EvidenceChoice, kind: EvidenceKind = 'evidence'): string {
  const parameters = new URLSearchParams({ type: group, pack: kind })
  for (const captureId of captureIds ?? []) parameters.append('capture', captureId)
  return `#/export?${parameters}`
}
