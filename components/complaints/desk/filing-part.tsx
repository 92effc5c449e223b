import { type FormEvent, useState } from 'react'
import { isReady } from '../../../lib/complaints/check-complaint.ts'
import type { Complaint } from '../../../lib/complaints/complaint.ts'
import { fileComplaint } from '../../../lib/complaints/file-complaint.ts'
import type { OpenPoint } from '../../../lib/complaints/open-point.ts'
import type { Failure } from '../../../lib/core/result.ts'
import { Button } from '../../ui/button.tsx'
import { useDeskActs } from './desk-acts.ts'
import { FilingFields } from './filing-fields.tsx'
import type { DeskServices } from './services.ts'
import { useKept } from './use-kept.ts'
import { deskWords as words } from './words.ts'

interface FilingPartProps {
  services: DeskServices
  complaint: Complaint
  points: readonly OpenPoint[]
  today: string
}

/** What the person enters after filing on the portal: with it the listings leave the queue. */
export function FilingPart({ services, complaint, points, today }: FilingPartProps) {
  const { show, fail, choose } = useDeskActs()
  const kept = useKept(services, `filing:${complaint.complaintId}`, {
    caseNumber: '',
    filedOn: today,
    note: complaint.note,
  })
  const [refused, setRefused] = useState<Failure | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      // It stays on the desk: what comes next is the person's choice.
      choose(complaint.complaintId)
      const outcome = await fileComplaint(services, complaint.complaintId, kept.form, today)
      setRefused(outcome.ok ? null : outcome.error)
      if (!outcome.ok) {
        if (outcome.error.code === 'not-a-draft') show({ text: outcome.error.message, tone: 'danger' })
        return
      }
      kept.forget()
      const lines = await services.repo.lines(complaint.complaintId)
      const told = await services.queueChanged()
      if (told.ok) show({ text: words.filedNow(lines.length) })
      else show({ text: told.error.message, tone: 'danger' })
    } catch (error) {
      fail(error, 'marking the complaint as filed')
    }
  }
  return (
    <form
      aria-label={words.filing}
      onSubmit={(event) => void submit(event)}
      className="flex flex-col gap-2 rounded-lg border border-line bg-raised p-3"
    >
      <h2 className="font-semibold">{words.filing}</h2>
      <FilingFields filing={kept.form} refused={refused} today={today} onChange={kept.change} />
      {!isReady(points) && <p className="text-xs text-warn">{words.markFiledBlocked}</p>}
      <Button type="submit" look="primary" size="large">
        {words.markFiled}
      </Button>
    </form>
  )
}
