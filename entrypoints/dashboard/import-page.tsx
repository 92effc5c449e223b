import { useState } from 'react'
import { ImportScreen } from '../../components/pack/import-screen.tsx'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { importServices } from './copy-services.ts'

export function ImportPage({ database }: { database: DocketDatabase }) {
  const [services] = useState(() => importServices(database))
  return <ImportScreen services={services} />
}
