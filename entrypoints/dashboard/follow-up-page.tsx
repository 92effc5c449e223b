import { useMemo } from 'react'
import { FollowUpScreen } from '../../components/tracking/follow-up-screen.tsx'
import type { FollowUpView } from '../../components/tracking/follow-up-view.ts'
import type { FollowUpServices } from '../../components/tracking/services.ts'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { dexieFollowUpRepo } from '../../lib/storage/dexie-follow-up-repo.ts'
import { dexieOwnDays } from '../../lib/storage/dexie-own-days.ts'
import { dexieReminders } from '../../lib/storage/dexie-reminders.ts'
import { dexieTrackReader, dexieTrackRepo } from '../../lib/storage/dexie-track-repo.ts'
import { dexieVisitList } from '../../lib/storage/dexie-visit-list.ts'
import { complaintServices, saveBlob } from './complaint-services.ts'
import { visitTabs } from './visit-tabs.ts'

export function FollowUpPage({ database, view }: { database: DocketDatabase; view: FollowUpView }) {
  const services = useMemo(() => followUpServices(database), [database])
  return <FollowUpScreen services={services} view={view} />
}

/** Joins the pages about filed complaints to database, background and browser. */
function followUpServices(database: DocketDatabase): FollowUpServices {
  const { reader, rights, rules, clock, queueChanged, openUrl, openDesk } = complaintServices(database)
  return {
    ...{ reader, rights, rules, clock, queueChanged, openUrl, openDesk },
    tracks: dexieTrackReader(database),
    repo: dexieTrackRepo(database),
    followUps: dexieFollowUpRepo(database),
    ownDays: dexieOwnDays(database),
    reminders: dexieReminders(database),
    visits: dexieVisitList(database),
    visitTabs,
    saveFile: saveBlob,
  }
}
