import { PackageOpen } from 'lucide-react'
import type { Complaint } from '../../lib/complaints/complaint.ts'
import { packsHash } from '../pack/packs-view.ts'
import { exactTime } from '../queue/row-facts.ts'
import { draftWords as words } from './draft-words.ts'

/** The way to the pack of one complaint; where something blocks it, the page there says what. */
export const MakePack = ({ complaint, isReady }: { complaint: Complaint; isReady: boolean }) => (
  <span className="flex flex-wrap items-center gap-2">
    <a
      href={packsHash({ complaintIds: [complaint.complaintId], evidence: 'named' })}
      className={`inline-flex h-8 items-center gap-1.5 rounded-md border px-3 text-[0.8125rem] font-medium ${
        isReady
          ? 'border-transparent bg-accent text-on-accent hover:brightness-110'
          : 'border-line hover:bg-hover'
      }`}
    >
      <PackageOpen size={15} aria-hidden />
      {words.makePack}
    </a>
    {complaint.lastPack && (
      <span className="text-xs text-ink-soft">
        {complaint.lastPack.packedAtMs < complaint.changedAtMs
          ? words.packedBefore(exactTime(complaint.lastPack.packedAtMs))
          : words.packed(exactTime(complaint.lastPack.packedAtMs))}
      </span>
    )}
  </span>
)
