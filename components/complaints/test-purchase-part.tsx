import type { TestPurchase } from '../../lib/complaints/complaint.ts'
import { TextAreaField, TextField } from '../ui/field.tsx'
import type { AnswersPartProps } from './answers-part-props.ts'
import { Question } from './draft-frame.tsx'
import { draftWords as words } from './draft-words.ts'
import { FilePart } from './file-part.tsx'

const none: TestPurchase = {
  orderNumber: '',
  orderedOn: null,
  receivedOn: null,
  findings: '',
  photos: [],
  report: null,
}

/** The record of a test purchase: one order, one listing. */
export function TestPurchasePart({ answers, services, onChange }: AnswersPartProps) {
  const purchase = answers.testPurchase ?? none
  const change = (part: Partial<TestPurchase>) => onChange({ testPurchase: { ...purchase, ...part } })
  return (
    <Question legend={words.testPurchase} field="test-purchase">
      <div className="grid gap-3 sm:grid-cols-3">
        <TextField
          label={words.orderNumber}
          maxLength={60}
          value={purchase.orderNumber}
          onChange={(event) => change({ orderNumber: event.target.value })}
        />
        <TextField
          label={words.orderedOn}
          type="date"
          value={purchase.orderedOn ?? ''}
          onChange={(event) => change({ orderedOn: event.target.value || null })}
        />
        <TextField
          label={words.receivedOn}
          type="date"
          value={purchase.receivedOn ?? ''}
          onChange={(event) => change({ receivedOn: event.target.value || null })}
        />
      </div>
      <TextAreaField
        label={words.findings}
        rows={3}
        maxLength={5000}
        value={purchase.findings}
        onChange={(event) => change({ findings: event.target.value })}
      />
      <FilePart
        label={words.photos}
        isPicture
        files={purchase.photos}
        services={services}
        onChange={(photos) => change({ photos })}
      />
      <FilePart
        label={words.report}
        isSingle
        files={purchase.report ? [purchase.report] : []}
        services={services}
        onChange={([report]) => change({ report: report ?? null })}
      />
    </Question>
  )
}
