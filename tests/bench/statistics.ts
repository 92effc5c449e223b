/** The value below which `share` of the values lie (nearest rank); NaN for an empty list. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export const median = (values: number[]): number => quantile(values, 0.5)

/** One line of the bench's table. */
export interface Figure {
  what: string
  /** Measured, with its unit. */
  measured: string
  budget: string
  /** The plain thing that was measured beside it in the same run, and how many times as long ours takes. */
  beside: string
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`

/** "3.1 × a bare commit (0.9 ms)". */
export const times = (ours: number, baseline: number, name: string): string =>
  `${(ours / baseline).toFixed(1)} × ${name} (${ms(baseline)})`
