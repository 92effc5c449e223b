import { useMemo } from 'react'
import { CaptureScreen } from '../../components/evidence/capture-screen.tsx'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { captureServices } from './evidence-services.ts'

interface CapturePageProps {
  database: DocketDatabase
  captureId: string
  part: string | null
}

export function CapturePage({ database, captureId, part }: CapturePageProps) {
  const services = useMemo(() => captureServices(database), [database])
  return <CaptureScreen services={services} captureId={captureId} part={part} />
}
