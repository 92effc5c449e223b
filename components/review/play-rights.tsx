import type { RightProposal } from '../../lib/complaints/propose-right.ts'
import type { Right } from '../../lib/rights/right.ts'
import { groundText } from '../complaints/complaint-names.ts'
import type { Known } from '../complaints/read-known.ts'
import { StoredPicture } from '../complaints/stored-picture.tsx'
import { Button } from '../ui/button.tsx'
import { linkLook } from '../ui/link-look.ts'
import { PlaySection } from './play-section.tsx'
import type { ReviewServices } from './services.ts'
import { words } from './words.ts'

interface PlayRightsProps {
  known: Known | undefined
  /** The right that was chosen; null where none was. */
  chosenId: string | null
  proposals: readonly RightProposal[]
  read: ReviewServices['rights']['readFile']
  rightsAddress: string
  isLocked: boolean
  onJudgeBy(proposal: RightProposal): void
}

/** The right that was chosen and those that may fit, each with why and with its reference pictures. */
export function PlayRights(props: PlayRightsProps) {
  const { known, chosenId, proposals } = props
  if (!known) return null
  const chosen = chosenId === null ? undefined : known.rightOf.get(chosenId)
  return (
    <PlaySection title={words.rights}>
      {known.rights.length === 0 && (
        <p className="text-ink-soft">
          {words.noRights}{' '}
          <a href={props.rightsAddress} className={linkLook}>
            {words.enterRights}
          </a>
        </p>
      )}
      {known.rights.length > 0 && !chosen && proposals.length === 0 && (
        <p className="text-ink-soft">{words.noProposal}</p>
      )}
      <ul className="flex flex-col gap-3">
        {chosen && !proposals.some(({ rightId }) => rightId === chosen.rightId) && (
          <li>
            <RightName right={chosen} isChosen />
            <References right={chosen} read={props.read} />
          </li>
        )}
        {proposals.map((proposal, at) => {
          const right = known.rightOf.get(proposal.rightId)
          return (
            right && (
              <li key={right.rightId} className="flex flex-col gap-1">
                <div className="flex items-start gap-2">
                  <div className="min-w-0 flex-1">
                    <RightName right={right} isChosen={right.rightId === chosenId} />
                    <p className="text-xs text-ink-soft" dir="auto">
                      {groundText(proposal.grounds)}
                    </p>
                  </div>
                  {!props.isLocked && (
                    <Button size="small" onClick={() => props.onJudgeBy(proposal)}>
                      {at < 9 && <kbd aria-hidden>{at + 1}</kbd>}
                      {words.type[right.ipType]}
                      <span className="sr-only">{words.judgeByRight(right.label)}</span>
                    </Button>
                  )}
                </div>
                <References right={right} read={props.read} />
              </li>
            )
          )
        })}
      </ul>
      {proposals.length > 0 && <p className="mt-2 text-xs text-ink-soft">{words.proposed}</p>}
    </PlaySection>
  )
}

const RightName = ({ right, isChosen }: { right: Right; isChosen: boolean }) => (
  <p className="font-medium break-words" dir="auto">
    {right.label}
    {isChosen && <span className="ms-2 text-xs font-normal text-good">{words.chosen}</span>}
  </p>
)

/** More would push the next right out of view. */
const mostShown = 4

function References({ right, read }: { right: Right; read: PlayRightsProps['read'] }) {
  const pictures = right.references.filter(({ mediaType }) => mediaType.startsWith('image/'))
  if (pictures.length === 0) return <p className="text-xs text-ink-soft">{words.noReference}</p>
  return (
    <ul className="grid grid-cols-2 gap-1.5">
      {pictures.slice(0, mostShown).map((picture) => (
        <li
          key={picture.sha256}
          className="flex h-28 items-center justify-center overflow-hidden rounded-md border border-line bg-sunken"
        >
          <StoredPicture
            read={read}
            picture={picture}
            alt={words.reference(right.label)}
            className="size-full object-contain"
          />
        </li>
      ))}
    </ul>
  )
}
