import type { Ending } from '../../lib/rights/endings.ts'
import { Notice } from '../ui/notice.tsx'
import { endingLine, endingWords, fieldOfEnding, toneOfExpiry } from './ending-words.ts'
import { rightHash } from './rights-view.ts'

/** Rights and powers of attorney that end within 90 days, soonest first; each leads to its date. */
export function EndingsNotice({ endings }: { endings: readonly Ending[] }) {
  const [first] = endings
  if (!first) return null
  return (
    <Notice tone={toneOfExpiry(first.expiry) === 'danger' ? 'danger' : 'warn'}>
      <h2 className="font-medium">{endingWords.title}</h2>
      <ul className="mt-0.5 flex flex-col gap-0.5">
        {endings.map((ending) => (
          <li key={`${ending.right.rightId} ${ending.what}`}>
            <a
              href={rightHash(ending.right.rightId, fieldOfEnding(ending))}
              className="underline decoration-line-strong underline-offset-2 hover:decoration-current"
            >
              {endingLine(ending)}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
