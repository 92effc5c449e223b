import type { Verdict } from './flag.ts'
import type { ListedUrl } from './read-url-list.ts'

/** How a listing of the list stands already. */
export type Standing =
  | { state: 'queued' }
  /** In a filed complaint; the day as the person typed it in, null where it is not stored. */
  | { state: 'filed'; on: string | null }
  /** The person judged that nothing is to be done about it. */
  | { state: 'cleared'; verdict: Verdict; atMs: number }

/** Port: how listings stand, by comId; those of which nothing is known are missing. */
export interface StandingReader {
  standings(comIds: readonly string[]): Promise<Map<string, Standing>>
}

/** An entry of the list, and what will become of it. Each entry has exactly one outcome. */
export type SortedUrl = Pick<ListedUrl, 'place' | 'line' | 'text'> &
  (
    | { outcome: 'new'; comId: string; shownId: string }
    | { outcome: 'duplicate'; comId: string; reason: string }
    | { outcome: 'filed'; comId: string; reason: string }
    | { outcome: 'refused'; reason: string }
  )

export const sortedOutcomes = ['new', 'duplicate', 'filed', 'refused'] as const satisfies Array<
  SortedUrl['outcome']
>

/** Sorts what was read from a list by what is stored already. None is lost, and the order stays. */
export const sortListed = (
  entries: readonly ListedUrl[],
  standings: ReadonlyMap<string, Standing>,
): SortedUrl[] =>
  entries.map((entry): SortedUrl => {
    const { place, line, text } = entry
    const base = { place, line, text }
    if (entry.outcome === 'refused') return { ...base, outcome: 'refused', reason: entry.reason }
    const { comId } = entry
    if (entry.outcome === 'doubled') {
      return {
        ...base,
        outcome: 'duplicate',
        comId,
        reason: `The same listing stands in line ${entry.firstLine}.`,
      }
    }
    const standing = standings.get(comId)
    if (!standing) return { ...base, outcome: 'new', comId, shownId: entry.shownId }
    if (standing.state === 'queued') {
      return { ...base, outcome: 'duplicate', comId, reason: 'It is in the queue already.' }
    }
    if (standing.state === 'filed') {
      const day = standing.on === null ? '' : ` on ${standing.on}`
      return { ...base, outcome: 'filed', comId, reason: `It was filed${day}.` }
    }
    return { ...base, outcome: 'refused', reason: clearedReason(standing) }
  })

const verdictWords: Record<Verdict, string> = {
  infringing: 'infringing',
  suspicious: 'suspicious',
  genuine: 'not infringing',
  'out-of-scope': 'out of scope',
}

/** A person's "not infringing" is not overruled by a list. */
const clearedReason = ({ verdict, atMs }: Extract<Standing, { state: 'cleared' }>): string =>
  `You judged it as ${verdictWords[verdict]} on ${new Date(atMs).toLocaleDateString('en', { dateStyle: 'medium' })}. Open it and flag it there if that has changed.`
