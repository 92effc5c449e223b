import { useMemo } from 'react'
import { BackupScreen } from '../../components/pack/backup-screen.tsx'
import { DataExportScreen } from '../../components/pack/data-export-screen.tsx'
import { RestoreBackupScreen } from '../../components/pack/restore-backup-screen.tsx'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { backupServices, dataExportServices, restoreBackupServices } from './backup-services.ts'

export function BackupPage({ database }: { database: DocketDatabase }) {
  const services = useMemo(() => backupServices(database), [database])
  return <BackupScreen services={services} />
}

export function DataExportPage({ database }: { database: DocketDatabase }) {
  const services = useMemo(() => dataExportServices(database), [database])
  return <DataExportScreen services={services} />
}

/** `open`: a connection that may put a backup in place. */
export function RestoreBackupPage({ open }: { open(): Promise<DocketDatabase> }) {
  const services = useMemo(() => restoreBackupServices(open), [open])
  return <RestoreBackupScreen services={services} />
}
