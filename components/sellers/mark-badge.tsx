import { Eye, ShieldBan, ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SellerList } from '../../lib/sellers/seller-mark.ts'
import { classNames } from '../ui/class-names.ts'
import { words } from './words.ts'

const looks: Record<SellerList, { look: string; icon: ReactNode }> = {
  watch: { look: 'text-warn', icon: <Eye size={13} /> },
  allow: { look: 'text-good', icon: <ShieldCheck size={13} /> },
  deny: { look: 'text-danger', icon: <ShieldBan size={13} /> },
}

/** On which list a seller stands: a sign and words, never a colour alone. */
export const MarkBadge = ({ list }: { list: SellerList }) => (
  <span
    className={classNames('inline-flex shrink-0 items-center gap-1 text-xs font-medium', looks[list].look)}
  >
    <span aria-hidden>{looks[list].icon}</span>
    {words.onList(list)}
  </span>
)
