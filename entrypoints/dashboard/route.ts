import { isQueueGroup } from '../../lib/complaints/group-by-ip-type.ts'
import type { QueueGroup } from '../../lib/queue/flag.ts'

/** The pages of the dashboard, as its address names them after the `#`. */
export type Route = { page: 'welcome' } | { page: 'export'; group: QueueGroup } | { page: 'unknown' }

/** Reads `#/welcome` and `#/export?type=trademark`; an address without `#` is the welcome page. */
export function readRoute(hash: string): Route {
  const [path, query = ''] = hash.replace(/^#?\/?/, '').split('?', 2)
  if (path === '' || path === 'welcome') return { page: 'welcome' }
  const group = new URLSearchParams(query).get('type')
  if (path === 'export' && isQueueGroup(group)) return { page: 'export', group }
  return { page: 'unknown' }
}
