import { ChevronRight } from 'lucide-react'
import type { ComplaintSection } from './complaint-sections.ts'
import { words } from './words.ts'

interface ComplaintHeadProps {
  section: ComplaintSection
  /** Pixels below the top of its group's list. */
  top: number
  height: number
  openComplaints(): void
}

/** What will be one complaint: right, reason and how many listings; it leads to the page where it is prepared. */
export function ComplaintHead({ section, top, height, openComplaints }: ComplaintHeadProps) {
  const { name, part, of, entries } = section
  const title = name ?? words.rightNotChosen
  const count = of > 1 ? `${entries.length} · ${words.complaintPart(part, of)}` : `${entries.length}`
  return (
    <li
      style={{ top, height }}
      className="absolute inset-x-0 flex items-center border-b border-line bg-sunken pe-2 ps-9 text-xs"
    >
      <button
        type="button"
        title={words.openComplaint(title)}
        onClick={openComplaints}
        className="flex min-w-0 flex-1 items-center gap-1.5 rounded text-start hover:underline"
      >
        <span className={name === null ? 'truncate text-ink-soft' : 'truncate font-medium'} dir="auto">
          {title}
        </span>
        <span className="shrink-0 text-ink-soft tabular-nums">{count}</span>
        <ChevronRight size={13} aria-hidden className="shrink-0 text-ink-soft" />
      </button>
    </li>
  )
}
