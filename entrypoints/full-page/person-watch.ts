/** Whether the person moves the page: by wheel, touch, scroll bar or keys. */
export interface PersonWatch {
  hasMoved(): boolean
  /** True once the person has not moved the page for `quietMs`; false where that takes longer than `timeoutMs`. */
  rests(quietMs: number, timeoutMs: number): Promise<boolean>
  /** What was moved until now no longer counts. */
  forget(): void
  stop(): void
}

const scrollKeys = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' '])

export function watchPerson(): PersonWatch {
  let lastMs = performance.now()
  let moved = false
  const note = (event: Event) => {
    if (!event.isTrusted || !isScrolling(event)) return
    moved = true
    lastMs = performance.now()
  }
  const types = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const
  for (const type of types) addEventListener(type, note, { capture: true, passive: true })
  return {
    hasMoved: () => moved,
    async rests(quietMs, timeoutMs) {
      const startMs = performance.now()
      for (;;) {
        const nowMs = performance.now()
        const restedMs = nowMs - lastMs
        if (restedMs >= quietMs) return true
        if (nowMs - startMs > timeoutMs) return false
        await new Promise((resolve) => setTimeout(resolve, quietMs - restedMs + 10))
      }
    },
    forget: () => {
      moved = false
    },
    stop: () => {
      for (const type of types) removeEventListener(type, note, { capture: true })
    },
  }
}

function isScrolling(event: Event): boolean {
  if (event instanceof KeyboardEvent) return scrollKeys.has(event.key) && !isField(event.composedPath()[0])
  if (event.type !== 'pointerdown') return true
  // On the page's scroll bar: right of, or below, everything that the page shows.
  const { clientX, clientY } = event as PointerEvent
  const { clientWidth, clientHeight } = document.documentElement
  return clientX >= clientWidth || clientY >= clientHeight
}

const isField = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(input|textarea|select)$/.test(target.localName))
