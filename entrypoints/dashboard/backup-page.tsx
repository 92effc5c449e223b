import { useState } from 'react'
import { BackupScreen } from '../../components/pack/backup-screen.tsx'
import { DataExportScreen } from '../../components/pack/data-export-screen.tsx'
import { RestoreBackupScreen } from '../../components/pack/restore-backup-screen.tsx'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { backupServices, dataExportServices, restoreBackupServices } from './backup-services.ts'

export function BackupPage({ database }: { database: DocketDatabase }) {
  const [services] = useState(() => backupServices(database))
  return <BackupScreen services={services} />
}

export function DataExportPage({ database }: { database: DocketDatabase }) {
  const [services] = useState(() => dataExportServices(database))
  return <DataExportScreen services={services} />
}

/** `open`: a connection that may put a backup in place. */
export function RestoreBackupPage({ open }: { open(): Promise<DocketDatabase> }) {
  const [services] = useState(() => restoreBackupServices(open))
  return <RestoreBackupScreen services={services} />
}
