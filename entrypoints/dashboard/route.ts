import { type InsightsView, readInsightsView } from '../../components/insights/insights-view.ts'
import { type EvidenceKind, evidenceKinds } from '../../components/pack/evidence-kind.ts'
import type { EvidenceChoice } from '../../components/pack/export-evidence.ts'
import { type PacksView, readPacksView } from '../../components/pack/packs-view.ts'
import { type ReviewView, readReviewView } from '../../components/review/review-view.ts'
import { type RightsView, readRightsView } from '../../components/rights/rights-view.ts'
import { readSellersView, type SellersView } from '../../components/sellers/sellers-view.ts'
import { type FollowUpView, readFollowUpView } from '../../components/tracking/follow-up-view.ts'
import { isQueueGroup } from '../../lib/complaints/group-by-ip-type.ts'
import { type Field, isField } from '../../lib/complaints/open-point.ts'
import { idPattern } from '../../lib/core/ids.ts'
import type { CaptureFilter } from '../../lib/evidence/find-captures.ts'
import { captureStates } from '../../lib/evidence/find-captures.ts'
import type { QueueGroup } from '../../lib/queue/flag.ts'

/** The pages of the dashboard, as its address names them after the `#`. */
export type Route =
  | { page: 'welcome' }
  | { page: 'settings' }
  | { page: 'complaints' }
  | { page: 'quick-entry' }
  /** `field`: what is to be mended there first. */
  | { page: 'complaint'; complaintId: string; field: Field | null }
  | { page: 'packs'; view: PacksView }
  /** `comparisonId` null: a new one. */
  | { page: 'comparison'; complaintId: string; comparisonId: string | null; comId: string | null }
  | { page: 'import' }
  | { page: 'restore' }
  | { page: 'backup' }
  | { page: 'restore-backup' }
  | { page: 'data-export' }
  | { page: 'captures'; filter: CaptureFilter }
  | { page: 'capture'; captureId: string; part: string | null }
  | { page: 'storage' }
  | { page: 'export'; group: QueueGroup }
  | { page: 'evidence'; kind: EvidenceKind; choice: EvidenceChoice }
  | { page: 'follow-up'; view: FollowUpView }
  | { page: 'review'; view: ReviewView }
  | { page: 'rights'; view: RightsView }
  | { page: 'sellers'; view: SellersView }
  | { page: 'insights'; view: InsightsView }
  | { page: 'unknown' }

/** Those about complaints. */
export type ComplaintsRoute = Extract<Route, { page: 'complaints' | 'complaint' | 'comparison' }>

/**
 * Reads `#/welcome`, `#/settings`, `#/import`, `#/restore`, `#/backup`, `#/backup/restore`, `#/data-export`, `#/quick-entry`, `#/export?type=trademark`, and what the
 * functions named `…Hash` write; an address without `#` is the welcome page.
 */
export function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2)
  const parameters = new URLSearchParams(query)
  if (path === '' || path === 'welcome') return { page: 'welcome' }
  if (path === 'settings' || path === 'import' || path === 'restore' || path === 'quick-entry')
    return { page: path }
  if (path === 'backup' || path === 'data-export') return { page: path }
  if (path === 'backup/restore') return { page: 'restore-backup' }
  if (path === 'evidence') return { page: 'captures', filter: readFilter(parameters) }
  if (path === 'evidence/storage') return { page: 'storage' }
  if (path === 'export') return readExport(parameters)
  if (path === 'complaints' || path.startsWith('complaints/')) return readComplaints(path, parameters)
  const followUp = readFollowUpView(path)
  if (followUp) return { page: 'follow-up', view: followUp }
  const review = readReviewView(path, parameters)
  if (review) return { page: 'review', view: review }
  const rights = readRightsView(path, parameters)
  if (rights) return { page: 'rights', view: rights }
  const sellers = readSellersView(path, parameters)
  if (sellers) return { page: 'sellers', view: sellers }
  const insights = readInsightsView(path, parameters)
  if (insights) return { page: 'insights', view: insights }
  const captureId = /^evidence\/([^/]+)$/.exec(path)?.[1] ?? ''
  if (idPattern.test(captureId)) return { page: 'capture', captureId, part: parameters.get('part') }
  return { page: 'unknown' }
}

function readExport(parameters: URLSearchParams): Route {
  const group = parameters.get('type')
  if (!isQueueGroup(group)) return { page: 'unknown' }
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

function readFilter(parameters: URLSearchParams): CaptureFilter {
  const wanted = parameters.get('state')
  return {
    text: parameters.get('find') ?? '',
    state: captureStates.find((state) => state === wanted) ?? 'all',
  }
}

/** E.g. `#/export?type=trademark&pack=evidence`, with a `capture` for each one where only some are wanted. */
export function evidenceHash({ group, captureIds }: EvidenceChoice, kind: EvidenceKind = 'evidence'): string {
  const parameters = new URLSearchParams({ type: group, pack: kind })
  for (const captureId of captureIds ?? []) parameters.append('capture', captureId)
  return `#/export?${parameters}`
}

/** The same for captures of any group: where captures are named, the group chooses nothing. */
export const chosenEvidenceHash = (captureIds: string[]): string =>
  evidenceHash({ group: 'undecided', captureIds })

/** The list of captures, e.g. `#/evidence?find=bottle&state=incomplete`. */
export function capturesHash({ text, state }: CaptureFilter): string {
  const parameters = new URLSearchParams()
  if (text !== '') parameters.set('find', text)
  if (state !== 'all') parameters.set('state', state)
  return parameters.size > 0 ? `#/evidence?${parameters}` : '#/evidence'
}

/** One capture, and which part of it is shown. */
export const captureHash = (captureId: string, part: string | null = null): string =>
  `#/evidence/${captureId}${part === null ? '' : `?part=${part}`}`

export const storageHash = '#/evidence/storage'
