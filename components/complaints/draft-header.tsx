import { PanelRight } from 'lucide-react'
import type { Complaint } from '../../lib/complaints/complaint.ts'
import { Button } from '../ui/button.tsx'
import { draftWords as words } from './draft-words.ts'
import { MakePack } from './make-pack.tsx'
import { StandingMark } from './points-panel.tsx'
import { words as common } from './words.ts'

interface DraftHeaderProps {
  name: string
  complaint: Complaint
  /** Number of its listings. */
  lines: number
  isReady: boolean
  isSaved: boolean
  openDesk(): void
}

/** What a complaint is and how it stands, and what can be done with it as a whole. */
export function DraftHeader({ name, complaint, lines, isReady, isSaved, openDesk }: DraftHeaderProps) {
  const isFixed = complaint.state === 'filed'
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <h1 className="min-w-0 text-xl font-semibold break-words" dir="auto">
        {name}
      </h1>
      {!isFixed && <StandingMark isReady={isReady} />}
      <p className="text-ink-soft tabular-nums">{common.listings(lines)}</p>
      <MakePack complaint={complaint} isReady={isFixed || isReady} />
      <Button onClick={openDesk}>
        <PanelRight size={15} aria-hidden />
        {words.openDesk}
      </Button>
      <p role="status" className="ms-auto text-xs text-ink-soft">
        {isSaved ? words.saved : words.notSaved}
      </p>
    </header>
  )
}
