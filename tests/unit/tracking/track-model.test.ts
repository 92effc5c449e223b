import fc from 'fast-check'
import { expect, test } from 'vitest'
import { enterWaitingActs } from '../../../lib/evidence/ledger/append-to-ledger.ts'
import { verifyLedger } from '../../../lib/evidence/ledger/ledger.ts'
import { payloadHashOf } from '../../../lib/evidence/ledger/ledger-act.ts'
import type { ComplaintOutcome, FiledState } from '../../../lib/tracking/complaint-outcome.ts'
import { decideComplaint } from '../../../lib/tracking/decide-complaint.ts'
import { type Entered, enterOutcomes } from '../../../lib/tracking/enter-outcomes.ts'
import type { LineOutcome, LineState } from '../../../lib/tracking/line-outcome.ts'
import { takeBack } from '../../../lib/tracking/take-back.ts'
import { houseWithFiled, today } from './tracking-house.ts'

type House = Awaited<ReturnType<typeof houseWithFiled>>

/** PORTAL.md §4.4, written down a second time: the product's own table is what is tried. */
const lineSteps: Record<LineState, string> = {
  filed: 'removed geo-blocked rejected counter-noticed withdrawn gone-before-filing',
  removed: 'counter-noticed reinstated withdrawn relisted',
  'geo-blocked': 'removed counter-noticed reinstated withdrawn relisted',
  rejected: 'removed geo-blocked',
  'counter-noticed': 'removed geo-blocked reinstated rejected withdrawn',
  reinstated: 'removed geo-blocked',
  withdrawn: '',
  'gone-before-filing': 'relisted',
  relisted: 'relisted',
}
const complaintSteps: Record<FiledState, string> = {
  filed: 'accepted rejected withdrawn',
  accepted: 'withdrawn closed',
  rejected: 'accepted closed',
  withdrawn: 'closed',
  closed: '',
}
const follows = (steps: string, state: string): boolean => steps.split(' ').includes(state)
const isOpenState = (state: LineState): boolean => state === 'filed' || state === 'counter-noticed'

/** One listing or the complaint, as the rules of PORTAL.md §4.4 say it must stand: a stack of states. */
interface Stack<State> {
  states: State[]
  relistedAs: Array<string | null>
  places: number[]
  events: number
}
interface Model {
  complaint: Stack<FiledState>
  lines: Array<Stack<LineState>>
}

const newStack = <State>(state: State): Stack<State> => ({
  ...{ states: [state], relistedAs: [null], places: [0], events: 0 },
})
const top = <State>({ states }: Stack<State>): State => states.at(-1) as State
const push = <State>(stack: Stack<State>, state: State, relistedAs: string | null = null) => {
  stack.events += 1
  stack.states.push(state)
  stack.relistedAs.push(relistedAs)
  stack.places.push(stack.events)
}

const mayFollow = (line: Stack<LineState>, { state, by, relistedAs }: LineOutcome): boolean =>
  follows(lineSteps[top(line)], state) &&
  (state === 'reinstated') === (by !== null) &&
  (state === 'relisted') === (relistedAs !== null) &&
  !(state === 'relisted' && relistedAs === line.relistedAs.at(-1))

/** Everything that is stored agrees with the model, and every event is told to the ledger once. */
async function agrees(model: Model, real: House): Promise<void> {
  const [filed] = await real.reader.filed()
  expect(filed?.track.state).toBe(top(model.complaint))
  expect(filed?.lines.map(({ track }) => track.state)).toEqual(model.lines.map(top))
  const tracks = [filed?.track, ...(filed?.lines.map(({ track }) => track) ?? [])]
  const stacks = [model.complaint, ...model.lines]
  expect(tracks.map((track) => track?.events.length)).toEqual(stacks.map(({ events }) => events))
  expect(tracks.flatMap((track) => track?.events.map(({ place }) => place))).toEqual(
    stacks.flatMap(({ events }) => Array.from({ length: events }, (_, at) => at + 1)),
  )
  expect(await real.waitingActs()).toHaveLength(stacks.reduce((sum, { events }) => sum + events, 0))
  if (top(model.complaint) === 'closed') {
    expect(model.lines.some((line) => isOpenState(top(line)))).toBe(false)
  }
}

class EnterLines implements fc.AsyncCommand<Model, House> {
  readonly entries: Array<{ at: number; outcome: LineOutcome }>
  constructor(entries: Array<{ at: number; outcome: LineOutcome }>) {
    this.entries = entries
  }
  check = () => true
  toString = () => `enter ${JSON.stringify(this.entries)}`
  async run(model: Model, real: House) {
    const wanted = structuredClone(model.lines)
    const isLegal = this.entries.every(({ at, outcome }) => {
      const line = wanted[at] as Stack<LineState>
      const isFree = top(model.complaint) !== 'closed' || outcome.state === 'relisted'
      if (!isFree || !mayFollow(line, outcome)) return false
      push(line, outcome.state, outcome.relistedAs)
      return true
    })
    const result = await enterOutcomes(
      real.deps,
      this.entries.map(({ at, outcome }) => ({
        ...{ lineId: real.lines[at]?.lineId ?? '', outcome, on: today, note: '' },
      })),
      'list',
      today,
    )
    expect(result.ok).toBe(isLegal)
    if (isLegal) model.lines = wanted
    if (!result.ok) expect(result.error.message).toMatch(/\.$/)
    await agrees(model, real)
  }
}

class Decide implements fc.AsyncCommand<Model, House> {
  readonly outcome: ComplaintOutcome
  readonly withLines: boolean
  constructor(outcome: ComplaintOutcome, withLines: boolean) {
    this.outcome = outcome
    this.withLines = withLines
  }
  check = () => true
  toString = () => `decide ${JSON.stringify(this.outcome)} ${this.withLines ? 'with lines' : ''}`
  async run(model: Model, real: House) {
    const { state, reason } = this.outcome
    const isLegal =
      follows(complaintSteps[top(model.complaint)], state) &&
      !(state === 'rejected' && reason === '') &&
      !(state === 'closed' && model.lines.some((line) => isOpenState(top(line))))
    const [complaintId = ''] = real.complaintIds
    const decision = { outcome: this.outcome, on: today, note: '', withLines: this.withLines }
    const result = await decideComplaint(real.deps, complaintId, decision, today)
    expect(result.ok).toBe(isLegal)
    if (isLegal) {
      push(model.complaint, state)
      if (this.withLines && state !== 'closed') {
        const following = ({ accepted: 'removed', rejected: 'rejected', withdrawn: 'withdrawn' } as const)[
          state
        ]
        for (const line of model.lines) {
          const isAsked = state === 'withdrawn' ? top(line) !== 'rejected' : isOpenState(top(line))
          if (isAsked && follows(lineSteps[top(line)], following)) push(line, following)
        }
      }
    }
    await agrees(model, real)
  }
}

class TakeBack implements fc.AsyncCommand<Model, House> {
  /** The complaint where null. */
  readonly at: number | null
  readonly isNewest: boolean
  constructor(at: number | null, isNewest: boolean) {
    this.at = at
    this.isNewest = isNewest
  }
  check = () => true
  toString = () => `take back ${this.at ?? 'the complaint'}${this.isNewest ? '' : ', an older one'}`
  async run(model: Model, real: House) {
    const stack = (this.at === null ? model.complaint : model.lines[this.at]) as Stack<string>
    const subjectId = (this.at === null ? real.complaintIds[0] : real.lines[this.at]?.lineId) ?? ''
    const place = (stack.places.at(-1) ?? 0) - (this.isNewest ? 0 : 1)
    const isLegal =
      this.isNewest && stack.states.length > 1 && !(this.at !== null && top(model.complaint) === 'closed')
    const entered: Entered = [{ subjectId, place }]
    expect((await takeBack(real.deps, entered)).ok).toBe(isLegal)
    if (isLegal) {
      stack.events += 1
      stack.states.pop()
      stack.relistedAs.pop()
      stack.places.pop()
    }
    await agrees(model, real)
  }
}

const by = fc.constantFrom('holder' as const, 'platform' as const)
const otherItem = fc.constantFrom('1005009000000001', '1005009000000002')
const state = fc.constantFrom(
  ...(['removed', 'geo-blocked', 'rejected', 'counter-noticed', 'reinstated', 'withdrawn'] as const),
  ...(['gone-before-filing', 'relisted'] as const),
)
const whole: fc.Arbitrary<LineOutcome> = fc.tuple(state, by, otherItem).map(([wanted, who, which]) => ({
  state: wanted,
  by: wanted === 'reinstated' ? who : null,
  relistedAs: wanted === 'relisted' ? which : null,
  reason: '',
}))
const careless = fc.record({
  state,
  by: fc.option(by),
  relistedAs: fc.option(otherItem),
  reason: fc.constant(''),
})
const lineOutcome = fc.oneof({ weight: 6, arbitrary: whole }, { weight: 1, arbitrary: careless })

const commands = [
  fc
    .array(fc.record({ at: fc.nat(2), outcome: lineOutcome }), { minLength: 1, maxLength: 3 })
    .map((entries) => new EnterLines(entries)),
  fc
    .tuple(
      fc.constantFrom('accepted' as const, 'rejected' as const, 'withdrawn' as const, 'closed' as const),
      fc.constantFrom('', 'No evidence.'),
      fc.boolean(),
    )
    .map(([state, reason, withLines]) => new Decide({ state, reason }, withLines)),
  fc.tuple(fc.option(fc.nat(2)), fc.boolean()).map(([at, isNewest]) => new TakeBack(at, isNewest)),
]

test('whatever a person enters, the states are those that the rules allow, and every event is told once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 20 }), async (some) => {
      const real = await houseWithFiled([3])
      const before = (await real.waitingActs()).length
      await enterWaitingActs(real.house.sealing)
      const model: Model = {
        complaint: newStack<FiledState>('filed'),
        lines: [0, 1, 2].map(() => newStack<LineState>('filed')),
      }
      await fc.asyncModelRun(() => ({ model, real }), some)
      const acts = await real.waitingActs()
      await enterWaitingActs(real.house.sealing)
      const { ledger } = real.house.sealing
      const rows = await ledger.rowsFrom(1, 10_000)
      expect(await verifyLedger(rows, await anchorIn(real))).toBeNull()
      const own = rows.slice(before)
      expect(own.map(({ action }) => action)).toEqual(acts.map(() => 'outcome-entered'))
      for (const [at, { act }] of acts.entries()) {
        expect(own[at]?.payloadHash).toBe(await payloadHashOf(JSON.parse(act.payload)))
      }
      real.house.database.close()
    }),
    { numRuns: 60 },
  )
}, 60_000)

const anchorIn = async ({ house }: House) =>
  (await house.anchors.read()) ?? { count: 0, head: '0'.repeat(64) }
