import { Search, X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useMemo, useRef, useState } from 'react'
import { IconButton } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import type { PageCommand } from './page-commands.ts'
import { type Entry, type PalettePage, paletteSections } from './palette-entries.ts'
import { PaletteList } from './palette-list.tsx'
import type { SearchServices } from './services.ts'
import { useSearch } from './use-search.ts'
import { words } from './words.ts'

interface PaletteProps {
  services: SearchServices
  pages: readonly PalettePage[]
  commands: readonly PageCommand[]
  onClose(): void
}

const entriesPerPage = 8

/** One field for everything: pages, commands of the page, and what is stored. The focus never leaves the field. */
export function Palette({ services, pages, commands, onClose }: PaletteProps) {
  const [text, setText] = useState('')
  const [activeId, setActiveId] = useState<string | null>(null)
  const { text: searched, found, failure, isSearching } = useSearch(services, text)
  const listId = useId()
  /** What is done when the dialog has closed and gave back the focus. */
  const chosen = useRef<Entry | null>(null)
  const [before] = useState(() => document.activeElement)
  const sections = useMemo(
    () => paletteSections(text, pages, commands, text.trim() === '' ? null : found, services.addresses),
    [text, pages, commands, found, services],
  )
  const entries = sections.flatMap((section) => section.entries)
  const at = Math.max(
    entries.findIndex(({ id }) => id === activeId),
    0,
  )
  const active = entries[at]
  const choose = (entry: Entry | undefined) => {
    if (!entry) return
    chosen.current = entry
    onClose()
  }
  /** Otherwise what stands there was found to another text. */
  const isReady = text.trim() === searched || failure !== null
  const [waits, setWaits] = useState(false)
  const chooseFound = useEffectEvent(() => choose(active))
  useEffect(() => {
    if (waits && isReady) chooseFound()
  }, [waits, isReady])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      // Pasted and entered at once: the first that is found is meant.
      if (isReady || active?.id === activeId) choose(active)
      else setWaits(true)
      return
    }
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: entriesPerPage, PageUp: -entriesPerPage }[event.key]
    if (by === undefined || entries.length === 0) return
    event.preventDefault()
    const isStep = Math.abs(by) === 1
    const to = isStep
      ? (at + by + entries.length) % entries.length
      : Math.min(Math.max(at + by, 0), entries.length - 1)
    setActiveId(entries[to]?.id ?? null)
  }
  const isNothing = entries.length === 0 && !isSearching && failure === null
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-30 bg-[rgb(0_0_0/0.45)]" />
        <Radix.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            // The page that is gone to takes the focus, or the control that is used.
            if (before instanceof HTMLElement) before.focus({ preventScroll: true })
            const leads = chosen.current?.leads
            if (leads && 'hash' in leads) services.go(leads.hash)
            else leads?.command.run()
          }}
          className="fixed inset-x-0 top-[min(10vh,6rem)] z-40 mx-auto flex max-h-[calc(100dvh-min(10vh,6rem)-1rem)] w-[min(42rem,calc(100%-1rem))] flex-col rounded-lg border border-line bg-raised shadow-xl outline-none"
        >
          <Radix.Title className="sr-only">{words.title}</Radix.Title>
          <div className="flex items-center gap-2 border-b border-line px-3">
            <Search size={16} aria-hidden className="shrink-0 text-ink-soft" />
            <input
              type="text"
              role="combobox"
              aria-label={words.field}
              aria-expanded={entries.length > 0}
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={active ? optionId(listId, active) : undefined}
              value={text}
              placeholder={words.hint}
              autoComplete="off"
              spellCheck={false}
              dir="auto"
              onChange={(event) => {
                setText(event.target.value)
                setActiveId(null)
                setWaits(false)
              }}
              onKeyDown={onKeyDown}
              className="h-12 min-w-0 flex-1 bg-transparent text-sm text-ellipsis outline-none placeholder:text-ink-soft"
            />
            <Radix.Close asChild>
              <IconButton label={words.close} icon={<X size={16} aria-hidden />} />
            </Radix.Close>
          </div>
          {failure && (
            <div role="alert" className="m-3">
              <Notice tone="danger">{failure.message}</Notice>
            </div>
          )}
          {isNothing && (
            <div className="px-4 py-6 text-center">
              <p className="font-medium">{words.nothing}</p>
              <p className="mt-1 text-ink-soft text-balance">{words.nothingHint}</p>
            </div>
          )}
          <PaletteList
            id={listId}
            sections={sections}
            active={active ?? null}
            optionId={(entry) => optionId(listId, entry)}
            onPoint={(entry) => setActiveId(entry.id)}
            onChoose={choose}
          />
          <div className="flex flex-wrap justify-between gap-x-4 border-t border-line px-3 py-1.5 text-xs text-ink-soft">
            <p role="status" className="tabular-nums">
              {statusWords(isSearching, entries.length, text)}
            </p>
            <p aria-hidden>{words.keysLine}</p>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

const optionId = (listId: string, { id }: Entry): string =>
  `${listId}-${encodeURIComponent(id.toWellFormed())}`

function statusWords(isSearching: boolean, many: number, text: string): string {
  if (isSearching) return words.searching
  return text.trim() === '' ? '' : words.count(many)
}
