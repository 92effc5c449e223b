import { FlaskConical } from 'lucide-react'
import { ExportPage } from '../pack/export-steps.tsx'
import { Button } from '../ui/button.tsx'
import { words } from './demo-words.ts'

/** Stands over every page of the demo, and cannot be closed. */
export const DemoBanner = ({ onLeave }: { onLeave(): void }) => (
  <section
    aria-label={words.banner}
    className="sticky top-0 z-40 flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-warn/40 bg-warn-soft px-3 py-2 text-ink"
  >
    <FlaskConical size={18} aria-hidden className="shrink-0 text-warn" />
    <p className="min-w-0 flex-1 basis-60">
      <b className="font-semibold">{words.banner}.</b> {words.bannerText}
    </p>
    <Button size="small" onClick={onLeave}>
      {words.leave}
    </Button>
  </section>
)

/** In place of pages that are about the real data. */
export const NotInDemo = () => (
  <ExportPage title={words.closedTitle}>
    <p>{words.closed}</p>
  </ExportPage>
)
