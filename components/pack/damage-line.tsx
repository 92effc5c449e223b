import { FileX } from 'lucide-react'
import { backlogWords as words } from './backlog-words.ts'

interface DamageLineProps {
  /** In how many captures something is not as it was sealed. */
  captures: number
  /** Opens the page that names it, and says what to do. */
  onOpen(): void
}

/** Says that Docket found damaged evidence when it looked through it by itself. Everything else goes on. */
export const DamageLine = ({ captures, onOpen }: DamageLineProps) => (
  <section
    aria-label={words.damageRegion}
    className="flex shrink-0 items-center gap-2.5 border-b border-danger/40 bg-danger-soft px-3 py-1.5 font-semibold text-ink"
  >
    <FileX size={18} aria-hidden className="shrink-0 text-danger" />
    <p role="alert" className="min-w-0 flex-1">
      {words.damaged(captures)}
    </p>
    <button
      type="button"
      onClick={onOpen}
      className="h-7 shrink-0 rounded-md px-2 font-medium text-accent hover:underline"
    >
      {words.look}
    </button>
  </section>
)
