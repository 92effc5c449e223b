import { build, button } from './build-element.ts'
import type { FloatingLayer } from './floating-layer.ts'
import { icon } from './icons.ts'

/** How long a note that needs no answer stays, unless the pointer or the focus rests on it. */
const stayMs = 8000

export interface Notices {
  /**
   * Says what was done. One at a time: the newest replaces the one before. `undo` puts a button into it.
   * The answer changes the text while the note still stands, and does nothing after.
   */
  say(text: string, undo?: () => void): (text: string) => void
  /**
   * Says what failed and what to do. Stays until closed; a note about the same cause is replaced. With
   * `once` it is not said again on this page after the person closed it.
   */
  warn(cause: string, text: string, how?: { once: boolean }): void
  /** Takes back a warning whose cause is gone. */
  forget(cause: string): void
}

/**
 * Notes at the lower start corner: a polite live region for what was done, and alerts for failures. Both
 * regions stand there before anything is said, or screen readers would miss the first note.
 */
export function createNotices(layer: FloatingLayer): Notices {
  const said = build('div', { role: 'status' })
  const warned = build('div', { role: 'alert' })
  const notes = build('div', { class: 'notes' }, warned, said)
  layer.root.append(notes)

  let undoLast: (() => void) | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const warnings = new Map<string, HTMLElement>()
  const closedByPerson = new Set<string>()

  const close = () => {
    clearTimeout(timer)
    said.replaceChildren()
    undoLast = null
  }
  const closeLater = () => {
    clearTimeout(timer)
    timer = setTimeout(close, stayMs)
  }
  const pause = () => clearTimeout(timer)
  const resume = () => {
    if (said.firstChild && !said.matches(':hover') && !said.contains(layer.focused())) closeLater()
  }
  said.addEventListener('pointerenter', pause)
  said.addEventListener('focusin', pause)
  said.addEventListener('pointerleave', resume)
  said.addEventListener('focusout', () => setTimeout(resume))

  layer.on('undo-last', () => {
    const undo = undoLast
    close()
    undo?.()
  })
  layer.on('close-note', close)
  layer.on('close-warning', (element) => {
    for (const [cause, note] of warnings) {
      if (!note.contains(element)) continue
      note.remove()
      warnings.delete(cause)
      closedByPerson.add(cause)
    }
  })

  const closeButton = (action: string) =>
    button(action, { class: 'close', 'aria-label': 'Close' }, icon('close'))

  return {
    say(text, undo) {
      const words = build('p', {}, text)
      const note = build('div', { class: 'panel note' }, words)
      if (undo) note.append(button('undo-last', { class: 'act' }, 'Undo'))
      note.append(closeButton('close-note'))
      undoLast = undo ?? null
      said.replaceChildren(note)
      closeLater()
      return (changed) => {
        words.textContent = changed
        resume()
      }
    },
    warn(cause, text, how) {
      if (how?.once && closedByPerson.has(cause)) return
      const note = build(
        'div',
        { class: 'panel note alert' },
        icon('warning'),
        build('p', {}, text),
        closeButton('close-warning'),
      )
      warnings.get(cause)?.remove()
      warnings.set(cause, note)
      warned.append(note)
    },
    forget(cause) {
      warnings.get(cause)?.remove()
      warnings.delete(cause)
    },
  }
}
