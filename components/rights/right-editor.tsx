import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { newId } from '../../lib/core/ids.ts'
import type { IpType } from '../../lib/queue/flag.ts'
import { nameOfRight, newRight } from '../../lib/rights/new-right.ts'
import type { Holder, Right } from '../../lib/rights/right.ts'
import { Notice } from '../ui/notice.tsx'
import { newRightDraftName, rightDraftName } from './draft-store.ts'
import { dropFiles, hashesIn } from './drop-files.ts'
import { LeaveGuard } from './leave-guard.tsx'
import { RightForm } from './right-form.tsx'
import { type RightValues, rightResolver, rightValuesSchema, valuesOfRight } from './right-values.ts'
import { RightsLoading, RightsPageFrame } from './rights-page-frame.tsx'
import { rightsHash } from './rights-view.ts'
import { useRightsServices } from './services.ts'
import { useKeptForm } from './use-kept-form.ts'
import { useStored } from './use-stored.ts'
import { shownName, typeNames, words } from './words.ts'

interface RightEditorProps {
  rightId: string
  /** At which the person wants to begin, as open points name it. */
  field: string | null
  /** Type of a right that is being entered; null for one that is stored. */
  newType: IpType | null
}

/** The page of one right. */
export function RightEditor({ rightId, field, newType }: RightEditorProps) {
  const { repo } = useRightsServices()
  const read = useCallback(() => repo.right(rightId), [repo, rightId])
  const stored = useStored(read)
  const around = useAround()
  if (stored === undefined || !around) return <RightsLoading />
  if (stored === null && newType !== null) {
    // With one holder there is nothing to choose.
    const only = around.holders.length === 1 ? around.holders[0] : undefined
    const right = newRight(newType, { rightId, holderId: only?.holderId ?? '', nowMs: 0 })
    return <Editing right={right} isNew field={field} {...around} />
  }
  if (stored === null) {
    return (
      <RightsPageFrame title={words.title} tabTitle={words.title}>
        <Notice tone="warn">{words.missingRight}</Notice>
      </RightsPageFrame>
    )
  }
  return <Editing right={stored} isNew={false} field={field} {...around} />
}

/** Begins a right: gives it its id, so that a reload goes on with it. */
export function NewRight({ ipType }: { ipType: IpType }) {
  useEffect(() => {
    location.replace(rightsHash({ view: 'right', rightId: newId(), field: null, newType: ipType }))
  }, [ipType])
  return <RightsLoading />
}

/** What the form needs to know of other holders and rights; follows changes. */
function useAround(): { holders: Holder[]; rights: Right[] } | undefined {
  const { repo } = useRightsServices()
  return useLiveQuery(async () => ({ holders: await repo.holders(), rights: await repo.rights() }), [repo])
}

interface EditingProps {
  right: Right
  isNew: boolean
  field: string | null
  holders: Holder[]
  rights: Right[]
}

function Editing({ right, isNew, field, holders, rights }: EditingProps) {
  const services = useRightsServices()
  const { repo, drafts, clock } = services
  const [begun] = useState(right)
  const { rightId, ipType } = begun
  const [storedValues] = useState(() => valuesOfRight(begun))
  const resolver = useMemo(() => rightResolver(rightId, () => clock().wallMs), [rightId, clock])
  const nameOf = useCallback(
    (seen: number | null) => (seen === null ? newRightDraftName(ipType, rightId) : rightDraftName(rightId)),
    [ipType, rightId],
  )
  const kept = useKeptForm<RightValues, Right>({
    drafts,
    nameOf,
    stored: storedValues,
    seen: isNew ? null : begun.changedAtMs,
    shape: rightValuesSchema,
    resolver,
    async commit(saved, seen) {
      const named = hashesIn([await repo.right(rightId), kept.form.getValues()])
      await repo.saveRight(saved, seen)
      await dropFiles(services, named)
      return { values: valuesOfRight(saved), seen: saved.changedAtMs }
    },
  })
  const discard = () => {
    const named = hashesIn(kept.form.getValues())
    kept.discard()
    void dropFiles(services, named)
  }
  const stored = rights.find((each) => each.rightId === rightId)
  const title = stored ? shownName(nameOfRight(stored), ipType) : words.form.newTitle[ipType]
  return (
    <RightsPageFrame
      title={title}
      tabTitle={title}
      actions={<p className="text-ink-soft">{typeNames[ipType]}</p>}
    >
      <LeaveGuard isDirty={kept.isDirty} save={kept.save} discard={discard} />
      <RightForm
        kept={{ ...kept, discard }}
        rightId={rightId}
        ipType={ipType}
        holders={holders}
        others={rights.filter((each) => each.ipType === ipType && each.rightId !== rightId)}
        field={field}
      />
    </RightsPageFrame>
  )
}
