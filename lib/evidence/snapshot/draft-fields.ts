import { attribute, attributesOf } from './draft-attributes.ts'
import { writePicture } from './draft-pictures.ts'
import type { Drafting, DraftPlace } from './drafting.ts'
import { type Redactor, redactedMark } from './redact-text.ts'
import { escapeText } from './snapshot-draft.ts'

/** Fields into which people write who and where they are; browsers fill them in by themselves. */
const personalField = /mail|phone|tel|name|address|street|zip|postal|city|receiver|recipient|card|pass/i

/** A field with what it shows at this moment: what was typed or chosen, not what the page came with. */
export function writeInput(drafting: Drafting, input: HTMLInputElement, place: DraftPlace): void {
  const { redactor } = drafting
  if (input.type === 'hidden') {
    if (input.value !== '') redactor.note('fields')
  } else if (input.type === 'image') {
    writePicture(drafting, input, place, input.src)
  } else {
    const attributes = attributesOf(drafting, input, place).filter(
      (piece) => typeof piece !== 'string' || !piece.startsWith(' type='),
    )
    const type = input.type === 'submit' || input.type === 'reset' ? 'button' : input.type
    drafting.write('<input', ...attributes, attribute('type', type))
    drafting.write(place.area ? '' : stateOfInput(input, redactor), '>')
  }
}

function stateOfInput(input: HTMLInputElement, redactor: Redactor): string {
  const { type } = input
  if (type === 'checkbox' || type === 'radio') return input.checked ? ' checked' : ''
  if (type === 'password' || type === 'file' || input.value === '') return ''
  return attribute('value', shownValue(input, redactor))
}

export const textOfField = (field: HTMLTextAreaElement, redactor: Redactor): string =>
  // A parser drops a line break at the very beginning.
  `\n${escapeText(shownValue(field, redactor))}`

function shownValue(field: HTMLInputElement | HTMLTextAreaElement, redactor: Redactor): string {
  const isButton = /^(?:button|submit|reset)$/.test(field.type)
  const names = [field.type, field.name, field.id, field.autocomplete].join(' ')
  if (isButton || field.value === '' || !personalField.test(names)) return redactor.text(field.value)
  redactor.note('fields')
  return redactedMark
}
