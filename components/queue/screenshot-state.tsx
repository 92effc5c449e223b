import { Camera, CameraOff } from 'lucide-react'
import { Popover } from 'radix-ui'
import { whyNoScreenshot } from '../../lib/pack/pack-screenshot.ts'
import type { QueueEvidence } from '../../lib/queue/queue-entry.ts'
import { Button } from '../ui/button.tsx'
import { floatingContainer } from '../ui/floating-container.ts'
import { exactTime } from './row-facts.ts'
import { words } from './words.ts'

interface ScreenshotStateProps {
  /** Undefined while it is read. */
  evidence: QueueEvidence | undefined
  tabIndex: number
  openWelcome(): void
}

/** Whether there is a screenshot; where not, a button that says why and what to do. */
export function ScreenshotState({ evidence, tabIndex, openWelcome }: ScreenshotStateProps) {
  if (!evidence) return null
  const status = evidence.job?.screenshot
  if (status?.state === 'saved') {
    const when = words.screenshot.savedAt(exactTime(status.artefact.takenAtMs))
    return (
      <span className="inline-flex items-center gap-1 text-xs text-good" title={when}>
        <Camera size={13} aria-hidden />
        <span className="sr-only">{words.screenshot.saved}</span>
      </span>
    )
  }
  const what = words.screenshot[status?.state ?? 'missing']
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button
          type="button"
          tabIndex={tabIndex}
          title={words.whyNoScreenshot(what)}
          className="inline-flex h-5 items-center gap-1 rounded bg-warn-soft px-1.5 text-xs font-medium whitespace-nowrap text-warn hover:underline"
        >
          <CameraOff size={12} aria-hidden />
          {what}
        </button>
      </Popover.Trigger>
      <Popover.Portal container={floatingContainer()}>
        <Popover.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label={what}
          className="z-20 w-72 rounded-lg border border-line bg-raised p-3 shadow-lg"
        >
          <p>{status ? whyNoScreenshot(status) : words.missingEvidence}</p>
          {status?.state === 'no-permission' && (
            <Button size="small" className="mt-2" onClick={openWelcome}>
              {words.allowScreenshots}
            </Button>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
