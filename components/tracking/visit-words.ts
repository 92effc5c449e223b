import type { VisitChoice } from '../../lib/tracking/visit-list.ts'
import type { visitPacing, WaitCause } from '../../lib/tracking/visit-pace.ts'
import { inLanguage } from '../language/language.ts'

const count = (many: number) => `${many.toLocaleString('en')} ${many === 1 ? 'listing' : 'listings'}`
const seconds = (ms: number) => Math.round(ms / 1000)

type Pacing = typeof visitPacing

export const english = {
  lead: ({ leastPauseMs, mostPauseMs, mostAnHour }: Pacing) =>
    `Go through listings to see how they stand now. You open each yourself; Docket notes what its page shows, with a screenshot. Between two lie ${seconds(leastPauseMs)} to ${seconds(mostPauseMs)} seconds, at most ${mostAnHour} are opened an hour, and the list stops at the first security check.`,
  which: 'Listings',
  choice: {
    open: 'without an outcome',
    unproven: 'entered as down, never seen so',
  } satisfies Record<VisitChoice, string>,
  found: (many: number) => `${count(many)}, the longest unseen first`,
  start: (many: number) => `Start with ${count(many)}`,
  nothing: 'There is nothing to visit.',
  progress: (done: number, of: number) => `${done.toLocaleString('en')} of ${of.toLocaleString('en')} opened`,
  next: 'Next',
  nextIs: (title: string) => `Next is: ${title}`,
  pause: 'Pause',
  goOn: 'Go on',
  skip: 'Put to the end',
  end: 'End the list',
  ended: 'Every listing of this list was opened.',
  ready: 'Press Next to open it.',
  paused: 'Paused. Press “Go on” when you want to continue.',
  wait: {
    pause: () => 'Look at the page first; the next may be opened in a moment.',
    hour: ({ mostAnHour }) => `${mostAnHour} were opened within an hour. The next may be opened later.`,
    challenge: () => 'AliExpress showed a security check. The list rests before it goes on.',
  } satisfies Record<WaitCause, (pacing: Pacing) => string>,
  inSeconds: (many: number) => `${many} s`,
  atTime: (time: string) => `at ${time}`,
  challenged:
    'AliExpress shows a security check. Solve it in its tab if you like; the list is paused, and this listing waits again.',
  visited: 'Opened',
  openedAt: (time: string) => `opened ${time}`,
  notSeen: 'nothing noted; move the pointer over its page',
  isOpened: (title: string) => `Opened: ${title}`,
  started: (many: number) => `The list has ${count(many)}.`,
}

/** What the visit list says. */
export const visitWords = inLanguage('tracking/visit-words', english)
