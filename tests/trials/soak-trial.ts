import { type BackEnd, backEndArgs } from './back-end.ts'
import { runTrial, type Trial, type TrialBackEnd, type TrialFindings, type TrialResult } from './trial.ts'

/** What a trial in a browser is told. */
export interface TrialOptions {
  /** How many of what the trial counts first: captures, kills, switches. */
  amount: number
  seed: number
  backEnd: BackEnd
  /** Switches that give the browser this back-end. */
  args: string[]
  onProgress: (line: string) => void
}

/** A trial in a real browser, with its amount for each kind of run. */
export interface SoakTrial extends Trial {
  /** "any" where the store makes no difference. */
  backEnds: readonly TrialBackEnd[]
  amount: { test: number; quick: number; soak: number }
  work: (options: TrialOptions) => Promise<TrialFindings>
}

export function runSoakTrial(
  { plan, name, what, work }: SoakTrial,
  options: { backEnd: TrialBackEnd; amount: number; seed: number; onProgress?: (line: string) => void },
): Promise<TrialResult> {
  const { amount, seed, onProgress = () => undefined } = options
  const backEnd = options.backEnd === 'SQLite' ? 'SQLite' : 'LevelDB'
  return runTrial({ plan, name, what, backEnd: options.backEnd, seed }, () =>
    work({ amount, seed, backEnd, args: backEndArgs(backEnd), onProgress }),
  )
}
