import { lineStates } from '../../lib/tracking/line-outcome.ts'
import type { FiledComplaint } from '../../lib/tracking/track-repo.ts'
import { complaintName } from '../complaints/complaint-names.ts'
import type { PartProps } from './follow-up-screen.tsx'
import { caseHash } from './follow-up-view.ts'
import { Section } from './section.tsx'
import { ComplaintMark } from './state-marks.tsx'
import { Row } from './today-view.tsx'
import { followUpWords as words } from './words.ts'

/** All that was filed, the newest first. */
export const CasesView = ({ state: { filed, known } }: PartProps) => (
  <Section title={words.casesTitle} many={filed.length}>
    <ul className="flex flex-col gap-1.5">
      {filed.map((one) => {
        const { complaint, track, lines } = one
        return (
          <Row
            key={complaint.complaintId}
            href={caseHash(complaint.complaintId)}
            name={complaintName(known, complaint)}
          >
            <span className="flex flex-wrap items-start justify-between gap-x-4">
              <span>
                {words.caseLine(complaint.caseNumber ?? '', complaint.filedOn ?? '', lines.length)}
                <span className="block text-xs text-ink-soft">{words.counts(countsOf(one))}</span>
              </span>
              <ComplaintMark state={track.state} />
            </span>
          </Row>
        )
      })}
    </ul>
  </Section>
)

/** How many listings stand how, in the order of the states; none that no listing has. */
const countsOf = ({ lines }: FiledComplaint) =>
  lineStates
    .map((state) => [state, lines.filter(({ track }) => track.state === state).length] as const)
    .filter(([, many]) => many > 0)
