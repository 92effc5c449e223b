import { useState } from 'react'
import { newId } from '../../lib/core/ids.ts'
import { newHolder } from '../../lib/rights/new-right.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { begunDrafts } from './draft-store.ts'
import { HolderContact, HolderIdentity, useHolderForm } from './holder-form.tsx'
import { useRightsServices } from './services.ts'
import { words } from './words.ts'

interface HolderDialogProps {
  onClose(): void
  onSaved(holderId: string): void
}

/** A new holder beside the form of a right. Closing it keeps what is typed for the next time. */
export function HolderDialog({ onClose, onSaved }: HolderDialogProps) {
  const { drafts } = useRightsServices()
  // What was begun before goes on.
  const [holder] = useState(() => {
    const begun = begunDrafts(drafts.names()).find(({ kind }) => kind === 'holder')
    return newHolder(begun?.id ?? newId(), 0)
  })
  const kept = useHolderForm(holder, true)
  const { state, save } = kept
  return (
    <Dialog title={words.holder.newTitle} closeLabel={words.close} onClose={onClose}>
      <form
        noValidate
        onSubmit={async (event) => {
          event.preventDefault()
          // The form of the right around it is another one.
          event.stopPropagation()
          if (await save()) onSaved(holder.holderId)
        }}
        className="flex min-h-0 flex-col gap-4 overflow-y-auto px-4 pb-4"
      >
        <HolderIdentity form={kept.form} />
        <HolderContact form={kept.form} />
        {state.step === 'failed' && (
          <p role="alert" className="text-danger">
            {state.message}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button look="primary" type="submit" disabled={state.step === 'saving'}>
            {words.form.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
