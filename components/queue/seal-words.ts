import type { SealStatus } from '../../lib/evidence/capture.ts'
import { exactTime } from './row-facts.ts'
import { words } from './words.ts'

/** Whether what was captured is sealed, in a sentence; where not, why. */
export function sealSentence(seal: SealStatus): string {
  if (seal.state === 'sealed') return words.seal.sealed(exactTime(seal.sealedAtMs))
  if (seal.state === 'failed') return words.seal.failed(seal.failure.message)
  return seal.failure ? `${words.seal.due} ${words.seal.lastTry(seal.failure.message)}` : words.seal.due
}

/** The same in one or two words. */
export function sealWord({ state }: SealStatus): string {
  if (state === 'sealed') return words.seal.isSealed
  return state === 'failed' ? words.seal.isFailed : words.seal.isDue
}
