import { Dialog } from './dialog.tsx'

interface KeysDialogProps {
  title: string
  closeLabel: string
  /** Keys with blanks between them, and what they do. */
  keys: ReadonlyArray<readonly [keys: string, does: string]>
  note?: string
  onClose(): void
}

/** A list of keys. */
export function KeysDialog({ title, closeLabel, keys, note, onClose }: KeysDialogProps) {
  return (
    <Dialog title={title} closeLabel={closeLabel} onClose={onClose}>
      <div className="overflow-y-auto px-4 pb-4">
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
        {note !== undefined && <p className="mt-3 text-xs text-ink-soft">{note}</p>}
      </div>
    </Dialog>
  )
}
