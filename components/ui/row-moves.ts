/** By how many rows each key moves in a list of which `rowsPerPage` are in view; Infinity goes to the end. */
export const rowMoves = (rowsPerPage: number): Readonly<Record<string, number>> => ({
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: rowsPerPage,
  PageUp: -rowsPerPage,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
})
