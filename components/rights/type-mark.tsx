import type { IpType } from '../../lib/queue/flag.ts'
import { GroupMark } from '../queue/group-mark.tsx'
import { typeNames } from './words.ts'

/** The sign of the type, as in the queue, with its name for screen readers. */
export const TypeMark = ({ ipType }: { ipType: IpType }) => (
  <span className="inline-flex shrink-0" title={typeNames[ipType]}>
    <GroupMark group={ipType} />
    <span className="sr-only">{typeNames[ipType]}</span>
  </span>
)
