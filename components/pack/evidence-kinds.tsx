import { Archive, ShieldCheck } from 'lucide-react'
import { classNames } from '../ui/class-names.ts'
import { type EvidenceKind, evidenceKinds } from './evidence-kind.ts'
import { words } from './words.ts'

interface EvidenceKindsProps {
  /** What is being exported now. */
  kind: EvidenceKind
  addressOf(kind: EvidenceKind): string
}

const icons = { evidence: ShieldCheck, 'web-archive': Archive }

/** The kinds in which the same evidence can be exported. */
export const EvidenceKinds = ({ kind, addressOf }: EvidenceKindsProps) => (
  <nav aria-label={words.evidence.kinds} className="flex flex-wrap items-center gap-2 text-[0.8125rem]">
    <span aria-hidden className="text-ink-soft">
      {words.evidence.kinds}
    </span>
    {evidenceKinds.map((offered) => {
      const Icon = icons[offered]
      const isCurrent = offered === kind
      return (
        <a
          key={offered}
          href={addressOf(offered)}
          aria-current={isCurrent ? 'page' : undefined}
          className={classNames(
            'inline-flex h-8 items-center gap-1.5 rounded-md border px-3 font-medium hover:bg-hover',
            isCurrent ? 'border-accent text-accent' : 'border-line',
          )}
        >
          <Icon size={15} aria-hidden />
          {words.evidence.kind[offered]}
        </a>
      )
    })}
  </nav>
)
