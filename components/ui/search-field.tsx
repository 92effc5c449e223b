import { Search, X } from 'lucide-react'
import type { RefObject } from 'react'
import { IconButton } from './button.tsx'

interface SearchFieldProps {
  label: string
  hint: string
  /** Name of the button that empties it. */
  clearLabel: string
  text: string
  fieldRef: RefObject<HTMLInputElement | null>
  onChange(text: string): void
  /** Arrow down: on to the list. */
  onLeave(): void
}

/** Where words are typed to find rows of a list. Stands in a positioned box, which it fills. */
export function SearchField({
  label,
  hint,
  clearLabel,
  text,
  fieldRef,
  onChange,
  onLeave,
}: SearchFieldProps) {
  return (
    <>
      <Search
        size={14}
        aria-hidden
        className="pointer-events-none absolute top-1/2 start-2.5 -translate-y-1/2 text-ink-soft"
      />
      <input
        ref={fieldRef}
        type="text"
        value={text}
        aria-label={label}
        placeholder={hint}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault()
            onLeave()
          }
          // Chromium closes the popup on Escape unless it was used.
          if (event.key === 'Escape' && text !== '') {
            event.preventDefault()
            onChange('')
          }
        }}
        className="h-8 w-full rounded-md border border-line-strong bg-surface px-8 text-ellipsis placeholder:text-ink-soft"
      />
      {text !== '' && (
        <IconButton
          label={clearLabel}
          icon={<X size={14} aria-hidden />}
          className="absolute top-0.5 end-0.5"
          onClick={() => {
            onChange('')
            fieldRef.current?.focus()
          }}
        />
      )}
    </>
  )
}
