const everyMs = 100

/** Passes progress on ten times a second and at the end: drawing every single item would take longer than its work. */
export function sparing(show: (done: number, of: number) => void): (done: number, of: number) => void {
  let shownAtMs = Number.NEGATIVE_INFINITY
  return (done, of) => {
    if (performance.now() - shownAtMs <= everyMs && done !== of) return
    shownAtMs = performance.now()
    show(done, of)
  }
}
