import type { CalendarDate } from '../rights/right.ts'

/**
 * The platform's penalties for a seller as its published rules count them (AliExpress, "Update of Enforcement
 * Actions for IPR", rev. 16 January 2025, and Seller Basic Rules ch. III, rev. 2 April 2026; PORTAL.md §5). An
 * estimate: the platform's own tally is not public, it counts complaints of others too, and a removal that somebody
 * saw need not be a penalty. So it tends to be too low.
 */
export interface PenaltyEstimate {
  /** Strikes that live today, oldest first. */
  strikes: PenaltyWindow[]
  /** Days with other removals that live today, oldest first, with the points of each. */
  pointDays: Array<{ on: CalendarDate; points: number; comIds: string[]; livesUntil: CalendarDate }>
  points: number
  /** What strikes and points bring by the rules, today. */
  strikeSanction: StrikeSanction
  pointSanction: PointSanction
  next: NextStep
}

/** One strike: all serious cases within three days. */
export interface PenaltyWindow {
  from: CalendarDate
  /** Last day of the three: a case after it is another strike. */
  until: CalendarDate
  comIds: string[]
  livesUntil: CalendarDate
}

export const strikeSanctions = ['none', 'frozen', 'frozen-deposit', 'closed'] as const
export type StrikeSanction = (typeof strikeSanctions)[number]

export const pointSanctions = [
  { points: 48, sanction: 'closed' },
  { points: 36, sanction: 'frozen-30-days' },
  { points: 24, sanction: 'frozen-14-days' },
  { points: 12, sanction: 'frozen-7-days' },
  { points: 6, sanction: 'no-goods-3-days' },
  { points: 2, sanction: 'warning' },
] as const
export type PointSanction = (typeof pointSanctions)[number]['sanction'] | 'none'

/** What closes the store, or would. */
export interface NextStep {
  isClosedByRules: boolean
  strikesToClose: number
  pointDaysToClose: number
  /** First day on which a serious case would be a further strike. */
  nextStrikeFrom: CalendarDate
  /** When the first of what lives lapses; null where nothing lives. */
  firstLapseOn: CalendarDate | null
}

/** One listing known to be removed. */
export interface PenaltyCase {
  comId: string
  on: CalendarDate
  /** A mark like the registered one on goods of its class; everything else counts points. */
  isSerious: boolean
}

const windowDays = 3
const livesDays = 365
const strikesThatClose = 3
const pointsThatClose = 48
const pointsOfRepeat = 6

/** Counts cases up to `today`; later ones are left out. */
export function estimatePenalties(cases: readonly PenaltyCase[], today: CalendarDate): PenaltyEstimate {
  const past = cases.filter(({ on }) => on <= today)
  const isAlive = (on: CalendarDate) => addDays(on, livesDays) > today
  const windows = strikeWindows(past.filter(({ isSerious }) => isSerious))
  const strikes = windows.filter(({ from }) => isAlive(from))
  const byDay = Map.groupBy(
    past.filter(({ isSerious, on }) => !isSerious && isAlive(on)),
    ({ on }) => on,
  )
  const pointDays = [...byDay]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([on, cases], at) => ({
      on,
      // The first violation has no points; where an older one has lapsed the rules do not say, so the lower number.
      points: at === 0 ? 0 : pointsOfRepeat,
      comIds: distinctIds(cases),
      livesUntil: addDays(on, livesDays - 1),
    }))
  const points = pointDays.reduce((sum, day) => sum + day.points, 0)
  const lastUntil = windows.at(-1)?.until
  const lapses = [...strikes, ...pointDays].map(({ livesUntil }) => addDays(livesUntil, 1)).sort()
  const firstIsFree = pointDays.length === 0 ? 1 : 0
  return {
    strikes,
    pointDays,
    points,
    strikeSanction: strikeSanctions[Math.min(strikes.length, strikesThatClose)] ?? 'none',
    pointSanction: pointSanctions.find((step) => points >= step.points)?.sanction ?? 'none',
    next: {
      isClosedByRules: strikes.length >= strikesThatClose || points >= pointsThatClose,
      strikesToClose: Math.max(0, strikesThatClose - strikes.length),
      pointDaysToClose:
        points >= pointsThatClose ? 0 : Math.ceil((pointsThatClose - points) / pointsOfRepeat) + firstIsFree,
      nextStrikeFrom: lastUntil !== undefined && lastUntil >= today ? addDays(lastUntil, 1) : today,
      firstLapseOn: lapses[0] ?? null,
    },
  }
}

/** A window begins with the first case that lies in none, and lasts three days. */
function strikeWindows(serious: readonly PenaltyCase[]): PenaltyWindow[] {
  const windows: PenaltyWindow[] = []
  for (const one of [...serious].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const last = windows.at(-1)
    if (last && one.on <= last.until) {
      if (!last.comIds.includes(one.comId)) last.comIds.push(one.comId)
      continue
    }
    windows.push({
      from: one.on,
      until: addDays(one.on, windowDays - 1),
      comIds: [one.comId],
      livesUntil: addDays(one.on, livesDays - 1),
    })
  }
  return windows
}

const distinctIds = (cases: readonly PenaltyCase[]) => [...new Set(cases.map(({ comId }) => comId))]

const addDays = (day: CalendarDate, days: number): CalendarDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
