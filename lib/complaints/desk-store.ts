/** An entry of a form that the person has put in. */
export interface DeskMark {
  /** The complaint, counter-notice or appeal. */
  subjectId: string
  entryId: string
  /** What the entry held then: where it holds something else by now, it has to be put in again. */
  value: string
  atMs: number
}

/** Port: what the filing desk remembers beside the complaints themselves. */
export interface DeskStore {
  marks(subjectId: string): Promise<DeskMark[]>
  mark(mark: DeskMark): Promise<void>
  unmark(subjectId: string, entryId: string): Promise<void>
  /** What lies on the desk; null where nothing was put there. */
  onDesk(): Promise<string | null>
  putOnDesk(subjectId: string): Promise<void>
}

/** How an entry stands: put in, put in with another value than it has now, or not yet. */
export function markState(
  marks: readonly DeskMark[],
  entryId: string,
  value: string,
): 'done' | 'changed' | 'open' {
  const mark = marks.find((one) => one.entryId === entryId)
  if (!mark) return 'open'
  return mark.value === value ? 'done' : 'changed'
}
