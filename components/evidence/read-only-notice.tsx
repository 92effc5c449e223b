import type { Failure } from '../../lib/core/result.ts'
import { Notice } from '../ui/notice.tsx'
import { words } from './words.ts'

/** Says why nothing may be written, on every page that shows evidence. */
export function ReadOnlyNotice({ reason, className }: { reason: Failure | null; className?: string }) {
  if (!reason) return null
  return (
    <Notice tone="danger" {...(className === undefined ? {} : { className })}>
      <p className="font-semibold">{words.readOnly}</p>
      <p>{reason.message}</p>
    </Notice>
  )
}
