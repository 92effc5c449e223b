import { useMemo } from 'react'
import { changeAnswer } from '../../../lib/complaints/enter-follow-up.ts'
import type { FollowUp } from '../../../lib/complaints/follow-up.ts'
import { dueDatesOf } from '../../../lib/complaints/follow-up-dates.ts'
import { formEntries } from '../../../lib/complaints/form-entries.ts'
import { portalOf } from '../../../lib/complaints/portal-rules.ts'
import { expiryOf } from '../../../lib/rights/expiry.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { FilePart } from '../file-part.tsx'
import { words as common } from '../words.ts'
import { AnswerPart } from './answer-part.tsx'
import { AnswerText } from './answer-text.tsx'
import type { ComplaintDeskProps } from './complaint-desk-props.ts'
import { useDeskActs } from './desk-acts.ts'
import { EntriesPart } from './entries-part.tsx'
import { PortalLink } from './portal-link.tsx'
import { deskWords as words } from './words.ts'

interface FollowUpDeskProps extends ComplaintDeskProps {
  subject: ComplaintDeskProps['subject'] & { followUp: FollowUp }
}

/** A counter-notice or a decision on the desk: its clocks, what to check, the answer, and how it went. */
export function FollowUpDesk({ services, desk, subject }: FollowUpDeskProps) {
  const { choose, fail, show } = useDeskActs()
  const { known } = desk
  const { followUp, read } = subject
  const { complaint } = read
  const { followUpId, kind, stated, receivedOn, comIds, attachments } = followUp
  const portal = portalOf(known.rules, complaint.portalId)
  const right = known.rightOf.get(complaint.rightId) ?? null
  const holder = (right && known.holderOf.get(right.holderId)) ?? null
  const lines = useMemo(() => read.lines.filter(({ line }) => comIds.includes(line.comId)), [read, comIds])
  const listings = lines.map(({ facts }) => facts)
  const entries = formEntries({ complaint, right, holder, listings, rules: known.rules }, followUp.answer)
  const files = useMemo(
    () => attachments.map((document) => ({ fileId: document.sha256, kind: 'attachment' as const, document })),
    [attachments],
  )
  const isOpen = followUp.state === 'received'
  const attach = async (documents: FollowUp['attachments']) => {
    try {
      const outcome = await changeAnswer(services, followUpId, { attachments: documents })
      if (!outcome.ok) show({ text: outcome.error.message, tone: 'danger' })
    } catch (error) {
      fail(error, 'storing the answer')
    }
  }
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {portal && <PortalLink portal={portal} />}
        <Button onClick={() => choose(complaint.complaintId)}>{words.backToComplaint}</Button>
      </div>
      <section aria-label={words.dates} className="flex flex-col gap-1.5">
        <h2 className="font-semibold">{words.followUp[kind](receivedOn, comIds.length)}</h2>
        {stated && (
          <p className="break-words whitespace-pre-wrap text-ink-soft" dir="auto">
            {stated}
          </p>
        )}
        <DueDates desk={desk} followUp={followUp} portal={portal} />
      </section>
      {followUp.kind === 'counter-notice' && followUp.grounds.length > 0 && (
        <section aria-label={words.check} className="flex flex-col gap-1.5">
          <h2 className="font-semibold">{words.check}</h2>
          <dl className="flex flex-col gap-1.5">
            {followUp.grounds.map((ground) => (
              <div key={ground}>
                <dt className="font-medium">{words.ground[ground]}</dt>
                <dd className="m-0 text-ink-soft">{words.checkGround[ground]}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {isOpen ? (
        <>
          <AnswerText services={services} followUp={followUp} />
          <FilePart
            label={words.addFile}
            files={attachments}
            services={services}
            onChange={(documents) => void attach(documents)}
          />
          <EntriesPart
            services={services}
            subjectId={followUpId}
            entries={entries}
            marks={subject.marks}
            files={{ files, portal, isDesign: false, lines, folder: words.folder(followUpId) }}
          />
          <AnswerPart services={services} followUp={followUp} today={known.today} />
        </>
      ) : (
        <Notice tone="good">
          <p>{words.answeredAs(words.state[followUp.state], followUp.answeredOn ?? '')}</p>
          {[followUp.answer, followUp.note]
            .filter((text) => text !== '')
            .map((text) => (
              <p key={text} className="mt-1 break-words whitespace-pre-wrap text-ink-soft" dir="auto">
                {text}
              </p>
            ))}
        </Notice>
      )}
    </>
  )
}

function DueDates({
  desk: { known, calendar },
  followUp,
  portal,
}: Pick<FollowUpDeskProps, 'desk'> & { followUp: FollowUp; portal: ReturnType<typeof portalOf> }) {
  return (
    <dl className="flex flex-col gap-1">
      {dueDatesOf(followUp, portal, known.rules, calendar.addBusinessDays).map(({ what, on, certainty }) => {
        const expiry = expiryOf(on, known.today)
        const inDays = expiry.state === 'no-end' ? 0 : expiry.inDays
        return (
          <div key={what} className="rounded-md border border-line bg-sunken px-2.5 py-1.5">
            <dt className="text-xs text-ink-soft">{words.due[what]}</dt>
            <dd className={inDays <= 1 ? 'm-0 font-medium text-danger' : 'm-0 font-medium'}>
              {on} <span className="font-normal">({words.inDays(inDays)})</span>
              <span className="block text-xs font-normal text-ink-soft">
                {words.dueBasis(common.certainty[certainty])}
              </span>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
