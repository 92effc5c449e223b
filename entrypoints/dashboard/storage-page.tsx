import { useMemo } from 'react'
import { StorageScreen } from '../../components/evidence/storage-screen.tsx'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { storageServices } from './evidence-services.ts'

export function StoragePage({ database }: { database: DocketDatabase }) {
  const services = useMemo(() => storageServices(database), [database])
  return <StorageScreen services={services} />
}
