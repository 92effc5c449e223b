import { Camera } from 'lucide-react'
import { useState } from 'react'
import type { ToastMessage } from '../ui/toast.tsx'
import type { QueueServices } from './services.ts'
import type { MissingHere } from './use-missing-here.ts'
import { words } from './words.ts'

interface MissingScreenshotsLineProps {
  missing: MissingHere
  services: QueueServices
  show(message: ToastMessage): void
}

/** Opening the popup let Docket photograph the page behind it: offers to take what is missing there. */
export function MissingScreenshotsLine({ missing, services, show }: MissingScreenshotsLineProps) {
  const [isTaking, setIsTaking] = useState(false)
  const take = async () => {
    setIsTaking(true)
    const outcome = await services.takeMissingScreenshots(missing.tabId)
    setIsTaking(false)
    show(outcome.ok ? { text: words.taken } : { text: outcome.error.message, tone: 'danger' })
  }
  return (
    <div className="flex items-center gap-2.5 border-b border-line bg-warn-soft px-3 py-1.5 text-ink">
      <Camera size={15} aria-hidden className="shrink-0 text-warn" />
      <p className="min-w-0 flex-1">{words.missingHere(missing.count)}</p>
      <button
        type="button"
        disabled={isTaking}
        onClick={take}
        className="h-7 shrink-0 rounded-md px-2 font-medium text-accent hover:underline disabled:no-underline"
      >
        {isTaking ? words.taking : missing.count === 1 ? words.takeOneNow : words.takeNow}
      </button>
    </div>
  )
}
