import { idPattern } from '../../lib/core/ids.ts'

/** The parts of the page about filed complaints. */
export const followUpParts = ['today', 'cases', 'visits', 'list', 'good-faith', 'days-off'] as const
export type FollowUpPart = (typeof followUpParts)[number]

export type FollowUpView = { part: FollowUpPart } | { part: 'case'; complaintId: string }

/** Reads `follow-up`, `follow-up/<part>` and `follow-up/<id>`; null for any other path. */
export function readFollowUpView(path: string): FollowUpView | null {
  const [place, name, ...rest] = path.split('/')
  if (place !== 'follow-up' || rest.length > 0) return null
  if (name === undefined) return { part: 'today' }
  const part = followUpParts.find((known) => known === name && known !== 'today')
  if (part) return { part }
  return idPattern.test(name) ? { part: 'case', complaintId: name } : null
}

export const followUpHash = (part: FollowUpPart): string =>
  part === 'today' ? '#/follow-up' : `#/follow-up/${part}`

export const caseHash = (complaintId: string): string => `#/follow-up/${complaintId}`
