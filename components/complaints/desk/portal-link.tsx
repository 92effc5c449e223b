import { ExternalLink, Mail } from 'lucide-react'
import type { Portal } from '../../../lib/complaints/portal-rules.ts'
import { Notice } from '../../ui/notice.tsx'
import { deskWords as words } from './words.ts'

const look =
  'inline-flex h-8 max-w-full items-center gap-1.5 rounded-md bg-accent px-3 font-medium text-on-accent hover:brightness-110'

/** The portal's page in a tab beside the desk; of a letter the address, in the person's own mail program. */
export function PortalLink({ portal: { kind, address, name } }: { portal: Portal }) {
  const { value } = address
  if (kind === 'e-mail') {
    return (
      <a href={`mailto:${encodeURIComponent(value).replace('%40', '@')}`} className={look}>
        <Mail size={15} aria-hidden className="shrink-0" />
        <span className="truncate">{words.writeTo(value)}</span>
      </a>
    )
  }
  // A person may have edited it: only a page of the web is opened.
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    return <Notice tone="danger">{words.portalAddressWrong(value)}</Notice>
  }
  return (
    <a href={value} target="_blank" rel="noreferrer" className={look}>
      <ExternalLink size={15} aria-hidden className="shrink-0" />
      <span className="truncate">{words.openPortal(name)}</span>
    </a>
  )
}
