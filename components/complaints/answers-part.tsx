import { copiedParts, markPlaces } from '../../lib/complaints/complaint.ts'
import type { Demand } from '../../lib/complaints/portal-rules.ts'
import { CheckField } from '../ui/check-field.tsx'
import { TextAreaField, TextField } from '../ui/field.tsx'
import type { AnswersPartProps } from './answers-part-props.ts'
import { ClaimChartPart } from './claim-chart-part.tsx'
import { ComparisonsPart } from './comparisons-part.tsx'
import { Question } from './draft-frame.tsx'
import { draftWords as words } from './draft-words.ts'
import { FilePart } from './file-part.tsx'
import { TestPurchasePart } from './test-purchase-part.tsx'

/** What this reason asks for, and nothing else. */
export function AnswersPart(props: AnswersPartProps) {
  const { reason, answers, services, onChange } = props
  const asks = (...demands: Demand[]) => demands.some((demand) => reason.demands.includes(demand))
  return (
    <>
      {reason.ipType === 'trademark' && <MarkQuestions {...props} />}
      {reason.ipType === 'copyright' && (
        <Question legend={words.copiedPart} field="copied-part">
          {copiedParts.map((part) => (
            <label key={part} className="flex items-center gap-2">
              <input
                type="radio"
                name="copied-part"
                checked={answers.copiedPart === part}
                onChange={() => onChange({ copiedPart: part })}
                className="size-4 accent-accent"
              />
              {words.copied[part]}
            </label>
          ))}
        </Question>
      )}
      {asks('comparison', 'design-comparison') && <ComparisonsPart {...props} />}
      {asks('statement') && (
        <div data-field="statement">
          <TextAreaField
            label={words.statement}
            hint={words.statementHint}
            rows={2}
            maxLength={2000}
            value={answers.statement}
            onChange={(event) => onChange({ statement: event.target.value })}
          />
        </div>
      )}
      {asks('order-number', 'purchase-photos', 'test-purchase-report') && <TestPurchasePart {...props} />}
      {asks('original-work') && (
        <div data-field="original-work">
          <FilePart
            label={words.originalWork}
            hint={words.originalHint}
            isSingle
            files={answers.originalWork ? [answers.originalWork] : []}
            services={services}
            onChange={([file]) => onChange({ originalWork: file ?? null })}
          />
        </div>
      )}
      {asks('source-page') && <SourcePage {...props} />}
      {asks('claim-chart') && <ClaimChartPart {...props} />}
      {asks('decision') && (
        <div data-field="decision">
          <FilePart
            label={words.decision}
            isSingle
            files={answers.decision ? [answers.decision] : []}
            services={services}
            onChange={([file]) => onChange({ decision: file ?? null })}
          />
        </div>
      )}
    </>
  )
}

function MarkQuestions({ reason, right, answers, onChange }: AnswersPartProps) {
  const classes = right?.ipType === 'trademark' ? right.niceClasses.join(', ') : ''
  return (
    <>
      <Question legend={words.markPlaces} field="mark-places">
        {markPlaces.map((place) => (
          <CheckField
            key={place}
            label={words.markPlace[place]}
            checked={answers.markPlaces.includes(place)}
            onChange={(event) =>
              onChange({
                markPlaces: markPlaces.filter((one) =>
                  one === place ? event.target.checked : answers.markPlaces.includes(one),
                ),
              })
            }
          />
        ))}
        {reason.demands.includes('mark-on-page') && (
          <CheckField
            className="mt-1"
            label={words.isIdentical}
            checked={answers.isMarkIdentical}
            onChange={(event) => onChange({ isMarkIdentical: event.target.checked })}
          />
        )}
      </Question>
      <div data-field="goods-class">
        <CheckField
          label={words.goodsInClass(classes)}
          checked={answers.areGoodsInClass === true}
          onChange={(event) => onChange({ areGoodsInClass: event.target.checked })}
        />
      </div>
    </>
  )
}

/** The address is kept with the screenshot; one without the other is no source. */
function SourcePage({ answers, services, onChange }: AnswersPartProps) {
  const { sourcePage } = answers
  const url = sourcePage?.url ?? ''
  const isAddress = url === '' || (/^https?:\/\//.test(url) && URL.canParse(url))
  return (
    <Question legend={words.sourcePage} field="source-page">
      <FilePart
        label={words.sourceShot}
        {...(sourcePage ? {} : { hint: words.sourceHint })}
        isSingle
        files={sourcePage ? [sourcePage.screenshot] : []}
        services={services}
        onChange={([file]) => onChange({ sourcePage: file ? { screenshot: file, url } : null })}
      />
      {sourcePage && (
        <TextField
          label={words.sourceUrl}
          inputMode="url"
          dir="ltr"
          maxLength={2000}
          value={url}
          error={isAddress ? undefined : words.sourceUrlWrong}
          onChange={(event) => onChange({ sourcePage: { ...sourcePage, url: event.target.value.trim() } })}
        />
      )}
    </Question>
  )
}
