import { ImportScreen } from '../../components/pack/import-screen.tsx'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { importServices } from './copy-services.ts'
import { useNewest } from './use-newest.ts'

export function ImportPage({ database }: { database: DocketDatabase }) {
  const services = useNewest(importServices, database)
  return <ImportScreen services={services} />
}
