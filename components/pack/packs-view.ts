import { idPattern } from '../../lib/core/ids.ts'

/** Which complaints are packed, and whether their evidence packs go in. */
export interface PacksView {
  complaintIds: string[]
  /** `named`: by capture and hash. `included`: as an evidence pack in each folder. */
  evidence: 'named' | 'included'
}

/** E.g. `#/complaints/packs?complaint=…&complaint=…`. */
export function packsHash({ complaintIds, evidence }: PacksView): string {
  const parameters = new URLSearchParams()
  for (const complaintId of complaintIds) parameters.append('complaint', complaintId)
  if (evidence === 'included') parameters.set('evidence', evidence)
  return `#/complaints/packs?${parameters}`
}

/** What `packsHash` wrote; null where that is not understood: never more is packed than was chosen. */
export function readPacksView(parameters: URLSearchParams): PacksView | null {
  const complaintIds = parameters.getAll('complaint')
  const evidence = parameters.get('evidence')
  if (complaintIds.length === 0 || !complaintIds.every((id) => idPattern.test(id))) return null
  if (evidence !== null && evidence !== 'included') return null
  return { complaintIds, evidence: evidence ?? 'named' }
}
