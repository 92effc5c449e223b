import { Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import type { Holder } from '../../lib/rights/right.ts'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/field.tsx'
import { fieldId } from './field-of-point.ts'
import { HolderDialog } from './holder-dialog.tsx'
import type { RightValues } from './right-values.ts'
import { holderHash } from './rights-view.ts'
import { words } from './words.ts'

/** Who holds the right: one of those entered, or a new one without leaving the form. */
export function HolderChoice({ holders }: { holders: Holder[] }) {
  const { control, setValue } = useFormContext<RightValues>()
  // Controlled: the list of options changes while it is shown, and the browser would then choose another.
  const { field, fieldState } = useController({ control, name: 'holderId' })
  const holderId = field.value
  const [isAdding, setAdding] = useState(false)
  const known = holders.some((holder) => holder.holderId === holderId)
  return (
    <div className="flex flex-col items-start gap-1.5">
      <SelectField
        {...field}
        id={fieldId('holderId')}
        error={fieldState.error?.message}
        label={words.form.holder}
        className="w-full"
        choices={[
          { value: '', label: words.form.chooseHolder },
          // A holder just added is chosen before the list has followed.
          ...(known || holderId === '' ? [] : [{ value: holderId, label: '…' }]),
          ...holders
            .map((holder) => ({ value: holder.holderId, label: holder.name || words.unnamedHolder }))
            .sort((one, other) => one.label.localeCompare(other.label)),
        ]}
      />
      <div className="flex flex-wrap gap-1.5">
        <Button size="small" onClick={() => setAdding(true)}>
          <Plus size={13} aria-hidden />
          {words.form.addHolder}
        </Button>
        {known && (
          <a
            href={holderHash(holderId)}
            className="inline-flex h-7 items-center gap-1.5 rounded-md px-2 text-xs font-medium text-ink-soft hover:bg-hover hover:text-ink"
          >
            <Pencil size={13} aria-hidden />
            {words.form.editHolder}
          </a>
        )}
      </div>
      {isAdding && (
        <HolderDialog
          onClose={() => setAdding(false)}
          onSaved={(added) => {
            setAdding(false)
            setValue('holderId', added, { shouldDirty: true, shouldValidate: true })
          }}
        />
      )}
    </div>
  )
}
