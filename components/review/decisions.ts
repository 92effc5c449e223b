import type { Flag, Judgement } from '../../lib/queue/flag.ts'

export const decisions = [
  'trademark',
  'copyright',
  'patent',
  'undecided',
  'suspicious',
  'genuine',
  'out-of-scope',
] as const
/** What a person decides with one key: a type makes it infringing. */
export type Decision = (typeof decisions)[number]

export const decisionKeys: Record<Decision, string> = {
  trademark: 't',
  copyright: 'c',
  patent: 'p',
  undecided: 'u',
  suspicious: 'l',
  genuine: 'g',
  'out-of-scope': 'x',
}

export function judgementOf(decision: Decision): Partial<Judgement> {
  switch (decision) {
    case 'trademark':
    case 'copyright':
    case 'patent':
      return { ipType: decision }
    case 'undecided':
      return { verdict: 'infringing', ipType: null }
    case 'suspicious':
    case 'genuine':
    case 'out-of-scope':
      return { verdict: decision }
  }
}

export const decisionOf = ({ verdict, ipType }: Pick<Flag, 'verdict' | 'ipType'>): Decision =>
  verdict === 'infringing' ? (ipType ?? 'undecided') : verdict

/** Null for a key that decides nothing. */
export const decisionOfKey = (key: string): Decision | null =>
  decisions.find((decision) => decisionKeys[decision] === key) ?? null
