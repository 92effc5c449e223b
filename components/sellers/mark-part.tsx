import { useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import { markSeller, type SellerList, type SellerMark, sellerLists } from '../../lib/sellers/seller-mark.ts'
import { Button } from '../ui/button.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import type { ToastMessage } from '../ui/toast.tsx'
import { SellerSection } from './seller-section.tsx'
import type { SellersServices } from './services.ts'
import { words } from './words.ts'

interface MarkPartProps {
  services: SellersServices
  sellerId: string
  mark: SellerMark | null
  show(message: ToastMessage): void
}

const choices = (['none', ...sellerLists] as const).map((value) => ({
  value,
  label: words.markChoice[value],
}))

/** Puts the seller on a list, with the reason. */
export function MarkPart({ services, sellerId, mark, show }: MarkPartProps) {
  const [list, setList] = useState<SellerList | null>(mark?.list ?? null)
  const [note, setNote] = useState(mark?.note ?? '')
  const save = async () => {
    try {
      const saved = await markSeller(services, sellerId, list && { list, note })
      if (!saved.ok) return show({ text: saved.error.message, tone: 'danger' })
      show({ text: words.markSaved })
      const told = await services.marksChanged()
      if (!told.ok) show({ text: told.error.message, tone: 'danger' })
    } catch (error) {
      show({ text: failureFrom(error, 'saving the list of a seller').message, tone: 'danger' })
    }
  }
  return (
    <SellerSection title={words.mark} hint={words.markHint}>
      <form
        className="grid items-end gap-3 sm:grid-cols-[12rem_1fr_auto]"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <SelectField
          label={words.mark}
          choices={choices}
          value={list ?? 'none'}
          onChange={(event) => setList(sellerLists.find((known) => known === event.target.value) ?? null)}
        />
        <TextField
          label={words.markNote}
          value={note}
          maxLength={500}
          disabled={list === null}
          onChange={(event) => setNote(event.target.value)}
        />
        <Button look="primary" type="submit" className="h-9" disabled={services.readOnlyBecause !== null}>
          {words.markSave}
        </Button>
      </form>
    </SellerSection>
  )
}
