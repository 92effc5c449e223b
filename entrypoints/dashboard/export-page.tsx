import type { EvidenceKind } from '../../components/pack/evidence-kind.ts'
import { EvidenceScreen } from '../../components/pack/evidence-screen.tsx'
import type { EvidenceChoice } from '../../components/pack/export-evidence.ts'
import { ExportScreen } from '../../components/pack/export-screen.tsx'
import type { QueueGroup } from '../../lib/queue/flag.ts'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { evidenceHash } from './route.ts'
import { evidenceServices, exportServices } from './services.ts'
import { useNewest } from './use-newest.ts'

export function ExportPage({ database, group }: { database: DocketDatabase; group: QueueGroup }) {
  const services = useNewest(exportServices, database)
  return <ExportScreen services={services} group={group} />
}

interface EvidenceExportPageProps {
  database: DocketDatabase
  kind: EvidenceKind
  choice: EvidenceChoice
}

export function EvidenceExportPage({ database, kind, choice }: EvidenceExportPageProps) {
  const services = useNewest(evidenceServices, database)
  return (
    <EvidenceScreen
      services={services}
      kind={kind}
      choice={choice}
      addressOf={(other) => evidenceHash(choice, other)}
    />
  )
}
