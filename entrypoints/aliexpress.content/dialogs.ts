import { build, button } from './build-element.ts'
import type { FloatingLayer } from './floating-layer.ts'
import { keyWords } from './words.ts'

/** As the background's parser allows. */
const maxNoteLength = 2000

export interface Dialogs {
  /** Asks for a note; `onSave` gets the text, trimmed. */
  askNote(title: string, before: string, onSave: (note: string) => void): void
  showKeys(): void
  isOpen(): boolean
}

/**
 * Modal dialogs of our own root. The browser's `<dialog>` keeps the focus inside, closes by Escape and
 * gives the focus back to where it was.
 */
export function createDialogs(layer: FloatingLayer): Dialogs {
  let opened: HTMLDialogElement | null = null
  let save: (() => void) | null = null
  let onTyped: () => void = () => undefined

  function open(label: string, ...content: HTMLElement[]): HTMLDialogElement {
    opened?.close()
    const dialog = build('dialog', { class: 'panel', 'aria-label': label }, ...content)
    dialog.addEventListener('close', () => {
      dialog.remove()
      if (opened === dialog) opened = null
    })
    opened = dialog
    layer.root.append(dialog)
    dialog.showModal()
    return dialog
  }

  layer.on('close-dialog', () => opened?.close())
  layer.on('save-note', () => save?.())
  layer.listen('input', () => onTyped())
  layer.listen('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && opened && save) {
      event.preventDefault()
      save()
    }
  })

  return {
    askNote(title, before, onSave) {
      const text = build('textarea', {
        maxlength: String(maxNoteLength),
        'aria-label': 'Note',
        placeholder: 'Why this listing? What to check?',
      })
      text.value = before
      const left = build('span', { class: 'left' })
      const count = () => {
        left.textContent = `${text.value.length} / ${maxNoteLength}`
      }
      count()
      onTyped = count
      const dialog = open(
        'Note',
        build('h2', {}, 'Note'),
        build('p', {}, title),
        text,
        build(
          'div',
          { class: 'row' },
          left,
          button('close-dialog', { class: 'button' }, 'Cancel'),
          button('save-note', { class: 'button primary' }, 'Save note'),
        ),
      )
      save = () => {
        save = null
        dialog.close()
        onSave(text.value.trim())
      }
      text.focus()
    },
    showKeys() {
      save = null
      const list = build('dl')
      for (const [key, what] of keyWords) {
        list.append(build('dt', {}, build('kbd', {}, key)), build('dd', {}, what))
      }
      open(
        'Keys',
        build('h2', {}, 'Keys'),
        build('p', {}, 'For the listing under the pointer or with the focus. Off while you type.'),
        list,
        build('div', { class: 'row' }, button('close-dialog', { class: 'button primary' }, 'Close')),
      )
    },
    isOpen: () => opened !== null,
  }
}
