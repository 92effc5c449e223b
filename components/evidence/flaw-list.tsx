import type { FoundFlaw } from '../../lib/evidence/verify-all.ts'
import { captureWords } from './capture-words.ts'
import type { StorageServices } from './storage-services.ts'
import { storageWords as words } from './storage-words.ts'

/** What is not as it was sealed, each with the way to its capture. */
export const FlawList = ({
  flaws,
  addresses,
}: {
  flaws: FoundFlaw[]
  addresses: StorageServices['addresses']
}) => (
  <ul className="flex max-h-80 flex-col gap-1.5 overflow-y-auto">
    {flaws.map(({ captureId, check }) => (
      <li key={`${captureId} ${check.what} ${check.name}`} className="break-words">
        {captureId === null ? (
          <b className="font-semibold">{words.ofLedger}</b>
        ) : (
          <a href={addresses.capture(captureId)} className="text-accent underline">
            {words.ofCapture} {captureId}
          </a>
        )}
        {`: ${captureWords.check[check.what]} ${check.name}: ${check.message}`}
      </li>
    ))}
  </ul>
)
