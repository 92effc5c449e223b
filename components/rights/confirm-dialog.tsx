import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { words } from './words.ts'

interface ConfirmDialogProps {
  title: string
  text: string
  confirmLabel: string
  onConfirm(): void
  onClose(): void
}

/** Asks before something that cannot be undone. */
export const ConfirmDialog = ({ title, text, confirmLabel, onConfirm, onClose }: ConfirmDialogProps) => (
  <Dialog title={title} closeLabel={words.close} onClose={onClose}>
    <div className="flex flex-col gap-3 px-4 pb-4">
      <p className="break-words" dir="auto">
        {text}
      </p>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button look="danger" onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </div>
    </div>
  </Dialog>
)
