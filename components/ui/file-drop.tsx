import { Upload } from 'lucide-react'
import { type ReactNode, useId, useRef, useState } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'

interface FileDropProps {
  /** Accessible name of the button, e.g. "Add files: Certificates". */
  label: string
  /** What the button shows of it. */
  shown: string
  /** Id of the button, for those who lead to it. */
  id?: string
  hint?: ReactNode
  multiple?: boolean
  /** What the browser's dialog offers first, e.g. ".pdf,.png"; nothing is refused by it. */
  accept?: string
  isBusy?: boolean
  onFiles(files: File[]): void
}

/** Takes files by a button, or by dragging them onto the frame. */
export function FileDrop({
  label,
  shown,
  id,
  hint,
  multiple = true,
  accept,
  isBusy = false,
  onFiles,
}: FileDropProps) {
  const input = useRef<HTMLInputElement>(null)
  const hintId = useId()
  const [isOver, setOver] = useState(false)
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])]
    if (files.length > 0 && !isBusy) onFiles(multiple ? files : files.slice(0, 1))
  }
  return (
    <fieldset
      aria-label={label}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
      className={classNames(
        'flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border border-dashed px-3 py-2',
        isOver ? 'border-accent bg-accent-soft' : 'border-line-strong',
      )}
    >
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        accept={accept}
        onChange={(event) => {
          take(event.target.files)
          // The same file may be chosen again after it was refused.
          event.target.value = ''
        }}
      />
      <Button
        id={id}
        aria-label={label}
        disabled={isBusy}
        aria-describedby={hint == null ? undefined : hintId}
        onClick={() => input.current?.click()}
      >
        <Upload size={14} aria-hidden />
        {shown}
      </Button>
      {hint != null && (
        <span id={hintId} className="min-w-0 flex-1 basis-40 text-xs text-ink-soft">
          {hint}
        </span>
      )}
    </fieldset>
  )
}
