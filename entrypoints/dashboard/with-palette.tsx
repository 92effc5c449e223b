import { Search } from 'lucide-react'
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { type PageCommand, readPageCommands } from '../../components/search/page-commands.ts'
import { words } from '../../components/search/words.ts'
import { EverywhereKeys, KeysDialog } from '../../components/ui/keys-dialog.tsx'
import { places } from './places.tsx'

type Opened =
  | { dialog: 'palette'; commands: PageCommand[]; Palette: typeof import('./palette.tsx').DashboardPalette }
  | { dialog: 'keys' }

const everywhere = { title: words.everywhere, keys: words.keys }

/** The palette and the list of keys, by their keys and a button, on every page. */
export function WithPalette({ children }: { children(button: ReactNode): ReactNode }) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const openPalette = async () => {
    const commands = readPageCommands(document.querySelector('main') ?? document.body)
    // A script of its own: the first page does not wait for it.
    const { DashboardPalette } = await import('./palette.tsx')
    setOpened({ dialog: 'palette', commands, Palette: DashboardPalette })
  }
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.isComposing || event.repeat) return
    const target = event.target instanceof Element ? event.target : null
    const withControl = event.ctrlKey || event.metaKey
    const isPalette = withControl && !event.shiftKey && event.key.toLowerCase() === 'k'
    if (isPalette && opened?.dialog === 'palette') {
      event.preventDefault()
      setOpened(null)
    }
    // A dialog has something to be answered first.
    if (opened || target?.closest('[role=dialog], [role=alertdialog], [role=menu]')) return
    if (isPalette) {
      event.preventDefault()
      void openPalette()
    } else if (event.key === '?' && !withControl && !isTyping(target)) {
      // A page that has keys of its own lists them itself, and may hear of it later than this.
      setTimeout(() => !event.defaultPrevented && setOpened({ dialog: 'keys' }))
    }
  })
  useEffect(() => {
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
  const close = () => setOpened(null)
  return (
    <EverywhereKeys value={everywhere}>
      {children(
        <button
          type="button"
          title={words.openLabel}
          aria-keyshortcuts="Control+K Meta+K"
          onClick={() => void openPalette()}
          className="my-1.5 ms-auto flex h-8 items-center gap-2 rounded-md border border-line-strong bg-surface px-2.5 text-ink-soft hover:bg-hover hover:text-ink"
        >
          <Search size={14} aria-hidden />
          <span>{words.open}</span>
          <kbd className="max-sm:hidden">Ctrl K</kbd>
        </button>,
      )}
      {opened?.dialog === 'palette' && (
        <opened.Palette places={places} commands={opened.commands} onClose={close} />
      )}
      {opened?.dialog === 'keys' && (
        <KeysDialog title={words.keysTitle} closeLabel={words.close} keys={[]} onClose={close} />
      )}
    </EverywhereKeys>
  )
}

const isTyping = (target: Element | null): boolean =>
  target?.closest('textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])') != null
