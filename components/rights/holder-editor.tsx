import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback, useEffect, useState } from 'react'
import { newId } from '../../lib/core/ids.ts'
import { nameOfRight, newHolder } from '../../lib/rights/new-right.ts'
import type { Holder } from '../../lib/rights/right.ts'
import { Notice } from '../ui/notice.tsx'
import { focusField } from './field-of-point.ts'
import { FormSection } from './form-section.tsx'
import { HolderContact, HolderIdentity, useHolderForm } from './holder-form.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import { RightsLoading, RightsPageFrame } from './rights-page-frame.tsx'
import { rightHash, rightsHash } from './rights-view.ts'
import { SaveBar } from './save-bar.tsx'
import { useRightsServices } from './services.ts'
import { TypeMark } from './type-mark.tsx'
import { useSaveKey } from './use-save-key.ts'
import { useStored } from './use-stored.ts'
import { shownName, words } from './words.ts'

interface HolderEditorProps {
  holderId: string
  /** At which the person wants to begin. */
  field: string | null
  /** It is being entered, and not stored before it is saved. */
  isNew: boolean
}

/** The page of one holder. */
export function HolderEditor({ holderId, field, isNew }: HolderEditorProps) {
  const { repo } = useRightsServices()
  const read = useCallback(() => repo.holder(holderId), [repo, holderId])
  const stored = useStored(read)
  if (stored === undefined) return <RightsLoading />
  if (stored === null && isNew) return <Editing holder={newHolder(holderId, 0)} isNew field={field} />
  if (stored === null) {
    return (
      <RightsPageFrame title={words.title} tabTitle={words.title}>
        <Notice tone="warn">{words.missingHolder}</Notice>
      </RightsPageFrame>
    )
  }
  return <Editing holder={stored} isNew={false} field={field} />
}

/** Begins a holder: gives it its id, so that a reload goes on with it. */
export function NewHolder() {
  useEffect(() => {
    location.replace(rightsHash({ view: 'holder', holderId: newId(), field: null, isNew: true }))
  }, [])
  return <RightsLoading />
}

interface EditingProps extends Omit<HolderEditorProps, 'holderId'> {
  holder: Holder
}

function Editing({ holder: begun, isNew, field }: EditingProps) {
  const [holder] = useState(begun)
  const { repo } = useRightsServices()
  const { holderId } = holder
  const kept = useHolderForm(holder, isNew)
  const { form, isDirty, restored, savedAtMs, save, discard } = kept
  const all = useLiveQuery(() => repo.rights(), [repo])
  const rights = all?.filter((right) => right.holderId === holderId)
  useSaveKey(save)
  useEffect(() => {
    if (field !== null) focusField(field)
  }, [field])
  const title =
    savedAtMs === null ? words.holder.newTitle : form.formState.defaultValues?.name || words.unnamedHolder
  return (
    <RightsPageFrame title={title} tabTitle={title} isWide={false}>
      <LeaveGuard isDirty={isDirty} save={save} discard={discard} />
      {restored && (
        <Notice tone="warn">
          <p className="font-medium">{words.form.restored}</p>
          {restored.changedMeanwhile && <p>{words.form.changedMeanwhile}</p>}
        </Notice>
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
        className="flex flex-col gap-5"
      >
        <FormSection title={words.holder.who}>
          <HolderIdentity form={form} />
        </FormSection>
        <FormSection title={words.holder.contact}>
          <HolderContact form={form} />
        </FormSection>
        {savedAtMs !== null && (
          <FormSection title={words.holder.rights}>
            {rights?.length === 0 && <p className="text-ink-soft">{words.holder.noRights}</p>}
            <ul className="flex flex-col gap-1.5">
              {rights?.map((right) => (
                <li key={right.rightId} className="flex items-center gap-2">
                  <TypeMark ipType={right.ipType} />
                  <a href={rightHash(right.rightId)} className="text-accent hover:underline" dir="auto">
                    {shownName(nameOfRight(right), right.ipType)}
                  </a>
                </li>
              ))}
            </ul>
          </FormSection>
        )}
        <SaveBar kept={kept} wrongFields={Object.keys(form.formState.errors).length} />
      </form>
    </RightsPageFrame>
  )
}
