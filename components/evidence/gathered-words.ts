import type { CaptureJob } from '../../lib/evidence/capture.ts'
import { completenessOf, type MissingPart, partsProgress } from '../../lib/evidence/completeness.ts'
import type { CopyState } from '../../lib/evidence/copy-state.ts'
import type { LedgerRow } from '../../lib/evidence/ledger/ledger.ts'
import { exactTime } from '../queue/row-facts.ts'
import { words } from './words.ts'

export type Tone = 'good' | 'warn' | 'danger' | 'plain' | 'busy'

/** What a state is called, and how it looks. */
export interface StateWords {
  tone: Tone
  text: string
}

/** What was gathered of a capture, in a few words. `isBeingGathered`: the background is at it. */
export function gatheredWords(
  job: CaptureJob | null,
  purge: LedgerRow | null,
  isBeingGathered: boolean,
): StateWords {
  if (purge) return { tone: 'plain', text: words.gathered.purged(exactTime(purge.at.wallMs)) }
  if (!job) return { tone: 'danger', text: words.gathered.damaged }
  const completeness = completenessOf(job)
  if (completeness.state === 'not-wanted') return { tone: 'plain', text: words.gathered.notWanted }
  if (completeness.state === 'complete') {
    const text = job.gathering === 'none' ? words.gathered.screenshotOnly : words.gathered.complete
    return { tone: 'good', text: completeness.cuts.length === 0 ? text : words.gathered.cut }
  }
  const { missing } = completeness
  const parts = missing.filter(({ isInPart }) => !isInPart).map(({ part }) => part)
  const inPart = missing.map(({ part }) => part).filter((part) => !parts.includes(part))
  const lacking = [partNames(parts), partNames(inPart)] as const
  if (completeness.state === 'incomplete') return { tone: 'warn', text: words.gathered.missing(...lacking) }
  if (completeness.state === 'interrupted') {
    return { tone: 'warn', text: words.gathered.interrupted(...lacking) }
  }
  if (job.gathering !== 'open') return { tone: 'busy', text: words.gathered.waiting }
  if (!isBeingGathered) return { tone: 'warn', text: words.gathered.interrupted(...lacking) }
  const { done, of } = partsProgress(job)
  return { tone: 'busy', text: words.gathered.gathering(done, of) }
}

/** Each part once, in its order. */
const partNames = (parts: Array<MissingPart['part']>): string[] => [
  ...new Set(parts.map((part) => words.part[part])),
]

/** Whether it is sealed, in two words. */
export function sealWords({ seal }: CaptureJob): StateWords {
  if (seal.state === 'sealed') return { tone: 'good', text: words.seal.sealed }
  if (seal.state === 'failed') return { tone: 'danger', text: words.seal.failed }
  return { tone: seal.failure ? 'warn' : 'plain', text: words.seal.due }
}

/** How the copy outside the browser stands, in two words. */
export function copyWords(state: CopyState): StateWords {
  const tones = { due: 'plain', writing: 'plain', copied: 'good', failed: 'warn' } as const
  return { tone: tones[state], text: words.copy[state] }
}
