import { useState } from 'react'
import type { FollowUp } from '../../../lib/complaints/follow-up.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { complaintName } from '../complaint-names.ts'
import type { ComplaintDeskProps } from './complaint-desk-props.ts'
import { CorrectFiling } from './correct-filing.tsx'
import { useDeskActs } from './desk-acts.ts'
import { EnterFollowUp } from './enter-follow-up.tsx'
import { deskWords as words } from './words.ts'

/** A filed complaint: its case, the next one to file, and what came after. */
export function FiledPart({ services, desk, subject }: ComplaintDeskProps) {
  const { choose } = useDeskActs()
  const { complaint, lines } = subject.read
  const [entering, setEntering] = useState<FollowUp['kind'] | null>(null)
  const next = desk.pile.ready[0]?.complaint
  const own = desk.followUps.filter(({ complaintId }) => complaintId === complaint.complaintId)
  return (
    <>
      <Notice tone="good">
        <p>{words.filedAs(complaint.caseNumber ?? '', complaint.filedOn ?? '')}</p>
        {complaint.note && (
          <p className="mt-1 break-words whitespace-pre-wrap text-ink-soft" dir="auto">
            {complaint.note}
          </p>
        )}
      </Notice>
      <CorrectFiling
        services={services}
        complaint={complaint}
        listings={lines.length}
        today={desk.known.today}
      />
      {next ? (
        <Button look="primary" className="max-w-full" onClick={() => choose(next.complaintId)}>
          <span className="truncate">{words.next(complaintName(desk.known, next))}</span>
        </Button>
      ) : (
        <p className="text-ink-soft">{words.allFiled}</p>
      )}
      <section aria-label={words.after} className="flex flex-col gap-2">
        <h2 className="font-semibold">{words.after}</h2>
        {own.length === 0 && <p className="text-ink-soft">{words.nothingAfter}</p>}
        <ul className="flex flex-col gap-1.5">
          {own.map(({ followUpId, kind, receivedOn, comIds, state }) => (
            <li key={followUpId}>
              <button
                type="button"
                onClick={() => choose(followUpId)}
                className="w-full rounded-lg border border-line bg-raised px-3 py-2 text-start hover:bg-hover"
              >
                <span className="block font-medium">{words.followUp[kind](receivedOn, comIds.length)}</span>
                <span className="block text-xs text-ink-soft">{words.state[state]}</span>
              </button>
            </li>
          ))}
        </ul>
        {entering ? (
          <EnterFollowUp
            key={entering}
            services={services}
            kind={entering}
            complaintId={complaint.complaintId}
            lines={lines}
            today={desk.known.today}
            onClose={() => setEntering(null)}
          />
        ) : (
          <div className="flex flex-wrap gap-2">
            {(['counter-notice', 'appeal'] as const).map((kind) => (
              <Button key={kind} onClick={() => setEntering(kind)}>
                {words.enter[kind]}
              </Button>
            ))}
          </div>
        )}
      </section>
    </>
  )
}
