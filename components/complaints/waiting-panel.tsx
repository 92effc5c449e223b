import { useCallback, useMemo, useState } from 'react'
import type { QueuedListing } from '../../lib/complaints/complaint-reader.ts'
import { groupProposals } from '../../lib/complaints/group-proposals.ts'
import { allToggled, noSelection, rangeToggled, toggled, withoutGone } from '../queue/selection.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { ChooseRightDialog } from './choose-right-dialog.tsx'
import type { Known } from './read-known.ts'
import { useWaitingKeys } from './use-waiting-keys.ts'
import { type WaitingGroup, waitingLayout } from './waiting-layout.ts'
import { WaitingList } from './waiting-list.tsx'
import { words } from './words.ts'

interface WaitingPanelProps {
  waiting: readonly QueuedListing[]
  known: Known
  /** Stores the person's choice. */
  decide(listings: readonly QueuedListing[], rightId: string, reasonId: string): Promise<boolean>
  openUrl(url: string): void
}

/** Queued listings that have no right or reason yet, with what is proposed for them. */
export function WaitingPanel({ waiting, known, decide, openUrl }: WaitingPanelProps) {
  const layout = useMemo(() => waitingLayout(groupProposals(waiting, known)), [waiting, known])
  /** Reason that the person chose for a right last; nothing is assumed before. */
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map())
  const [ticked, setTicked] = useState(noSelection)
  const selection = useMemo(() => withoutGone(ticked, new Set(layout.shownIds)), [ticked, layout])
  const [activeId, setActiveId] = useState<string | null>(null)
  const [focus, setFocus] = useState<{ flagId: string } | null>(null)
  const [choosing, setChoosing] = useState<readonly QueuedListing[] | null>(null)
  const active = activeId !== null && layout.rowOf.has(activeId) ? activeId : (layout.shownIds[0] ?? null)

  const focusRow = useCallback((flagId: string | null) => {
    setActiveId(flagId)
    setFocus(flagId === null ? null : { flagId })
  }, [])
  const reasonFor = ({ proposal }: WaitingGroup): string =>
    proposal ? (reasons.get(proposal.rightId) ?? proposal.reasonId ?? '') : ''

  /** Decides, and goes on with the row that stands next. */
  const decideAndMove = async (listings: readonly QueuedListing[], rightId: string, reasonId: string) => {
    const gone = new Set(listings.map(({ flagId }) => flagId))
    const at = active === null ? 0 : layout.shownIds.indexOf(active)
    const stays = (id: string) => !gone.has(id)
    const next = layout.shownIds.slice(at).find(stays) ?? layout.shownIds.slice(0, at).findLast(stays) ?? null
    setReasons((before) => new Map(before).set(rightId, reasonId))
    if (await decide(listings, rightId, reasonId)) {
      setTicked(noSelection)
      focusRow(next)
    }
  }
  /** Accepts where a reason is known; else asks for it. */
  const accept = (group: WaitingGroup, listings: readonly QueuedListing[]) => {
    const reasonId = reasonFor(group)
    if (group.proposal && reasonId !== '') void decideAndMove(listings, group.proposal.rightId, reasonId)
    else setChoosing(listings)
  }
  const targetsOf = (flagId: string): QueuedListing[] => {
    const ids = selection.ids.has(flagId) ? [...selection.ids] : [flagId]
    return ids.flatMap((id) => layout.rowOf.get(id)?.listing ?? [])
  }
  const row = active === null ? undefined : layout.rowOf.get(active)
  useWaitingKeys({
    row:
      row && active !== null
        ? {
            move(by) {
              const index = layout.shownIds.indexOf(active) + by
              focusRow(layout.shownIds[Math.max(0, Math.min(index, layout.shownIds.length - 1))] ?? null)
            },
            tickGroup: () =>
              setTicked((before) =>
                allToggled(
                  before,
                  row.group.listings.map(({ flagId }) => flagId),
                ),
              ),
            accept: () => accept(row.group, targetsOf(active)),
            acceptGroup: () => accept(row.group, row.group.listings),
            choose: () => setChoosing(targetsOf(active)),
            open: () => openUrl(row.listing.facts.url),
          }
        : null,
    clear: () => setTicked(noSelection),
  })
  const firstOf = (listings: readonly QueuedListing[]) => {
    const group = layout.rowOf.get(listings[0]?.flagId ?? '')?.group
    return { rightId: group?.proposal?.rightId ?? '', reasonId: group ? reasonFor(group) : '' }
  }
  if (waiting.length === 0) return <Notice tone="good">{words.allDecided}</Notice>
  return (
    <>
      <WaitingList
        layout={layout}
        known={known}
        selectedIds={selection.ids}
        activeId={active}
        focus={focus}
        reasonFor={reasonFor}
        onReason={(rightId, reasonId) => setReasons((before) => new Map(before).set(rightId, reasonId))}
        onActive={setActiveId}
        onTick={(flagId, range) =>
          setTicked((before) =>
            range ? rangeToggled(before, flagId, layout.shownIds) : toggled(before, flagId),
          )
        }
        onAccept={accept}
        onChoose={setChoosing}
      />
      <p className="text-xs text-ink-soft">{words.keysHint}</p>
      {selection.ids.size > 0 && (
        <div className="flex flex-wrap items-center gap-2 rounded-lg border border-line bg-accent-soft px-3 py-2">
          <span role="status" className="font-medium">
            {words.selected(selection.ids.size)}
          </span>
          <Button
            size="small"
            onClick={() =>
              setChoosing([...selection.ids].flatMap((id) => layout.rowOf.get(id)?.listing ?? []))
            }
          >
            {words.chooseAll(selection.ids.size)}
          </Button>
          <Button size="small" look="quiet" onClick={() => setTicked(noSelection)}>
            {words.clearSelection}
          </Button>
        </div>
      )}
      {choosing && (
        <ChooseRightDialog
          many={choosing.length}
          known={known}
          first={firstOf(choosing)}
          onChoose={(rightId, reasonId) => {
            setChoosing(null)
            void decideAndMove(choosing, rightId, reasonId)
          }}
          onClose={() => setChoosing(null)}
          returnFocus={() => focusRow(active)}
        />
      )}
    </>
  )
}
