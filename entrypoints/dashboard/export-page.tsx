import { useState } from 'react'
import { EvidenceScreen } from '../../components/pack/evidence-screen.tsx'
import type { EvidenceChoice } from '../../components/pack/export-evidence.ts'
import { ExportScreen } from '../../components/pack/export-screen.tsx'
import type { QueueGroup } from '../../lib/queue/flag.ts'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { evidenceServices, exportServices } from './services.ts'

export function ExportPage({ database, group }: { database: DocketDatabase; group: QueueGroup }) {
  const [services] = useState(() => exportServices(database))
  return <ExportScreen services={services} group={group} />
}

export function EvidenceExportPage({
  database,
  choice,
}: {
  database: DocketDatabase
  choice: EvidenceChoice
}) {
  const [services] = useState(() => evidenceServices(database))
  return <EvidenceScreen services={services} choice={choice} />
}
