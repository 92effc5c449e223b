import { useEffect, useEffectEvent } from 'react'

/**
 * Keys of a whole page, except while typing, in a list of choices, a dialog or a menu. `onKey` returns false for a
 * key that is none of its own. Ctrl or Cmd with Z is said as "z"; other keys with Ctrl, Cmd or Alt are the
 * browser's, save those in `withControl`, said as "Ctrl a".
 */
export function useReviewKeys(
  onKey: (key: string, event: KeyboardEvent) => boolean,
  withControl: readonly string[] = [],
): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return
    const target = event.target instanceof Element ? event.target : null
    const isTyping =
      target?.closest('textarea, select, [contenteditable], input:not([type=checkbox])') != null
    if (isTyping || target?.closest('[role=dialog], [role=menu]')) return
    const name = keyName(event, withControl)
    if (name !== null && onKey(name, event)) event.preventDefault()
  })
  useEffect(() => {
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}

function keyName(event: KeyboardEvent, withControl: readonly string[]): string | null {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if (!event.ctrlKey && !event.metaKey) return key
  if (key === 'z' && !event.shiftKey) return 'z'
  return withControl.includes(key) ? `Ctrl ${key}` : null
}
