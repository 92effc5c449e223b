import { checkComplaint } from '../../lib/complaints/check-complaint.ts'
import { groupComplaints } from '../../lib/complaints/group-complaints.ts'
import { groupProposals } from '../../lib/complaints/group-proposals.ts'
import { defaultPortalRules as rules } from '../../lib/complaints/portal-rules-data.ts'
import {
  buildAnswers,
  buildCopyright,
  buildHolder,
  buildListingFacts,
  buildPatent,
  buildTrademark,
  now,
  today,
} from '../support/rights.ts'
import { type Figure, median, ms, quantile, times } from './statistics.ts'

const rights = [buildTrademark(), buildCopyright(), buildPatent()]
const rightOf = new Map(rights.map((right) => [right.rightId, right]))
const holder = buildHolder()
const reasons = rules.reasons.filter(({ isSingle }) => !isSingle)

/** Flags of three rights and all reasons; every seventh is stale, every eleventh without a screenshot. */
function flagsOf(count: number) {
  return Array.from({ length: count }, (_, number) => {
    const right = rights[number % rights.length]
    const fitting = reasons.filter(({ ipType }) => ipType === right?.ipType)
    return {
      flagId: `flag-${number}`,
      comId: String(1_005_007_000_000_000 + number),
      ipType: right?.ipType ?? null,
      rightId: right?.rightId ?? null,
      reasonId: fitting[number % fitting.length]?.reasonId ?? null,
      facts: buildListingFacts(number, {
        lastOnlineMs: number % 7 === 0 ? now - 3 * 86_400_000 : now,
        screenshots: number % 11 === 0 ? 0 : 1,
      }),
    }
  })
}

function timeOf(work: () => unknown): number {
  const startMs = performance.now()
  work()
  return performance.now() - startMs
}

/** Cutting 10,000 flags into complaints and checking every one; proposing rights for as many that wait. */
export function measureComplaints(count = 10_000, runs = 15): Figure[] {
  const flags = flagsOf(count)
  const [both, proposing, plain]: [number[], number[], number[]] = [[], [], []]
  let points = 0
  const groupAndCheck = () => {
    const { complaints } = groupComplaints(flags, {
      rules,
      portalId: rules.defaultPortalId,
      platformId: 'aliexpress',
      complaintType: 'product-listing',
      rights: rightOf,
    })
    points = complaints
      .map(({ key, listings }) =>
        checkComplaint({
          complaint: { ...key, complaintId: 'bench', answers: buildAnswers() },
          right: rightOf.get(key.rightId) ?? null,
          rights,
          holder,
          listings: listings.map(({ facts }) => facts),
          ...{ rules, today, nowMs: now },
        }),
      )
      .reduce((sum, found) => sum + found.length, 0)
  }
  for (let run = 0; run <= runs; run++) {
    const [ours, proposals, baseline] = [
      timeOf(groupAndCheck),
      timeOf(() => groupProposals(flags, { rights, rules, today })),
      timeOf(() => JSON.parse(JSON.stringify(flags))),
    ]
    if (run === 0) continue
    both.push(ours)
    proposing.push(proposals)
    plain.push(baseline)
  }
  const beside = (ours: number[]) => times(median(ours), median(plain), 'a JSON copy of the flags')
  return [
    {
      what: `grouping and checking ${count.toLocaleString('en')} flags, ${points.toLocaleString('en')} points (p50 / p95)`,
      measured: `${ms(median(both))} / ${ms(quantile(both, 0.95))}`,
      budget: '≤ 300 ms',
      beside: beside(both),
    },
    {
      what: `proposing rights for ${count.toLocaleString('en')} flags (p50 / p95)`,
      measured: `${ms(median(proposing))} / ${ms(quantile(proposing, 0.95))}`,
      budget: '',
      beside: beside(proposing),
    },
  ]
}
