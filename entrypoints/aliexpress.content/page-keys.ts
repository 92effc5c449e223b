import type { ListingAction } from './action-menu.ts'

export type PageKey = ListingAction | 'flag' | 'select' | 'keys'

const keys: Record<string, PageKey> = {
  f: 'flag',
  t: 'trademark',
  c: 'copyright',
  p: 'patent',
  l: 'later',
  g: 'genuine',
  o: 'out-of-scope',
  n: 'note',
  u: 'undo',
  x: 'select',
  '?': 'keys',
}

/**
 * What a key press on the page asks for, or null where it is none of ours: with a modifier, while a text is
 * composed or typed, or another key. On keyboards without Latin letters the key's place decides.
 */
export function pageKeyOf(event: KeyboardEvent): PageKey | null {
  if (!event.isTrusted || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return null
  if (event.isComposing || event.key === 'Process' || isTyping(event)) return null
  if (event.key === '?') return 'keys'
  if (event.shiftKey) return null
  const isLatin = /^[a-z]$/.test(event.key)
  const byPlace = /^[^\x20-\x7e]$/u.test(event.key)
    ? /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase()
    : undefined
  return keys[isLatin ? event.key : (byPlace ?? '')] ?? null
}

const typedInto = 'textarea,select,[role="textbox"],[role="searchbox"],[role="combobox"]'
/** Inputs in which a letter writes nothing. */
const notTypedInto = /^(button|submit|reset|checkbox|radio|range|color|file|image)$/

/** True where the key goes into a field of the page. */
function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath()
  if (!(target instanceof HTMLElement)) return document.designMode === 'on'
  if (target instanceof HTMLInputElement) return !notTypedInto.test(target.type)
  return target.isContentEditable || target.closest(typedInto) !== null || document.designMode === 'on'
}
