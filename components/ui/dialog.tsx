import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { IconButton } from './button.tsx'
import { classNames } from './class-names.ts'

interface DialogProps {
  title: string
  /** One sentence under the title. */
  description?: string
  closeLabel: string
  /** As wide as the window allows, for pictures. */
  isWide?: boolean
  onClose(): void
  /** Where the focus goes when the dialog has closed; the browser's choice otherwise. */
  returnFocus?: () => void
  children: ReactNode
}

/**
 * A modal dialog that is open as long as it is rendered. Escape and a click outside close it. The focus goes
 * to its first field, else to its first button.
 */
export function Dialog(props: DialogProps) {
  const { title, description, closeLabel, isWide = false, onClose, returnFocus, children } = props
  const content = useRef<HTMLDivElement>(null)
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-30 bg-[rgb(0_0_0/0.45)]" />
        <Radix.Content
          ref={content}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          onOpenAutoFocus={(event) => {
            const first = content.current?.querySelector<HTMLElement>('textarea, input')
            if (!first) return
            event.preventDefault()
            first.focus()
          }}
          onCloseAutoFocus={(event) => {
            if (!returnFocus) return
            event.preventDefault()
            returnFocus()
          }}
          className={classNames(
            isWide ? 'w-[min(72rem,calc(100%-2rem))]' : 'w-[min(28rem,calc(100%-2rem))]',
            'fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100%-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-lg border border-line bg-raised shadow-xl outline-none',
          )}
        >
          <div className="flex items-start gap-2 px-4 pt-3.5 pb-2">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-sm font-semibold">{title}</Radix.Title>
              {description !== undefined && (
                <Radix.Description className="mt-0.5 truncate text-ink-soft" dir="auto">
                  {description}
                </Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <IconButton label={closeLabel} icon={<X size={16} aria-hidden />} className="-mt-1 -me-1.5" />
            </Radix.Close>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
