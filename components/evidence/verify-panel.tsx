import { CircleAlert, CircleCheck, CircleDashed, CircleMinus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CaptureCheck } from '../../lib/evidence/capture-check.ts'
import { Notice } from '../ui/notice.tsx'
import { captureWords as words } from './capture-words.ts'
import type { Verification } from './use-verification.ts'

/** What verifying found: each thing that was looked at, and how it is. */
export function VerifyPanel({ verification }: { verification: Verification }) {
  const { checks, isRunning, failure } = verification
  const wrong = checks.filter(({ outcome }) => outcome === 'wrong')
  const tone = failure || wrong.length > 0 ? 'danger' : isRunning || isOpen(checks) ? 'plain' : 'good'
  return (
    <Notice tone={tone}>
      <div role="status">
        <h2 className="text-sm font-semibold">
          {failure ? words.verifyFailed : isRunning ? words.verifying : titleOf(checks)}
        </h2>
        {failure && <p>{failure.message}</p>}
        {!isRunning &&
          wrong.map(({ what, name, message }) => (
            <p key={`${what} ${name}`} className="break-words">
              <b className="font-semibold">{nameOf(what, name)}</b>: {message}
            </p>
          ))}
      </div>
      <ul className="mt-2 flex max-h-80 flex-col gap-1 overflow-y-auto text-xs">
        {checks.map((check) => (
          <li key={`${check.what} ${check.name}`} className="flex items-start gap-2">
            <span aria-hidden className="mt-0.5 shrink-0">
              {icons[check.outcome]}
            </span>
            <span className="min-w-0 break-words">
              <span className="font-medium">{nameOf(check.what, check.name)}</span>
              <span className="sr-only"> {words.outcome[check.outcome]}</span>
              <span className="text-ink-soft">: {check.message}</span>
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const icons: Record<CaptureCheck['outcome'], ReactNode> = {
  right: <CircleCheck size={14} className="text-good" />,
  wrong: <CircleAlert size={14} className="text-danger" />,
  purged: <CircleMinus size={14} className="text-ink-soft" />,
  open: <CircleDashed size={14} className="text-ink-soft" />,
}

const nameOf = (what: CaptureCheck['what'], name: string) => `${words.check[what]} ${name}`.trim()

const isOpen = (checks: CaptureCheck[]) => checks.some(({ outcome }) => outcome === 'open')

function titleOf(checks: CaptureCheck[]): string {
  const wrong = checks.filter(({ outcome }) => outcome === 'wrong').length
  if (wrong > 0) return words.wrongTitle(wrong)
  if (isOpen(checks)) return words.openVerified
  return checks.some(({ outcome }) => outcome === 'purged') ? words.purgedVerified : words.verifiedTitle
}
