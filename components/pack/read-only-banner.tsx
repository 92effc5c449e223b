import { OctagonAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Failure } from '../../lib/core/result.ts'
import { restoreWords as words } from './restore-words.ts'

interface ReadOnlyBannerProps {
  /** Why nothing may be written. */
  because: Failure
  /** Leads to what can be done about it; nothing where only an update helps. */
  action?: ReactNode
}

/** Stands over every page while Docket only shows what is stored. */
export const ReadOnlyBanner = ({ because, action }: ReadOnlyBannerProps) => (
  <section
    aria-label={words.bannerRegion}
    className="flex shrink-0 items-start gap-2.5 border-b border-danger/40 bg-danger-soft px-3 py-2 text-ink"
  >
    <OctagonAlert size={18} aria-hidden className="mt-0.5 shrink-0 text-danger" />
    <div role="alert" className="min-w-0 flex-1">
      <p className="font-semibold">{words.bannerTitle}</p>
      <p className="break-words">{because.message}</p>
    </div>
    {action}
  </section>
)

/** Whether lost evidence is the reason, which the restore guide is about. */
export const isLoss = ({ code }: Failure): boolean =>
  code.startsWith('ledger-') || code === 'anchor-unreadable'
