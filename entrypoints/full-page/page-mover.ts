import type {
  MeasuredPage,
  Moved,
  MoveStop,
  PageMover,
} from '../../lib/evidence/screenshot/full-page-ports.ts'
import { createFloatingParts } from './floating-parts.ts'
import { frames, picturesShown } from './page-waits.ts'
import { watchPerson } from './person-watch.ts'
import { holdSeam, type Seam, shiftOf } from './seam.ts'

/** A page is not moved under somebody who scrolls: so long they must have rested, and so long that is waited for. */
const restMs = 1000
const restTimeoutMs = 15_000

/** The background may die between two calls: the page is put back by itself. */
const lapseMs = 12_000

/** Waiting at each window, and for the whole way down, for what loads only when it is seen. */
const lazyStepMs = 120
const lazyPicturesMs = 500
const lazyPassMs = 12_000
/** Pictures are there since the way down, but may have to be decoded again. */
const decodeMs = 700

/** Scrolling may make the page change its height (a header that shrinks): so often the place is corrected. */
const corrections = 4

interface Session {
  floating: ReturnType<typeof createFloatingParts>
  person: ReturnType<typeof watchPerson>
  start: { left: number; top: number }
  /** Held at the end of the last accepted picture. */
  seam: Seam
  /** Held before the picture that is being taken. */
  next: Seam
  /** Where the page was put for it. */
  put: { top: number; shift: number }
}

export function createPageMover(): PageMover {
  let session: Session | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function stopOf({ person }: Session): MoveStop | null {
    if (document.visibilityState !== 'visible') return 'hidden'
    if (person.hasMoved()) return 'person'
    return (visualViewport?.scale ?? 1) > 1.01 ? 'zoomed' : null
  }

  /** Ends what was begun, whoever comes first: background, timer, or a new beginning. */
  function end(): void {
    clearTimeout(timer)
    if (!session) return
    const { floating, person, start } = session
    session = null
    person.stop()
    floating.restore()
    if (!person.hasMoved()) scrollTo({ ...start, behavior: 'instant' })
  }

  /** Runs one call of the background; null where nothing was begun or it has lapsed. */
  async function during<T>(work: (current: Session) => Promise<Moved<T>>): Promise<Moved<T>> {
    clearTimeout(timer)
    if (!session) return { stop: 'lapsed' }
    const current = session
    try {
      const stop = stopOf(current)
      return stop ? { stop } : await work(current)
    } finally {
      clearTimeout(timer)
      if (session === current) timer = setTimeout(end, lapseMs)
    }
  }

  return {
    async begin() {
      end()
      session = {
        floating: createFloatingParts(),
        person: watchPerson(),
        start: { left: scrollX, top: scrollY },
        seam: [],
        next: [],
        put: { top: scrollY, shift: 0 },
      }
      return during(async (current) => {
        if (!(await current.person.rests(restMs, restTimeoutMs))) return { stop: 'person' }
        // What they did before is their place to come back to.
        current.person.forget()
        current.start = { left: scrollX, top: scrollY }
        current.floating.show('all')
        return { stop: null, value: pageSize() }
      })
    },

    loadLazy: ({ pageHeight }) =>
      during(async (current) => {
        const untilMs = performance.now() + lazyPassMs
        for (
          let top = 0;
          top < Math.min(pageSize().height, pageHeight);
          top += pageSize().windowHeight * 0.9
        ) {
          jump(top)
          await new Promise((resolve) => setTimeout(resolve, lazyStepMs))
          await picturesShown(lazyPicturesMs)
          const stop = session === current ? stopOf(current) : 'lapsed'
          if (stop) return { stop }
          if (performance.now() > untilMs) break
        }
        jump(0)
        // What the page does when it is scrolled to its top belongs to its height.
        await frames(2)
        await picturesShown(lazyPicturesMs)
        return { stop: null, value: pageSize() }
      }),

    goTo: ({ top, show }) =>
      during(async (current) => {
        const { floating, seam } = current
        let { shift } = current.put
        const windowHeight = pageSize().windowHeight
        for (let round = 0; ; round++) {
          // Never below the place: rows would be missing between two pictures.
          jump(shift === 0 ? top : Math.floor(top + shift))
          await frames(2)
          floating.show(show)
          await picturesShown(decodeMs)
          if (session !== current) return { stop: 'lapsed' }
          const now = shiftOf(seam, shift)
          if (now === null || Math.abs(now - shift) > windowHeight / 2) return { stop: 'moved' }
          if (Math.abs(now - shift) < 1) break
          if (round === corrections) return { stop: 'moved' }
          shift = now
        }
        const stop = stopOf(current)
        if (stop) return { stop }
        current.put = { top: scrollY, shift }
        current.next = holdSeam(floating.firstInFlow, windowHeight, shift)
        const value = {
          scrollTop: scrollY,
          shift,
          lowerFloating: floating.lowerShown(),
          lowerHidden: floating.lowerHidden(),
        }
        return { stop: null, value }
      }),

    check: () =>
      during(async (current) => {
        const { floating, put, next } = current
        const shift = shiftOf(next, put.shift)
        const stands =
          Math.abs(scrollY - put.top) < 1 &&
          shift !== null &&
          Math.abs(shift - put.shift) < 1 &&
          floating.isTrue()
        if (!stands) return { stop: 'moved' }
        current.seam = next
        return { stop: null, value: pageSize() }
      }),

    async end() {
      end()
    },
  }
}

const jump = (top: number): void => scrollTo({ left: 0, top, behavior: 'instant' })

function pageSize(): MeasuredPage {
  const scrolling = document.scrollingElement ?? document.documentElement
  return {
    width: scrolling.clientWidth,
    height: scrolling.scrollHeight,
    windowHeight: scrolling.clientHeight,
    windowWidth: innerWidth,
    fullWidth: scrolling.scrollWidth,
    pixelRatio: devicePixelRatio,
  }
}
