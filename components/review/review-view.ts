import {
  everything,
  evidenceChoices,
  markChoices,
  type ReviewFilter,
  reviewSorts,
  reviewTypes,
  reviewVerdicts,
} from '../../lib/queue/review/review-filter.ts'

/** The pages of review, as the address names them. */
export type ReviewView = { view: 'list'; filter: ReviewFilter } | { view: 'play' }

export const playHash = '#/review/play'

/** Reads what `reviewHash` writes and `playHash`; null for anything else. */
export function readReviewView(path: string, parameters: URLSearchParams): ReviewView | null {
  if (path === 'review/play') return { view: 'play' }
  return path === 'review' ? { view: 'list', filter: readFilter(parameters) } : null
}

function readFilter(parameters: URLSearchParams): ReviewFilter {
  const oneOf = <Value extends string>(name: string, known: readonly Value[], otherwise: Value): Value =>
    known.find((value) => value === parameters.get(name)) ?? otherwise
  const matching = (name: string, pattern: RegExp): string => {
    const value = parameters.get(name) ?? ''
    return pattern.test(value) ? value : ''
  }
  return {
    text: parameters.get('find') ?? '',
    verdict: oneOf('verdict', reviewVerdicts, 'all'),
    type: oneOf('type', reviewTypes, 'all'),
    right: matching('right', /^[\w-]{1,40}$/) || 'all',
    sellerId: matching('seller', /^\d{4,15}$/),
    from: matching('from', /^\d{4}-\d{2}-\d{2}$/),
    to: matching('to', /^\d{4}-\d{2}-\d{2}$/),
    keyword: parameters.get('keyword') ?? '',
    evidence: oneOf('evidence', evidenceChoices, 'all'),
    mark: oneOf('review', markChoices, 'all'),
    sort: oneOf('sort', reviewSorts, 'newest'),
  }
}

const parameterNames = {
  text: 'find',
  verdict: 'verdict',
  type: 'type',
  right: 'right',
  sellerId: 'seller',
  from: 'from',
  to: 'to',
  keyword: 'keyword',
  evidence: 'evidence',
  mark: 'review',
  sort: 'sort',
} satisfies Record<keyof ReviewFilter, string>

/** E.g. `#/review?find=bottle&type=undecided`. */
export function reviewHash(filter: ReviewFilter): string {
  const parameters = new URLSearchParams()
  for (const name of Object.keys(parameterNames) as Array<keyof ReviewFilter>) {
    if (filter[name] !== everything[name]) parameters.set(parameterNames[name], filter[name])
  }
  return parameters.size > 0 ? `#/review?${parameters}` : '#/review'
}
