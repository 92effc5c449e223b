import { useCallback } from 'react'
import type { QueueGroup } from '../../lib/queue/flag.ts'
import { type ExportServices, exportQueue } from './export-queue.ts'
import { ExportPage, ExportSteps } from './export-steps.tsx'
import { PackResult } from './pack-result.tsx'
import { useExport } from './use-export.ts'
import { words } from './words.ts'

/** Packs one group, saves it, and says what is in it and what is missing. */
export function ExportScreen({ services, group }: { services: ExportServices; group: QueueGroup }) {
  const write = useCallback(
    (onProgress: (done: number, of: number) => void) => exportQueue(services, group, onProgress),
    [services, group],
  )
  const { state, start, save } = useExport(services, write)
  return (
    <ExportPage title={words.title(words.group[group])}>
      <ExportSteps
        state={state}
        working={words.working}
        empty={words.empty(words.group[group])}
        onAgain={() => void start()}
        result={({ pack, saved }) => (
          <PackResult
            pack={pack}
            saved={saved}
            services={services}
            onSave={() => void save(pack)}
            onEvidence={() => services.openEvidence(group, pack.captureIds)}
          />
        )}
      />
    </ExportPage>
  )
}
