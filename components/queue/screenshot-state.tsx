import { Camera, CameraOff, ShieldAlert, ShieldCheck } from 'lucide-react'
import { Popover } from 'radix-ui'
import type { CaptureJob } from '../../lib/evidence/capture.ts'
import { whyNoScreenshot } from '../../lib/pack/queue-pack/pack-screenshot.ts'
import type { ItemEvidence, ItemEvidenceNow } from '../../lib/queue/listing-state.ts'
import type { QueueEvidence } from '../../lib/queue/queue-entry.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { floatingContainer } from '../ui/floating-container.ts'
import { exactTime } from './row-facts.ts'
import { sealSentence, sealWord } from './seal-words.ts'
import { words } from './words.ts'

interface ScreenshotStateProps {
  /** Undefined while it is read. */
  evidence: QueueEvidence | undefined
  /** What was gathered on the item page; undefined while it is read. */
  item: ItemEvidenceNow | undefined
  /** It was added from a list: nothing of it was captured yet. */
  isFromList: boolean
  tabIndex: number
  openWelcome(): void
  openListing(): void
}

/** Whether there is a screenshot and whether it is sealed: a button that says more, and what to do. */
export function ScreenshotState(props: ScreenshotStateProps) {
  const { evidence, item, isFromList, tabIndex, openWelcome, openListing } = props
  if (!evidence) return null
  const { job } = evidence
  const status = job?.screenshot
  const what = words.screenshot[status?.state ?? 'missing']
  const isGood = status?.state === 'saved' && job?.seal.state !== 'failed'
  const name = job ? words.evidenceOf(what, sealWord(job.seal)) : words.whyNoScreenshot(what)
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button
          type="button"
          tabIndex={tabIndex}
          aria-label={name}
          title={name}
          // Larger than what is seen of it, and above the menu button: 24 pixels are the least for an unsteady hand.
          className="group relative -mb-1 flex h-6 items-start self-start rounded"
        >
          <span
            className={classNames(
              'inline-flex h-5 items-center gap-1 rounded px-1.5 text-xs font-medium whitespace-nowrap group-hover:underline',
              isGood ? 'text-good group-hover:bg-hover' : 'bg-warn-soft text-warn',
            )}
          >
            {status?.state === 'saved' ? (
              <Camera size={13} aria-hidden />
            ) : (
              <CameraOff size={12} aria-hidden />
            )}
            {status?.state !== 'saved' && what}
            {job && <SealMark job={job} />}
          </span>
        </button>
      </Popover.Trigger>
      <Popover.Portal container={floatingContainer()}>
        <Popover.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label={what}
          className="z-20 flex w-72 flex-col items-start gap-2 rounded-lg border border-line bg-raised p-3 shadow-lg"
        >
          <p>{isFromList ? words.evidenceToCome : screenshotSentence(job)}</p>
          {status?.state === 'no-permission' && (
            <Button size="small" onClick={openWelcome}>
              {words.allowScreenshots}
            </Button>
          )}
          {job && <p>{sealSentence(job.seal)}</p>}
          {item && <ItemEvidenceSentence state={item.state} openListing={openListing} />}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function ItemEvidenceSentence({ state, openListing }: { state: ItemEvidence; openListing(): void }) {
  return (
    <>
      <p>{words.itemEvidenceLong[state]}</p>
      {state !== 'complete' && state !== 'cut' && state !== 'gathering' && (
        <Button size="small" onClick={openListing}>
          {words.completeNow}
        </Button>
      )}
    </>
  )
}

/** Nothing while sealing is due: that passes by itself. */
function SealMark({ job: { seal } }: { job: CaptureJob }) {
  if (seal.state === 'sealed') return <ShieldCheck size={13} aria-hidden />
  if (seal.state !== 'failed') return null
  return (
    <>
      <ShieldAlert size={12} aria-hidden />
      {words.seal.isFailed}
    </>
  )
}

function screenshotSentence(job: CaptureJob | null): string {
  if (!job) return words.missingEvidence
  const { screenshot } = job
  return screenshot.state === 'saved'
    ? words.screenshot.savedAt(exactTime(screenshot.artefact.takenAtMs))
    : whyNoScreenshot(screenshot)
}
