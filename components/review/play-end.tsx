import { CircleCheck } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { linkLook } from '../ui/link-look.ts'
import { PageHeading } from '../ui/page-heading.tsx'
import { words } from './words.ts'

interface PlayEndProps {
  of: number
  listAddress: string
  onFirst(): void
}

/** After the last listing. */
export const PlayEnd = ({ of, listAddress, onFirst }: PlayEndProps) => (
  <div className="flex flex-1 flex-col items-center justify-center gap-3 p-8 text-center">
    <CircleCheck size={40} aria-hidden className="text-good" />
    <PageHeading tabTitle={words.tabTitle}>{words.endTitle(of)}</PageHeading>
    <p className="max-w-md text-ink-soft text-balance">{words.end}</p>
    <div className="flex flex-wrap justify-center gap-2">
      <a href={listAddress} className={linkLook}>
        {words.backToList}
      </a>
      <Button onClick={onFirst}>{words.toFirst}</Button>
    </div>
  </div>
)
