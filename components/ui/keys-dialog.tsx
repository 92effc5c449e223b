import { createContext, useContext, useState } from 'react'
import { Dialog } from './dialog.tsx'

type Keys = ReadonlyArray<readonly [keys: string, does: string]>

/** Keys that the whole window has beside those of a page; every list of keys ends with them. */
export const EverywhereKeys = createContext<{ title: string; keys: Keys } | null>(null)

interface KeysDialogProps {
  title: string
  closeLabel: string
  /** Keys with blanks between them, and what they do. */
  keys: Keys
  note?: string
  onClose(): void
}

/** A list of keys. */
export function KeysDialog({ title, closeLabel, keys, note, onClose }: KeysDialogProps) {
  const [before] = useState(() => document.activeElement)
  const returnFocus = () => before instanceof HTMLElement && before.focus({ preventScroll: true })
  const everywhere = useContext(EverywhereKeys)
  const own = new Set(keys.map(([names]) => names))
  const others = everywhere?.keys.filter(([names]) => !own.has(names)) ?? []
  return (
    <Dialog title={title} closeLabel={closeLabel} onClose={onClose} returnFocus={returnFocus}>
      <div className="overflow-y-auto px-4 pb-4">
        {keys.length > 0 && <KeyList keys={keys} />}
        {everywhere && others.length > 0 && (
          <>
            <h3 className="mt-3 mb-1.5 font-semibold first:mt-0">{everywhere.title}</h3>
            <KeyList keys={others} />
          </>
        )}
        {note !== undefined && <p className="mt-3 text-xs text-ink-soft">{note}</p>}
      </div>
    </Dialog>
  )
}

const KeyList = ({ keys }: { keys: Keys }) => (
  <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1.5">
    {keys.map(([names, does]) => (
      <div key={names} className="contents">
        <dt className="flex justify-end gap-1">
          {names.split(' ').map((name) => (
            <kbd key={name}>{name}</kbd>
          ))}
        </dt>
        <dd className="m-0">{does}</dd>
      </div>
    ))}
  </dl>
)
