import type { OpenPoint } from './open-point.ts'

/** Points of one kind: what mends one of them mends many. */
export interface PointGroup extends Pick<OpenPoint, 'code' | 'severity' | 'field'> {
  points: OpenPoint[]
  /** Listings that they are about, in their order, each once. */
  comIds: string[]
}

/** Gathers points by kind; the order of the first of each stays. */
export function groupPoints(points: readonly OpenPoint[]): PointGroup[] {
  const groups = Map.groupBy(points, ({ code, severity }) => `${severity} ${code}`)
  return [...groups.values()].flatMap((grouped): PointGroup[] => {
    const [first] = grouped
    if (!first) return []
    const { code, severity, field } = first
    const comIds = [...new Set(grouped.flatMap(({ comId }) => comId ?? []))]
    return [{ code, severity, field, points: grouped, comIds }]
  })
}
