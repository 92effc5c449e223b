import { useMemo } from 'react'
import { inertSnapshot } from '../../lib/evidence/snapshot/inert-snapshot.ts'

/** Shows a stored page, which is hostile: see `inertSnapshot` for what holds it. */
export function SnapshotFrame({ markup, title }: { markup: string; title: string }) {
  const shown = useMemo(() => inertSnapshot(markup), [markup])
  return (
    <iframe
      sandbox=""
      srcDoc={shown}
      title={title}
      referrerPolicy="no-referrer"
      // A page of the site is white where it says nothing else.
      className="h-[75vh] w-full rounded-lg border border-line bg-[#fff] [color-scheme:light]"
    />
  )
}
