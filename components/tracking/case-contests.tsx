import { contestSteps } from '../../lib/complaints/contest-step.ts'
import type { FollowUp } from '../../lib/complaints/follow-up.ts'
import { deskWords } from '../complaints/desk/words.ts'
import { ContestFiles } from './contest-files.tsx'
import { ContestForm } from './contest-form.tsx'
import { contestWords as words } from './contest-words.ts'
import type { PartProps } from './follow-up-screen.tsx'
import { Section } from './section.tsx'

/** What sellers contest and portals decided in one case: what was sent, our answer, and everything since. */
export function CaseContests({ complaintId, ...props }: PartProps & { complaintId: string }) {
  const own = props.state.followUps.filter((followUp) => followUp.complaintId === complaintId)
  if (own.length === 0) return null
  return (
    <Section title={words.title} many={own.length} hint={words.hint}>
      <ul className="flex flex-col gap-3">
        {own.map((followUp) => (
          <li key={followUp.followUpId} className="rounded-lg border border-line px-3 py-2">
            <Contest {...props} followUp={followUp} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Contest({ followUp, ...props }: PartProps & { followUp: FollowUp }) {
  const { kind, receivedOn, comIds, stated, answer, answeredOn, attachments, note } = followUp
  const title = deskWords.followUp[kind](receivedOn, comIds.length)
  const grounds = followUp.kind === 'counter-notice' ? followUp.grounds : []
  const answered =
    answeredOn === null
      ? words.notAnswered
      : deskWords.answeredAs(deskWords.state[followUp.state], answeredOn)
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <h3 className="font-medium">{title}</h3>
      <dl className="flex flex-col gap-2">
        {stated !== '' && <Fact name={words.seller} text={stated} />}
        {grounds.length > 0 && (
          <Fact name={words.grounds} text={grounds.map((ground) => deskWords.ground[ground]).join(', ')} />
        )}
        <Fact name={words.answer} text={[answered, answer].filter((part) => part !== '').join('\n')} />
        {attachments.length > 0 && (
          <div>
            <dt className="text-xs text-ink-soft">{words.attached}</dt>
            <dd className="m-0">
              <ContestFiles {...props} files={attachments} />
            </dd>
          </div>
        )}
        {note !== '' && <Fact name={words.note} text={note} />}
        {contestSteps(followUp).map((step) => (
          <div key={step.addedAtMs}>
            <dt className="text-xs text-ink-soft">{words.stepOn(words.step[step.kind], step.on)}</dt>
            <dd className="m-0">
              {step.text !== '' && (
                <span className="block break-words whitespace-pre-wrap" dir="auto">
                  {step.text}
                </span>
              )}
              <ContestFiles {...props} files={step.files} />
            </dd>
          </div>
        ))}
      </dl>
      <ContestForm {...props} followUp={followUp} title={title} />
    </div>
  )
}

const Fact = ({ name, text }: { name: string; text: string }) => (
  <div>
    <dt className="text-xs text-ink-soft">{name}</dt>
    <dd className="m-0 break-words whitespace-pre-wrap" dir="auto">
      {text}
    </dd>
  </div>
)
