import type { FiledListing } from './filed-listing.ts'
import { memberOfFiled } from './filed-listing.ts'
import { type JudgedListing, memberOfJudged } from './judged-listing.ts'
import type { Member } from './member.ts'
import { isWithin, type Span } from './span.ts'

export const workSteps = ['evidence', 'filing', 'outcome'] as const
/** Work on one listing: flagging with evidence, filing, and keeping its outcome. */
export type WorkStep = (typeof workSteps)[number]

/** Minutes for one listing, as the person measured or estimated them. */
export interface StepMinutes {
  byHand: number
  withDocket: number
}

export type WorkBaseline = Record<WorkStep, StepMinutes>

/** The most minutes that one listing can be said to take. */
export const maxMinutes = 600

/** Port: where the person's baseline is kept. Null until it was entered: nothing is assumed. */
export interface WorkBaselineStore {
  read(): Promise<WorkBaseline | null>
  save(baseline: WorkBaseline): Promise<void>
}

export interface WorkRow {
  step: WorkStep
  members: Member[]
  minutes: StepMinutes
  /** May be negative: then Docket takes longer, as the person says. */
  savedMinutes: number
}

/** What was done in these days, by the person's own minutes. */
export function workSaved(
  { judged, filed }: { judged: readonly JudgedListing[]; filed: readonly FiledListing[] },
  baseline: WorkBaseline,
  span: Span,
): WorkRow[] {
  const members: Record<WorkStep, Member[]> = {
    evidence: judged
      .filter(
        ({ judgedOn, captureId, verdict }) =>
          captureId !== null && verdict === 'infringing' && isWithin(span, judgedOn),
      )
      .map(memberOfJudged),
    filing: filed.filter(({ filedOn }) => isWithin(span, filedOn)).map((line) => memberOfFiled(line)),
    outcome: filed
      .filter(({ since }) => since !== null && isWithin(span, since))
      .map((line) => memberOfFiled(line, line.since ?? line.filedOn)),
  }
  return workSteps.map((step) => {
    const minutes = baseline[step]
    const saved = members[step].length * (minutes.byHand - minutes.withDocket)
    return { step, members: members[step], minutes, savedMinutes: Math.round(saved * 10) / 10 }
  })
}
