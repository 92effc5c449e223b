import type { ClaimChartRow, Language } from '../../complaints/complaint.ts'
import type { ComplaintToPack } from '../../complaints/read-to-pack.ts'
import type { Right } from '../../rights/right.ts'
import type { Paper } from '../paper/paper.ts'

/** The infringement analysis, claim by claim: feature, and where the product shows it. */
export function claimChartPaper(
  rows: readonly ClaimChartRow[],
  { right, lines, language }: { right: Right; lines: ComplaintToPack['lines']; language: Language },
): Pick<Paper, 'title' | 'lead' | 'blocks'> {
  const claims = Map.groupBy(rows, ({ claim }) => claim)
  return {
    title: 'Infringement analysis (claim chart)',
    lead: `${right.label}, no. ${right.number}, ${right.jurisdiction}. Items ${lines.map(({ facts }) => facts.comId).join(', ')}`,
    blocks: [...claims].map(([claim, features]) => ({
      is: 'entries',
      heading: `Claim ${claim}`,
      entries: features.map(({ feature, seen, pictureSha256 }, at) => ({
        number: at + 1,
        title: feature,
        language,
        facts: [`Seen: ${seen}`],
        codes: pictureSha256 === null ? [] : [`Picture, SHA-256 ${pictureSha256}`],
      })),
    })),
  }
}
