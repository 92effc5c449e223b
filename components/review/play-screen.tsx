import { useCallback, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import { everything } from '../../lib/queue/review/review-filter.ts'
import { useMinute } from '../queue/use-minute.ts'
import { LoadingPage } from '../ui/loading-page.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { ToastRegion, useToast } from '../ui/toast.tsx'
import { type PlayDialog, PlayDialogs } from './play-dialogs.tsx'
import { PlayEnd } from './play-end.tsx'
import { PlayFacts } from './play-facts.tsx'
import { PlayHead } from './play-head.tsx'
import { PlayJudgement } from './play-judgement.tsx'
import { PlayPictures } from './play-pictures.tsx'
import { PlayRights } from './play-rights.tsx'
import { PlaySeller } from './play-seller.tsx'
import { reviewHash } from './review-view.ts'
import { titleOf } from './review-words-of.tsx'
import type { ReviewServices } from './services.ts'
import { useBeside } from './use-beside.ts'
import { usePlay } from './use-play.ts'
import { usePlayActs } from './use-play-acts.ts'
import { usePlayKeys } from './use-play-keys.ts'
import { words } from './words.ts'

/** One listing after the other, each with everything that a judgement rests on beside it. */
export function PlayScreen({ services }: { services: ReviewServices }) {
  const toast = useToast()
  const { show } = toast
  const fail = useCallback(
    (error: unknown) => show({ text: failureFrom(error, 'reviewing').message, tone: 'danger' }),
    [show],
  )
  const playing = usePlay(services, fail)
  const { play, place, shown } = playing
  const row = shown?.row ?? null
  const beside = useBeside(services, row, fail)
  const nowMs = useMinute(services.clock)
  // By the play itself: after a reload nothing else knows the list that it came from.
  const listAddress = reviewHash(play?.filter ?? everything)
  const [dialog, setDialog] = useState<PlayDialog | null>(null)
  const [picture, setPicture] = useState<{ of: string; at: number } | null>(null)
  const pictureAt = picture && picture.of === row?.flag.flagId ? picture.at : 0
  const acts = usePlayActs({ services, playing, beside, show, openDialog: setDialog })
  const many = beside.pictures?.length ?? 0
  usePlayKeys({
    acts,
    isOpen: dialog !== null,
    openDialog: setDialog,
    moveBy: playing.moveBy,
    movePicture: (by) =>
      row && setPicture({ of: row.flag.flagId, at: Math.max(0, Math.min(pictureAt + by, many - 1)) }),
    back: () => location.assign(listAddress),
  })

  if (play === undefined) return <LoadingPage label={words.reading} />
  if (play === null || play.flagIds.length === 0) return <NoPlay listAddress={listAddress} />
  const of = play.flagIds.length
  const isEnd = place >= of
  return (
    <main className="flex min-h-80 grow flex-col">
      <PlayHead
        place={place + 1}
        of={of}
        listAddress={listAddress}
        onMove={playing.moveBy}
        onUndo={() => void acts.undo()}
        onKeys={() => setDialog({ kind: 'keys' })}
      />
      {isEnd && <PlayEnd of={of} onFirst={() => playing.moveBy(-of)} listAddress={listAddress} />}
      {!isEnd && (
        <div className="flex flex-col gap-3 px-4 py-3 sm:px-6">
          <PageHeading
            key={play.startedAtMs}
            tabTitle={words.playTabTitle(place + 1, of)}
            className="text-lg break-words"
          >
            <span dir="auto">{row ? titleOf(row) : words.damaged}</span>
          </PageHeading>
          {services.readOnlyBecause && (
            <Notice tone="warn">{words.readOnly(services.readOnlyBecause.message)}</Notice>
          )}
          {acts.notice !== null && <Notice tone="plain">{acts.notice}</Notice>}
          {row && (
            <div className="grid items-start gap-4 md:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[minmax(0,1fr)_20rem_20rem]">
              <PlayPictures
                pictures={beside.pictures}
                chosen={pictureAt}
                onChoose={(at) => setPicture({ of: row.flag.flagId, at })}
                read={services.readBytes}
                imageUrl={row.listing?.imageUrl ?? null}
              />
              <div className="flex min-w-0 flex-col gap-3">
                <PlayJudgement
                  row={row}
                  known={beside.known}
                  nowMs={nowMs}
                  isLocked={!acts.mayJudge}
                  isReadOnly={!acts.mayMark}
                  onDecide={(decision) => void acts.decide(decision)}
                  onRight={() => acts.openIfAllowed('right')}
                  onNote={() => acts.openIfAllowed('note')}
                  onSkip={() => acts.openIfAllowed('skip')}
                  onCheck={() => acts.openIfAllowed('check')}
                />
                <PlayFacts row={row} captureAddress={services.addresses.capture} onOpen={acts.openListing} />
              </div>
              <div className="flex min-w-0 flex-col gap-3 md:max-xl:col-start-2">
                <PlayRights
                  known={beside.known}
                  chosenId={row.flag.rightId}
                  proposals={beside.proposals}
                  read={services.rights.readFile}
                  rightsAddress={services.addresses.rights}
                  isLocked={!acts.mayJudge}
                  onJudgeBy={(proposal) => void acts.judgeBy(proposal)}
                />
                <PlaySeller
                  record={beside.seller}
                  isCatchingUp={beside.isSellerBehind}
                  address={services.addresses.seller}
                />
              </div>
            </div>
          )}
        </div>
      )}
      <PlayDialogs
        dialog={dialog}
        row={row}
        known={beside.known}
        acts={acts}
        onClose={() => setDialog(null)}
      />
      <ToastRegion toast={toast} dismissLabel={words.dismiss} />
    </main>
  )
}

const NoPlay = ({ listAddress }: { listAddress: string }) => (
  <main className="flex flex-1 flex-col items-center justify-center gap-3 p-8 text-center">
    <PageHeading tabTitle={words.tabTitle}>{words.title}</PageHeading>
    <p className="max-w-md text-ink-soft text-balance">{words.playNone}</p>
    <a href={listAddress} className="text-accent underline">
      {words.backToList}
    </a>
  </main>
)
