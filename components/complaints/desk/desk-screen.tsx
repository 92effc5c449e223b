import { useCallback, useState } from 'react'
import { failureFrom } from '../../../lib/core/expected-error.ts'
import { Button } from '../../ui/button.tsx'
import { DocketMark } from '../../ui/docket-mark.tsx'
import { ToastRegion, useToast } from '../../ui/toast.tsx'
import { complaintName } from '../complaint-names.ts'
import type { Known } from '../read-known.ts'
import { ComplaintDesk } from './complaint-desk.tsx'
import { DeskActsContext } from './desk-acts.ts'
import { FollowUpDesk } from './follow-up-desk.tsx'
import type { DeskServices } from './services.ts'
import { type Desk, type DeskPile, useDesk } from './use-desk.ts'
import { deskWords as words } from './words.ts'

/** The filing desk: one complaint or answer beside the portal, everything of it ready to be put in by hand. */
export function DeskScreen({ services }: { services: DeskServices }) {
  const desk = useDesk(services)
  const toast = useToast()
  const [said, setSaid] = useState({ text: '', at: 0 })
  const { show } = toast
  const fail = useCallback(
    (error: unknown, doing: string) => show({ text: failureFrom(error, doing).message, tone: 'danger' }),
    [show],
  )
  const say = useCallback((text: string) => setSaid((before) => ({ text, at: before.at + 1 })), [])
  const choose = useCallback(
    (subjectId: string) => {
      services.desk.putOnDesk(subjectId).catch((error) => fail(error, 'putting it on the desk'))
    },
    [services, fail],
  )
  return (
    <DeskActsContext value={{ show, fail, say, choose }}>
      <main className="mx-auto flex min-h-screen w-full max-w-3xl flex-col gap-3 p-3 pb-16">
        <h1 className="flex items-center gap-2 text-sm font-semibold">
          <DocketMark />
          {words.title}
        </h1>
        {!desk && <p role="status">{words.loading}</p>}
        {desk && <OnDesk services={services} desk={desk} choose={choose} />}
        {/* Keyed anew, so that the same words are said again. */}
        <div role="status" className="sr-only">
          <span key={said.at}>{said.text}</span>
        </div>
        <ToastRegion toast={toast} dismissLabel={words.dismiss} />
      </main>
    </DeskActsContext>
  )
}

function OnDesk({
  services,
  desk,
  choose,
}: {
  services: DeskServices
  desk: Desk
  choose(subjectId: string): void
}) {
  const { known, pile, subject } = desk
  if (!subject) {
    return (
      <div className="flex flex-col items-start gap-2">
        <h2 className="font-semibold">{words.emptyTitle}</h2>
        <p className="text-ink-soft">{words.empty}</p>
        <Button look="primary" onClick={services.openComplaints}>
          {words.openComplaints}
        </Button>
      </div>
    )
  }
  const { followUp, read } = subject
  const subjectId = followUp?.followUpId ?? read.complaint.complaintId
  return (
    <>
      <Choice known={known} pile={pile} desk={desk} subjectId={subjectId} choose={choose} />
      {followUp ? (
        <FollowUpDesk key={subjectId} services={services} desk={desk} subject={{ ...subject, followUp }} />
      ) : (
        <ComplaintDesk key={subjectId} services={services} desk={desk} subject={subject} />
      )}
    </>
  )
}

interface ChoiceProps {
  known: Known
  pile: DeskPile
  desk: Desk
  subjectId: string
  choose(subjectId: string): void
}

/** Which one lies on the desk, those first that can be filed. */
function Choice({ known, pile, desk, subjectId, choose }: ChoiceProps) {
  const groups = (['ready', 'answer', 'draft', 'filed'] as const).map((group) => ({
    group,
    options:
      group === 'answer'
        ? answerOptions(known, pile, desk)
        : pile[group].map(({ complaint, lines }) => ({
            value: complaint.complaintId,
            label:
              group === 'filed'
                ? words.filedChoice(complaintName(known, complaint), complaint.caseNumber ?? '')
                : words.choice(complaintName(known, complaint), lines),
          })),
  }))
  return (
    <label className="flex min-w-0 flex-col gap-1">
      <span className="font-medium">{words.choose}</span>
      <select
        value={subjectId}
        onChange={(event) => choose(event.target.value)}
        className="h-9 w-full rounded-md border border-line-strong bg-surface px-2.5"
      >
        {groups
          .filter(({ options }) => options.length > 0)
          .map(({ group, options }) => (
            <optgroup key={group} label={words.groups[group]}>
              {options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </optgroup>
          ))}
      </select>
    </label>
  )
}

/** An answered one stays in the list while it lies on the desk. */
function answerOptions(known: Known, pile: DeskPile, { subject }: Desk) {
  const onDesk =
    subject?.followUp && subject.followUp.state !== 'received'
      ? [{ followUp: subject.followUp, complaint: subject.read.complaint }]
      : []
  return [...pile.answer, ...onDesk].map(({ followUp, complaint }) => ({
    value: followUp.followUpId,
    label: words.followUpChoice[followUp.kind](complaintName(known, complaint), complaint.caseNumber ?? ''),
  }))
}
