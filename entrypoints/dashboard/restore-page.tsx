import { useMemo } from 'react'
import { RestoreScreen } from '../../components/pack/restore-screen.tsx'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { restoreServices } from './copy-services.ts'

interface RestorePageProps {
  /** The connection that may put evidence back. */
  database: DocketDatabase
  /** Opens the storage anew for every other page. */
  reopen(): void
}

export function RestorePage({ database, reopen }: RestorePageProps) {
  const services = useMemo(() => restoreServices(database, reopen), [database, reopen])
  return <RestoreScreen services={services} />
}
