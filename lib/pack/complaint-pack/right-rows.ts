import type { ComplaintAnswers } from '../../complaints/complaint.ts'
import type { Holder, Right } from '../../rights/right.ts'
import type { ReportRow } from '../evidence-report/report-input.ts'
import { packWords as words } from './pack-words.ts'

/** Label and what stands there; left out where there is nothing. */
export type LabelledFact = [label: string, text: string | null]

/** What identifies a right, as notices and summaries state it. */
export function rightFacts(right: Right): LabelledFact[] {
  return [
    ['Right', `${words.ipType[right.ipType]}: ${right.label}`],
    ...ownFacts(right),
    ['Number', right.number],
    ['Registrant or owner', right.registrant],
    ['Registered at', right.jurisdiction],
    ['Territory', right.territory.join(', ')],
    ['In force until', right.validUntil],
  ]
}

function ownFacts(right: Right): LabelledFact[] {
  if (right.ipType === 'trademark') {
    return [
      ['Mark', right.mark],
      ['Nice classes', right.niceClasses.join(', ')],
    ]
  }
  if (right.ipType === 'copyright') {
    const published = [right.firstPublished, right.firstPublishedUrl].filter(Boolean).join(', ')
    return [
      ['Work', right.workTitle],
      ['Author', right.author],
      ['First published', published],
    ]
  }
  return [
    ['Title', right.title],
    ['Filing or priority date', right.filedOn],
  ]
}

/** Where the right is infringed, as the person said. */
export function placeFacts(right: Right, answers: ComplaintAnswers): LabelledFact[] {
  if (right.ipType === 'trademark') {
    const { markPlaces, isMarkIdentical, areGoodsInClass } = answers
    return [
      ['The mark appears on', markPlaces.map((place) => words.markPlace[place]).join(', ')],
      ['As registered', isMarkIdentical ? 'the mark shown is identical to the registered one' : null],
      ['Goods in its classes', areGoodsInClass === null ? null : areGoodsInClass ? 'yes' : 'no'],
    ]
  }
  if (right.ipType === 'patent') return []
  return [['Copied is', answers.copiedPart && words.copiedPart[answers.copiedPart]]]
}

/** Who complains. */
export const complainantFacts = (holder: Holder, right: Right): LabelledFact[] => [
  ['Complainant', holder.complainantName],
  ['E-mail', holder.contactEmail],
  ['Contact', holder.contactName],
  ['Right holder', holder.name],
  ['Role', right.role === 'agent' ? 'acts for the right holder' : 'right holder'],
]

export const rowsOf = (facts: readonly LabelledFact[]): ReportRow[] =>
  facts.flatMap(([label, text]) =>
    text === null || text.trim() === '' ? [] : [{ label, statements: [{ text, note: null }] }],
  )
