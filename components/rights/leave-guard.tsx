import { useEffect, useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { words } from './words.ts'

interface LeaveGuardProps {
  isDirty: boolean
  /** Resolves to whether it was saved. */
  save(): Promise<boolean>
  discard(): void
}

/**
 * Asks before a page with unsaved changes is left: by a link, by the browser's buttons, or by closing it. A
 * reload or a closed tab loses nothing of what was typed, but it would not be saved.
 */
export function LeaveGuard({ isDirty, save, discard }: LeaveGuardProps) {
  const [wanted, setWanted] = useState<string | null>(null)
  const isLetGo = useRef(false)

  useEffect(() => {
    if (!isDirty) return
    const own = location.hash
    const isWithin = (hash: string) => hash.split('?')[0] === own.split('?')[0]
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
      const hash = link?.getAttribute('href') ?? null
      if (hash === null || isWithin(hash) || event.button !== 0 || event.ctrlKey || event.metaKey) return
      if (event.shiftKey || link?.getAttribute('target') === '_blank') return
      event.preventDefault()
      event.stopPropagation()
      setWanted(hash)
    }
    // The browser's own buttons: the address has changed already. It is put back before the event that follows,
    // `hashchange`, by which pages are shown.
    const onPopState = () => {
      const { hash } = location
      if (isLetGo.current || isWithin(hash)) return
      history.pushState(null, '', own)
      setWanted(hash)
    }
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    document.addEventListener('click', onClick, true)
    addEventListener('popstate', onPopState)
    addEventListener('beforeunload', onUnload)
    return () => {
      document.removeEventListener('click', onClick, true)
      removeEventListener('popstate', onPopState)
      removeEventListener('beforeunload', onUnload)
    }
  }, [isDirty])

  if (wanted === null) return null
  const leave = () => {
    isLetGo.current = true
    location.hash = wanted
  }
  const stay = () => setWanted(null)
  return (
    <Dialog title={words.leave.title} closeLabel={words.close} onClose={stay}>
      <div className="flex flex-col gap-3 px-4 pb-4">
        <p>{words.leave.text}</p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={stay}>{words.leave.stay}</Button>
          <Button
            look="danger"
            onClick={() => {
              discard()
              leave()
            }}
          >
            {words.leave.discard}
          </Button>
          <Button
            look="primary"
            onClick={async () => {
              stay()
              if (await save()) leave()
            }}
          >
            {words.leave.save}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
