import { useLiveQuery } from 'dexie-react-hooks'
import { ListChecks, Plus } from 'lucide-react'
import { useState } from 'react'
import { endingsOf } from '../../lib/rights/endings.ts'
import { isInForce } from '../../lib/rights/expiry.ts'
import { ToastRegion, useToast } from '../ui/toast.tsx'
import { ChinaAdvice } from './china-advice.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { EndingsNotice } from './endings-notice.tsx'
import { ExportMenu } from './export-menu.tsx'
import { filterRights, noFilter, type RightsFilter } from './filter-rights.ts'
import { HoldersList } from './holders-list.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { NewRightMenu } from './new-right-menu.tsx'
import { RightsEmpty } from './rights-empty.tsx'
import { RightsFilterBar } from './rights-filter-bar.tsx'
import { RightsList } from './rights-list.tsx'
import { RightsLoading, RightsPageFrame } from './rights-page-frame.tsx'
import { rightsHash } from './rights-view.ts'
import { todayOf, useRightsServices } from './services.ts'
import { TerritoryMap } from './territory-map.tsx'
import { UnsavedNew } from './unsaved-new.tsx'
import { removalWords, useRemoval } from './use-removal.ts'
import { words } from './words.ts'

/** All holders and rights, how they stand, and what can be done with them. */
export function RightsScreen() {
  const services = useRightsServices()
  const { repo, drafts } = services
  const read = useLiveQuery(
    async () => ({ holders: await repo.holders(), rights: await repo.rights() }),
    [repo],
  )
  const [filter, setFilter] = useState<RightsFilter>(noFilter)
  const [isImporting, setImporting] = useState(false)
  const toast = useToast()
  const { asked, ask, confirm } = useRemoval(toast.show)
  if (!read) return <RightsLoading />

  const { holders, rights } = read
  const today = todayOf(services)
  const shown = filterRights(rights, holders, filter)
  const isEmpty = rights.length === 0 && holders.length === 0
  const unsaved = new Set(drafts.names())
  return (
    <RightsPageFrame
      title={words.title}
      tabTitle={words.title}
      back={null}
      actions={
        <div className="flex flex-wrap gap-2">
          <a
            href={rightsHash({ view: 'steps' })}
            className="inline-flex h-8 items-center gap-1.5 rounded-md px-3 font-medium text-ink-soft hover:bg-hover hover:text-ink"
          >
            <ListChecks size={15} aria-hidden />
            {words.list.steps}
          </a>
          <ExportMenu
            isEmpty={isEmpty}
            holders={holders}
            rights={rights}
            show={toast.show}
            onImport={() => setImporting(true)}
          />
          {!isEmpty && <NewRightMenu />}
        </div>
      }
    >
      <UnsavedNew />
      {isEmpty && <RightsEmpty onImport={() => setImporting(true)} />}
      <EndingsNotice endings={endingsOf(rights, today)} />
      {!isEmpty && (
        <>
          <section aria-label={words.list.rights} className="flex flex-col gap-3">
            <RightsFilterBar filter={filter} onChange={setFilter} found={shown.length} of={rights.length} />
            <RightsList
              shown={shown}
              holders={holders}
              today={today}
              unsaved={unsaved}
              isFiltered={filter !== noFilter && rights.length > 0}
              onShowAll={() => setFilter(noFilter)}
              onRemove={(right) => ask({ kind: 'right', right })}
            />
          </section>
          <ChinaAdvice rights={rights.filter((right) => isInForce(right, today))} />
          <section aria-labelledby="holders" className="flex flex-col gap-2">
            <div className="flex items-center justify-between gap-3">
              <h2 id="holders" className="text-base font-semibold">
                {words.list.holders}
              </h2>
              <a
                href={rightsHash({ view: 'new-holder' })}
                className="inline-flex h-8 items-center gap-1.5 rounded-md border border-line bg-raised px-3 font-medium hover:bg-hover"
              >
                <Plus size={14} aria-hidden />
                {words.list.newHolder}
              </a>
            </div>
            <HoldersList
              holders={holders}
              rights={rights}
              unsaved={unsaved}
              onRemove={(holder) => ask({ kind: 'holder', holder })}
            />
          </section>
          {rights.length > 0 && (
            <section aria-labelledby="map" className="rounded-xl border border-line bg-raised p-4 sm:p-5">
              <h2 id="map" className="text-base font-semibold">
                {words.list.map}
              </h2>
              <p className="mb-3 text-ink-soft">{words.list.mapHint}</p>
              <TerritoryMap
                label={words.list.map}
                territory={[
                  ...new Set(shown.flatMap((right) => (isInForce(right, today) ? right.territory : []))),
                ]}
              />
            </section>
          )}
        </>
      )}
      {asked && (
        <ConfirmDialog
          {...removalWords(asked)}
          confirmLabel={words.remove}
          onConfirm={() => void confirm()}
          onClose={() => ask(null)}
        />
      )}
      {isImporting && <ImportDialog onClose={() => setImporting(false)} />}
      <ToastRegion toast={toast} dismissLabel={words.dismiss} />
    </RightsPageFrame>
  )
}
