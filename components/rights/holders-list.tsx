import { Building2, Trash2, UserRound } from 'lucide-react'
import type { Holder, Right } from '../../lib/rights/right.ts'
import { IconButton } from '../ui/button.tsx'
import { countryName } from './country-names.ts'
import { holderDraftName } from './draft-store.ts'
import { holderHash } from './rights-view.ts'
import { words } from './words.ts'

interface HoldersListProps {
  holders: Holder[]
  rights: Right[]
  /** Names of drafts. */
  unsaved: ReadonlySet<string>
  onRemove(holder: Holder): void
}

export function HoldersList({ holders, rights, unsaved, onRemove }: HoldersListProps) {
  if (holders.length === 0) return <p className="text-ink-soft">{words.list.noHolders}</p>
  const sorted = holders.toSorted((one, other) => one.name.localeCompare(other.name))
  return (
    <ul aria-label={words.list.holders} className="rounded-xl border border-line bg-raised">
      {sorted.map((holder) => {
        const name = holder.name || words.unnamedHolder
        const many = rights.filter(({ holderId }) => holderId === holder.holderId).length
        const facts = [
          holder.country && countryName(holder.country),
          words.list.rightsOf(many),
          holder.contactEmail,
        ]
        return (
          <li
            key={holder.holderId}
            className="flex items-center gap-3 border-b border-line px-3 py-2.5 last:border-b-0"
          >
            <span aria-hidden className="text-ink-soft">
              {holder.kind === 'company' ? <Building2 size={16} /> : <UserRound size={16} />}
            </span>
            <div className="min-w-0 flex-1">
              <a
                href={holderHash(holder.holderId)}
                dir="auto"
                className="block truncate text-sm font-medium hover:text-accent hover:underline"
              >
                {name}
              </a>
              <p className="truncate text-ink-soft" dir="auto">
                {facts.filter(Boolean).join(' · ')}
              </p>
              {unsaved.has(holderDraftName(holder.holderId)) && (
                <p className="text-warn">{words.list.unsaved}</p>
              )}
            </div>
            <IconButton
              label={words.list.removeHolder(name)}
              icon={<Trash2 size={15} aria-hidden />}
              onClick={() => onRemove(holder)}
            />
          </li>
        )
      })}
    </ul>
  )
}
