const actEvents = ['pointermove', 'pointerdown', 'wheel', 'keydown', 'touchstart', 'focusin'] as const

/**
 * Calls `onAct` once, when the person first acts on the page or looks at it after it was in the background.
 * Until then nothing of Docket may be in the page (invariant 8): a page that looks for us while nobody is
 * there finds nothing. Returns a function that stands in for the person's act (a browser command is one).
 */
export function onFirstAct(onAct: () => void): () => void {
  const act = () => {
    for (const type of actEvents) window.removeEventListener(type, onEvent, true)
    document.removeEventListener('visibilitychange', onVisible)
    onAct()
  }
  let acted = false
  const once = () => {
    if (acted) return
    acted = true
    act()
  }
  const onEvent = (event: Event) => {
    if (event.isTrusted) once()
  }
  const onVisible = (event: Event) => {
    if (event.isTrusted && document.visibilityState === 'visible') once()
  }
  for (const type of actEvents) window.addEventListener(type, onEvent, { capture: true, passive: true })
  document.addEventListener('visibilitychange', onVisible)
  return once
}
