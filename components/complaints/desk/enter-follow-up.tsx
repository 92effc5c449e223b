import { type FormEvent, useId, useState } from 'react'
import type { ReadComplaint } from '../../../lib/complaints/complaint-reader.ts'
import { enterFollowUp } from '../../../lib/complaints/enter-follow-up.ts'
import { type CounterGround, counterGrounds, type FollowUp } from '../../../lib/complaints/follow-up.ts'
import type { Failure } from '../../../lib/core/result.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { CheckField, TextAreaField, TextField } from '../../ui/field.tsx'
import { listingTitle } from '../complaint-names.ts'
import { useDeskActs } from './desk-acts.ts'
import type { DeskServices } from './services.ts'
import { useKept } from './use-kept.ts'
import { deskWords as words } from './words.ts'

interface EnterFollowUpProps {
  services: DeskServices
  kind: FollowUp['kind']
  complaintId: string
  lines: ReadComplaint['lines']
  today: string
  onClose(): void
}

/** Enters what the person read on the portal: a seller's counter-notice, or a decision. */
export function EnterFollowUp({ services, kind, complaintId, lines, today, onClose }: EnterFollowUpProps) {
  const { show, fail, choose } = useDeskActs()
  const listId = useId()
  const kept = useKept(services, `${kind}:${complaintId}`, { receivedOn: today, stated: '' })
  const { receivedOn, stated } = kept.form
  const everyId = lines.map(({ line }) => line.comId)
  const [comIds, setComIds] = useState<string[]>(everyId.length === 1 ? everyId : [])
  const [grounds, setGrounds] = useState<CounterGround[]>([])
  const [refused, setRefused] = useState<Failure | null>(null)
  const errorOf = (...codes: string[]) =>
    refused && codes.includes(refused.code) ? refused.message : undefined
  const chooseListings = (chosen: string[]) => {
    setComIds(chosen)
    setRefused(null)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const outcome = await enterFollowUp(
        services,
        complaintId,
        { kind, receivedOn, comIds, grounds, stated },
        today,
      )
      setRefused(outcome.ok ? null : outcome.error)
      if (outcome.ok) {
        kept.forget()
        choose(outcome.value.followUpId)
      } else if (outcome.error.code === 'not-filed') show({ text: outcome.error.message, tone: 'danger' })
    } catch (error) {
      fail(error, 'entering it')
    }
  }
  return (
    <form
      aria-label={words.enter[kind]}
      onSubmit={(event) => void submit(event)}
      className="flex flex-col gap-3 rounded-lg border border-line bg-raised p-3"
    >
      <h3 className="font-semibold">{words.enter[kind]}</h3>
      <TextField
        label={words.receivedOn[kind]}
        type="date"
        max={today}
        value={receivedOn}
        error={errorOf('day-missing', 'day-in-future', 'before-filing')}
        onChange={(event) => kept.change({ receivedOn: event.target.value, stated })}
      />
      {lines.length > 1 && (
        <>
          <CheckField
            label={words.allListings}
            checked={comIds.length === everyId.length}
            onChange={(event) => chooseListings(event.target.checked ? everyId : [])}
          />
          <ChoiceList
            id={listId}
            label={words.about}
            searchHint={words.findListing}
            groups={[
              {
                title: words.about,
                choices: lines.map(({ line, facts }, at) => ({
                  value: line.comId,
                  code: String(at + 1),
                  label: words.listingChoice(listingTitle(facts), line.comId),
                })),
              },
            ]}
            chosen={comIds}
            onChange={chooseListings}
            removeLabel={words.takeListingOut}
            nothingFound={words.noListingFound}
            nothingChosen={words.noListingChosen}
            error={errorOf('no-listing')}
          />
        </>
      )}
      {kind === 'counter-notice' && (
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1 font-medium">{words.grounds}</legend>
          {counterGrounds.map((ground) => (
            <CheckField
              key={ground}
              label={words.ground[ground]}
              checked={grounds.includes(ground)}
              onChange={({ target }) =>
                setGrounds((before) =>
                  target.checked ? [...before, ground] : before.filter((one) => one !== ground),
                )
              }
            />
          ))}
        </fieldset>
      )}
      <TextAreaField
        label={words.stated[kind]}
        rows={3}
        value={stated}
        onChange={(event) => kept.change({ receivedOn, stated: event.target.value })}
      />
      <div className="flex gap-2">
        <Button type="submit" look="primary">
          {words.enterIt}
        </Button>
        <Button
          onClick={() => {
            kept.forget()
            onClose()
          }}
        >
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
