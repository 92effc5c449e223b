import { X } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Button, IconButton } from './button.tsx'
import { classNames } from './class-names.ts'

export interface ToastMessage {
  text: string
  tone?: 'plain' | 'danger'
  action?: { label: string; run(): void }
}

const shownMs = 8000

/** One message at a time; a new one takes the place of the old. */
export function useToast() {
  const [shown, setShown] = useState<(ToastMessage & { key: number }) | null>(null)
  const key = useRef(0)
  const show = useCallback((message: ToastMessage) => {
    key.current += 1
    setShown({ ...message, key: key.current })
  }, [])
  const dismiss = useCallback(() => setShown(null), [])
  return { shown, show, dismiss }
}

interface ToastRegionProps {
  toast: ReturnType<typeof useToast>
  dismissLabel: string
}

/**
 * Where messages appear; screen readers are told politely. A message closes by itself, but not while the
 * pointer or the focus is on it, and a failure stays until it is dismissed.
 */
export function ToastRegion({ toast: { shown, dismiss }, dismissLabel }: ToastRegionProps) {
  const box = useRef<HTMLDivElement>(null)
  const stays = shown?.tone === 'danger'
  useEffect(() => {
    if (!shown || stays) return
    let timer: ReturnType<typeof setTimeout>
    const closeAfter = (waitMs: number) => {
      timer = setTimeout(() => {
        if (box.current?.matches(':hover, :focus-within')) closeAfter(2000)
        else dismiss()
      }, waitMs)
    }
    closeAfter(shownMs)
    return () => clearTimeout(timer)
  }, [shown, stays, dismiss])

  const { text, action, tone, key } = shown ?? {}
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-14 z-20 flex justify-center px-3">
      <div role="status" aria-live="polite" className="sr-only">
        {text}
      </div>
      {shown && (
        <div
          key={key}
          ref={box}
          className={classNames(
            'pointer-events-auto flex max-w-full items-center gap-2 rounded-lg border py-1 pe-1 ps-3 shadow-lg',
            tone === 'danger' ? 'border-danger bg-danger-soft text-danger' : 'border-line bg-raised text-ink',
          )}
        >
          <p className="min-w-0 py-1">{text}</p>
          {action && (
            <Button
              look="quiet"
              size="small"
              className="text-accent"
              onClick={() => {
                dismiss()
                action.run()
              }}
            >
              {action.label}
            </Button>
          )}
          <IconButton label={dismissLabel} icon={<X size={14} aria-hidden />} onClick={dismiss} />
        </div>
      )}
    </div>
  )
}
