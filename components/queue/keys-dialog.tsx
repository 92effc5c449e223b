import { Dialog } from '../ui/dialog.tsx'
import { words } from './words.ts'

/** All keys of the queue. */
export function KeysDialog({ onClose }: { onClose(): void }) {
  return (
    <Dialog title={words.keysTitle} closeLabel={words.close} onClose={onClose}>
      <div className="overflow-y-auto px-4 pb-4">
        <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1.5">
          {words.keys.map(([keys, does]) => (
            <div key={keys} className="contents">
              <dt className="flex justify-end gap-1">
                {keys.split(' ').map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd className="m-0">{does}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 text-xs text-ink-soft">{words.keysScope}</p>
      </div>
    </Dialog>
  )
}
