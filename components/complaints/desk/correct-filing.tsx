import { type FormEvent, useState } from 'react'
import type { Complaint } from '../../../lib/complaints/complaint.ts'
import { correctFiling, takeBackFiling } from '../../../lib/complaints/correct-filing.ts'
import type { Failure } from '../../../lib/core/result.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useDeskActs } from './desk-acts.ts'
import { FilingFields } from './filing-fields.tsx'
import type { DeskServices } from './services.ts'
import { deskWords as words } from './words.ts'

interface CorrectFilingProps {
  services: DeskServices
  complaint: Complaint
  listings: number
  today: string
}

/** What was entered of a filing, corrected; or taken back where nothing was filed after all. */
export function CorrectFiling({ services, complaint, listings, today }: CorrectFilingProps) {
  const { show, fail } = useDeskActs()
  const { complaintId, caseNumber, filedOn, note } = complaint
  const stored = { caseNumber: caseNumber ?? '', filedOn: filedOn ?? '', note }
  const [filing, setFiling] = useState<typeof stored | null>(null)
  const [isAsking, setAsking] = useState(false)
  const [refused, setRefused] = useState<Failure | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const outcome = await correctFiling(services, complaintId, filing ?? stored, today)
      setRefused(outcome.ok ? null : outcome.error)
      if (outcome.ok) {
        setFiling(null)
        show({ text: words.corrected })
      } else if (outcome.error.code === 'not-filed') show({ text: outcome.error.message, tone: 'danger' })
    } catch (error) {
      fail(error, 'correcting the filing')
    }
  }
  const takeBack = async () => {
    setAsking(false)
    try {
      const outcome = await takeBackFiling(services, complaintId)
      if (!outcome.ok) return show({ text: outcome.error.message, tone: 'danger' })
      const told = await services.queueChanged()
      show(told.ok ? { text: words.notFiledNow(listings) } : { text: told.error.message, tone: 'danger' })
    } catch (error) {
      fail(error, 'taking the filing back')
    }
  }
  if (filing) {
    return (
      <form
        aria-label={words.correct}
        onSubmit={(event) => void submit(event)}
        className="flex flex-col gap-2 rounded-lg border border-line bg-raised p-3"
      >
        <h2 className="font-semibold">{words.correct}</h2>
        <FilingFields filing={filing} refused={refused} today={today} onChange={setFiling} />
        <div className="flex gap-2">
          <Button type="submit" look="primary">
            {words.correctIt}
          </Button>
          <Button onClick={() => setFiling(null)}>{words.cancel}</Button>
        </div>
      </form>
    )
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => setFiling(stored)}>{words.correct}</Button>
      <Button onClick={() => setAsking(true)}>{words.notFiled}</Button>
      {isAsking && (
        <Dialog title={words.notFiled} closeLabel={words.cancel} onClose={() => setAsking(false)}>
          <div className="flex flex-col gap-3 px-4 pb-4">
            <p>{words.notFiledAsk(listings)}</p>
            <div className="flex justify-end gap-2">
              <Button onClick={() => setAsking(false)}>{words.cancel}</Button>
              <Button look="danger" onClick={() => void takeBack()}>
                {words.notFiledDo}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </div>
  )
}
