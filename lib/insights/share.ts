/** A part of a whole. */
export interface Share {
  part: number
  of: number
  /** Whole percent, rounded down; null where the whole is too small for one to mean anything. */
  percent: number | null
}

/** Under this many, one listing more or less moves a percentage by over five. */
const leastForPercent = 20

export const shareOf = (part: number, of: number): Share => ({
  part,
  of,
  percent: of < leastForPercent ? null : Math.floor((part * 100) / of),
})
