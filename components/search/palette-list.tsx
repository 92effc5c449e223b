import { useEffect, useRef } from 'react'
import { classNames } from '../ui/class-names.ts'
import type { Entry, Section } from './palette-entries.ts'
import { words } from './words.ts'

interface PaletteListProps {
  id: string
  sections: readonly Section[]
  active: Entry | null
  optionId(entry: Entry): string
  onPoint(entry: Entry): void
  onChoose(entry: Entry): void
}

/** The lines of the palette in their groups; the field above keeps the focus and says which line is meant. */
export function PaletteList({ id, sections, active, optionId, onPoint, onChoose }: PaletteListProps) {
  const list = useRef<HTMLDivElement>(null)
  const activeId = active && optionId(active)
  useEffect(() => {
    if (activeId !== null) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={words.results}
      className="min-h-0 overflow-y-auto p-1.5 empty:p-0"
    >
      {sections.map((section) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of a listbox
        <div
          key={section.id}
          role="group"
          aria-labelledby={`${id}-of-${section.id}`}
          className="not-first:mt-1.5"
        >
          <div
            id={`${id}-of-${section.id}`}
            role="presentation"
            className="px-2 py-1 text-xs font-semibold text-ink-soft"
          >
            {section.title}
          </div>
          {section.entries.map((entry) => {
            const isActive = entry === active
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the keys are the field's
              <div
                key={entry.id}
                id={optionId(entry)}
                role="option"
                aria-selected={isActive}
                onPointerMove={() => !isActive && onPoint(entry)}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => onChoose(entry)}
                className={classNames(
                  'flex min-h-8 cursor-pointer flex-wrap items-baseline gap-x-3 rounded-md px-2 py-1.5',
                  isActive && 'bg-hover outline-2 -outline-offset-2 outline-accent',
                )}
              >
                <span dir="auto" className="min-w-0 truncate font-medium">
                  {entry.title}
                </span>
                {entry.detail !== '' && (
                  <span dir="auto" className="min-w-0 truncate text-xs text-ink-soft">
                    {entry.detail}
                  </span>
                )}
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}
