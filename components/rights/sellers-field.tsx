import { Plus, Trash2 } from 'lucide-react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { Button, IconButton } from '../ui/button.tsx'
import { RightDay, RightText } from './right-fields.tsx'
import type { RightValues } from './right-values.ts'
import { todayOf, useRightsServices } from './services.ts'
import { words } from './words.ts'

const { form } = words

const isOver = (until: string | null | undefined, today: string): boolean => !!until && until < today

/** Sellers whose listings are no infringement, by their numbers. */
export function SellersField() {
  const { control } = useFormContext<RightValues>()
  const today = todayOf(useRightsServices())
  const sellers = useWatch({ control, name: 'allowedSellers' })
  const { fields, append, remove } = useFieldArray({ control, name: 'allowedSellers' })
  return (
    <div className="flex flex-col gap-3">
      {fields.length === 0 && <p className="text-ink-soft">{form.noSellers}</p>}
      {fields.map(({ id }, at) => (
        <fieldset key={id} className="rounded-lg border border-line p-3">
          <legend className="px-1 font-medium">{form.seller(at + 1)}</legend>
          <div className="grid gap-3 sm:grid-cols-3">
            <RightText name={`allowedSellers.${at}.sellerId`} label={form.sellerId} inputMode="numeric" />
            <RightText
              name={`allowedSellers.${at}.storeNumber`}
              label={form.storeNumber}
              inputMode="numeric"
            />
            <RightDay
              name={`allowedSellers.${at}.until`}
              label={form.sellerUntil}
              hint={isOver(sellers[at]?.until, today) ? form.sellerEnded : form.sellerUntilHint}
            />
            <RightText name={`allowedSellers.${at}.name`} label={form.sellerName} />
            <RightText
              name={`allowedSellers.${at}.note`}
              label={form.sellerNote}
              maxLength={2000}
              className="sm:col-span-2"
            />
          </div>
          <div className="mt-2 flex justify-end">
            <IconButton
              label={form.removeSeller(at + 1)}
              icon={<Trash2 size={15} aria-hidden />}
              onClick={() => remove(at)}
            />
          </div>
        </fieldset>
      ))}
      <Button
        className="self-start"
        onClick={() => append({ sellerId: '', storeNumber: '', name: '', until: '', note: '' })}
      >
        <Plus size={14} aria-hidden />
        {form.addSeller}
      </Button>
    </div>
  )
}
