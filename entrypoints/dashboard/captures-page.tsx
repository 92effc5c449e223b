import { useMemo } from 'react'
import { CapturesScreen } from '../../components/evidence/captures-screen.tsx'
import type { CaptureFilter } from '../../lib/evidence/find-captures.ts'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { capturesServices } from './evidence-services.ts'

export function CapturesPage({ database, filter }: { database: DocketDatabase; filter: CaptureFilter }) {
  const services = useMemo(() => capturesServices(database), [database])
  return <CapturesScreen services={services} filter={filter} />
}
