import { useMemo } from 'react'
import { QuickEntryScreen } from '../../components/quick-entry/quick-entry-screen.tsx'
import type { QuickEntryServices } from '../../components/quick-entry/services.ts'
import { systemClock } from '../../lib/core/clock.ts'
import { newId } from '../../lib/core/ids.ts'
import { tellBackground } from '../../lib/messaging/tell-background.ts'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { dexieFlagRepo } from '../../lib/storage/dexie-flag-repo.ts'
import { dexiePortalRules } from '../../lib/storage/dexie-portal-rules.ts'
import { dexieRightsRepo } from '../../lib/storage/dexie-rights-repo.ts'
import { dexieStandingReader } from '../../lib/storage/dexie-standing-reader.ts'

/** Joins quick entry to database and background. */
const quickEntryServices = (database: DocketDatabase): QuickEntryServices => ({
  repo: dexieFlagRepo(database),
  standings: dexieStandingReader(database).standings,
  rights: dexieRightsRepo(database).rights,
  rules: async () => (await dexiePortalRules(database).read()).rules,
  clock: systemClock,
  documentKey: newId(),
  queueChanged: () => tellBackground('queue.changed', {}),
})

export function QuickEntryPage({ database }: { database: DocketDatabase }) {
  const services = useMemo(() => quickEntryServices(database), [database])
  return <QuickEntryScreen services={services} />
}
