import type { PortalRules } from '../complaints/portal-rules.ts'
import type { FiledLine } from './line-outcome.ts'
import type { PenaltyCase } from './penalty-estimate.ts'

/**
 * The removals that may count as penalties. Serious is only what the complaint itself states so: a trademark, shown
 * as registered, on goods of its class; everything else, doubtful cases too, counts as general.
 */
export const penaltyCases = (
  filed: readonly FiledLine[],
  { reasons }: Pick<PortalRules, 'reasons'>,
): PenaltyCase[] =>
  filed.flatMap(({ line, complaint, outcome }): PenaltyCase[] => {
    if (outcome.removedOn === null || outcome.ended !== null) return []
    const { reasonId, answers } = complaint
    const ipType = reasons.find((reason) => reason.reasonId === reasonId)?.ipType ?? null
    const isSerious = ipType === 'trademark' && answers.isMarkIdentical && answers.areGoodsInClass === true
    return [{ comId: line.comId, on: outcome.removedOn, isSerious }]
  })
