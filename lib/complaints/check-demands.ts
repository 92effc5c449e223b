import type { Right } from '../rights/right.ts'
import type { ComplaintAnswers } from './complaint.ts'
import { blocking, type OpenPoint, warning } from './open-point.ts'
import type { Demand, PortalRules, Reason } from './portal-rules.ts'

/** What a reason's demand is held against. */
export interface DemandContext {
  answers: ComplaintAnswers
  right: Right | null
  comIds: readonly string[]
  rules: PortalRules
}

/** What the reason asks for and is not there (PORTAL.md §8.2 to §8.4). */
export function checkDemands(reason: Reason, context: DemandContext): OpenPoint[] {
  return [
    ...checkAlways(reason, context),
    ...reason.demands.flatMap((demand) => demandChecks[demand](context)),
  ]
}

/** What every complaint of this IP type must say. */
function checkAlways(reason: Reason, { answers, right }: DemandContext): OpenPoint[] {
  const points: OpenPoint[] = []
  if (
    reason.patentKinds.length > 0 &&
    right?.ipType === 'patent' &&
    !reason.patentKinds.includes(right.kind)
  ) {
    points.push(
      blocking('patent-kind', 'reason', 'This reason is for another kind of patent. Choose one that fits.'),
    )
  }
  if (reason.ipType === 'trademark') {
    if (answers.markPlaces.length === 0) {
      points.push(blocking('mark-place-missing', 'mark-places', 'Say where the mark appears.'))
    }
    if (answers.areGoodsInClass !== true) {
      const classes = right?.ipType === 'trademark' ? right.niceClasses : []
      points.push(warning('goods-class', 'goods-class', classDoubt(classes), null, { classes }))
    }
  }
  if (reason.ipType === 'copyright' && answers.copiedPart === null) {
    points.push(
      blocking(
        'copied-part-missing',
        'copied-part',
        'Say what was copied: the product, its packaging, or only the listing’s pictures or text.',
      ),
    )
  }
  return points
}

const classDoubt = (classes: readonly number[]): string =>
  classes.length === 0
    ? 'The goods may be outside the classes of the mark.'
    : `The goods may be outside class ${classes.join(', ')}.`

const demandChecks: Record<Demand, (context: DemandContext) => OpenPoint[]> = {
  comparison: ({ answers, comIds, rules }) => {
    const whole = answers.comparisons.filter(({ differences }) => differences.some(({ text }) => text.trim()))
    if (whole.length === 0) {
      return [
        blocking(
          'comparison-missing',
          'comparison',
          'Add a genuine picture beside the listing’s and note at least one difference.',
        ),
      ]
    }
    return [
      ...foreignComparisons(answers, comIds),
      ...tooManyForOne('comparison', whole.length, comIds, rules),
    ]
  },
  statement: ({ answers }) =>
    answers.statement.trim()
      ? []
      : [blocking('statement-missing', 'statement', 'State that this model was never made.')],
  'order-number': ({ answers, comIds }) => [
    ...(answers.testPurchase?.orderNumber.trim()
      ? []
      : [blocking('order-missing', 'test-purchase', 'Enter the order number of the test purchase.')]),
    ...(isReceivedBeforeOrdered(answers)
      ? [
          warning(
            'purchase-dates',
            'test-purchase',
            'The goods were received before they were ordered. Correct one of the two dates.',
          ),
        ]
      : []),
    ...(comIds.length > 1
      ? [
          blocking(
            'one-order',
            'lines',
            'A test-buy complaint takes one order. Move the others to their own complaints.',
          ),
        ]
      : []),
  ],
  'purchase-photos': ({ answers }) =>
    (answers.testPurchase?.photos.length ?? 0) > 0
      ? []
      : [blocking('photos-missing', 'test-purchase', 'Add photos of the goods that you bought.')],
  'test-purchase-report': ({ answers }) =>
    answers.testPurchase?.report
      ? []
      : [blocking('purchase-report-missing', 'test-purchase', 'Add the signed report on the test purchase.')],
  'mark-on-page': ({ answers }) => [
    ...(answers.markPlaces.some((place) => place !== 'product' && place !== 'packaging')
      ? []
      : [
          blocking(
            'mark-only-on-goods',
            'mark-places',
            'This reason needs the mark on the page or pictures, not only on the goods.',
          ),
        ]),
    ...(answers.isMarkIdentical
      ? []
      : [
          blocking(
            'mark-not-identical',
            'mark-places',
            'This reason needs the mark as registered. Confirm that it is identical, or choose another reason.',
          ),
        ]),
  ],
  'original-work': ({ answers, right }) =>
    answers.originalWork || (right?.references.length ?? 0) > 0
      ? []
      : [blocking('original-missing', 'original-work', 'Add the original work for comparison.')],
  'source-page': ({ answers }) => {
    const source = answers.sourcePage
    if (!source) {
      return [
        blocking(
          'source-missing',
          'source-page',
          'Add a screenshot of your page, and its address in the text.',
        ),
      ]
    }
    // Every text holds an empty address.
    if (!/^https?:\/\//.test(source.url) || !URL.canParse(source.url)) {
      return [
        blocking(
          'source-address-missing',
          'source-page',
          'Enter the full address of your page, as the browser shows it.',
        ),
      ]
    }
    return answers.explanation.includes(source.url)
      ? []
      : [
          blocking(
            'source-not-in-text',
            'explanation',
            `Repeat the address of your page in the text: ${source.url}`,
            null,
            { url: source.url },
          ),
        ]
  },
  'claim-chart': ({ answers, comIds, rules }) => {
    const rows = answers.claimChart.filter(({ feature, seen }) => feature.trim() && seen.trim())
    if (rows.length === 0 || rows.length < answers.claimChart.length) {
      return [
        blocking(
          'analysis-missing',
          'claim-chart',
          'Add an infringement analysis (claim chart) for this product, every row filled in.',
        ),
      ]
    }
    return tooManyForOne('claim-chart', 1, comIds, rules)
  },
  'design-comparison': ({ answers, comIds, rules }) => {
    const withView = answers.comparisons.filter(({ view }) => view.trim())
    if (withView.length === 0) {
      return [
        blocking(
          'design-comparison-missing',
          'comparison',
          'Add a comparison of the design and the product picture, same view.',
        ),
      ]
    }
    return [
      ...foreignComparisons(answers, comIds),
      ...tooManyForOne('comparison', withView.length, comIds, rules),
    ]
  },
  decision: ({ answers }) =>
    answers.decision
      ? []
      : [blocking('decision-missing', 'decision', 'Add the decision. It must name this product and patent.')],
}

const isReceivedBeforeOrdered = ({ testPurchase }: ComplaintAnswers): boolean =>
  testPurchase?.orderedOn != null &&
  testPurchase.receivedOn !== null &&
  testPurchase.receivedOn < testPurchase.orderedOn

/** The product that is compared must be one that is complained of (PORTAL.md §4.5, cause 6). */
const foreignComparisons = ({ comparisons }: ComplaintAnswers, comIds: readonly string[]): OpenPoint[] =>
  comparisons
    .filter(({ comId }) => !comIds.includes(comId))
    .map(({ comId }) =>
      blocking(
        'comparison-of-other',
        'comparison',
        `A comparison shows item ${comId}, which is not in this complaint. Remove it, or add the item.`,
        comId,
      ),
    )

function tooManyForOne(
  field: 'comparison' | 'claim-chart',
  analyses: number,
  comIds: readonly string[],
  { oneAnalysisMaxListings }: PortalRules,
): OpenPoint[] {
  return analyses === 1 && comIds.length > oneAnalysisMaxListings.value
    ? [
        warning(
          'one-analysis',
          field,
          `One analysis for ${comIds.length} listings: it must fit every product in the list.`,
          null,
          { many: comIds.length },
        ),
      ]
    : []
}
