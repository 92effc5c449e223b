import { ListChecks } from 'lucide-react'
import { linkLook } from '../ui/link-look.ts'
import { words } from './words.ts'

/** Shown while nothing was judged: what to do first. */
export const ReviewEmpty = ({ quickEntry }: { quickEntry: string }) => (
  <div className="flex flex-1 flex-col items-center justify-center gap-3 p-8 text-center">
    <ListChecks size={40} aria-hidden className="text-line-strong" />
    <h2 className="text-base font-semibold">{words.emptyTitle}</h2>
    <p className="max-w-md text-ink-soft text-balance">{words.empty}</p>
    <a href={quickEntry} className={linkLook}>
      {words.emptyList}
    </a>
  </div>
)
