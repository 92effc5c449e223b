import { useEffect, useEffectEvent } from 'react'

/** Control+Z (or Command+Z) takes back the last act, wherever the focus is, except while typing or choosing. */
export function useUndoKey(undo: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return
    if (event.key.toLowerCase() !== 'z') return
    const target = event.target instanceof Element ? event.target : null
    if (target?.closest('textarea, select, input:not([type=checkbox], [type=radio]), [role=dialog]')) return
    event.preventDefault()
    undo()
  })
  useEffect(() => {
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}
