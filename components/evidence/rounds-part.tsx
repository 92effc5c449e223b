import { exactTime } from '../queue/row-facts.ts'
import { Notice } from '../ui/notice.tsx'
import { FlawList } from './flaw-list.tsx'
import type { ShownFacts, StorageServices } from './storage-services.ts'
import { storageWords as words } from './storage-words.ts'

interface RoundsPartProps {
  rounds: ShownFacts['rounds']
  captures: number
  addresses: StorageServices['addresses']
}

/** What Docket found when it looked through all evidence by itself, and what to do about it. */
export function RoundsPart({ rounds: { current, last, flaws }, captures, addresses }: RoundsPartProps) {
  return (
    <>
      <p className="tabular-nums">
        {last
          ? words.round(last.files, last.captures, exactTime(last.endedAtMs), flaws.length > 0)
          : words.noRound}
        {current && ` ${words.roundNow(current.captures, captures)}`}
      </p>
      {flaws.length > 0 && (
        <Notice tone="danger">
          <p className="font-semibold">{words.damaged}</p>
          <FlawList flaws={flaws} addresses={addresses} />
          <p>{words.mend}</p>
          <a href="#/restore" className="self-start text-accent underline">
            {words.mendLink}
          </a>
        </Notice>
      )}
    </>
  )
}
