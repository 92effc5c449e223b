import { ipTypes } from '../../lib/queue/flag.ts'
import type { Right } from '../../lib/rights/right.ts'
import { lacksChina } from '../../lib/rights/territory.ts'
import { Notice } from '../ui/notice.tsx'
import { words } from './words.ts'

/** The advice on Chinese registrations, for every type that has a territory and none of whose rights covers China. */
export function ChinaAdvice({ rights }: { rights: readonly Right[] }) {
  const lacking = ipTypes.filter((ipType) =>
    lacksChina(rights.filter((right) => right.ipType === ipType && right.territory.length > 0)),
  )
  if (lacking.length === 0) return null
  return (
    <Notice tone="plain">
      <p className="font-medium">{words.china.title}</p>
      <p>{words.china.text(lacking)}</p>
    </Notice>
  )
}
