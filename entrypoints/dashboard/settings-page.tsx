import { useMemo } from 'react'
import { DemoSection } from '../../components/dashboard/demo-section.tsx'
import { LanguageSection } from '../../components/language/language-section.tsx'
import { BackupSection } from '../../components/settings/backup-section.tsx'
import { HeaderMaskSection } from '../../components/settings/header-mask-section.tsx'
import { PortalRulesSection } from '../../components/settings/portal-rules.tsx'
import { SecondCopySection } from '../../components/settings/second-copy-section.tsx'
import { SettingsScreen } from '../../components/settings/settings-screen.tsx'
import { TimeStampSection } from '../../components/settings/time-stamp-section.tsx'
import { OperatorName } from '../../components/welcome/operator-name.tsx'
import { MhtmlPermission, ScreenshotPermission } from '../../components/welcome/permission-sections.tsx'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { calendarToday, rulesServices } from './complaint-services.ts'
import { secondCopyServices } from './copy-services.ts'
import { demoServices } from './demo-services.ts'
import { database } from './open-once.ts'
import {
  headerMaskServices,
  mhtmlServices,
  operatorServices,
  screenshotServices,
  timeStampServices,
} from './services.ts'

const operator = operatorServices(database)
const mhtml = mhtmlServices()
const headerMask = headerMaskServices(database)
const rules = rulesServices(database)
const timeStamps = timeStampServices(database)

export function SettingsPage({ database: ready }: { database: DocketDatabase }) {
  const copies = useMemo(() => secondCopyServices(ready), [ready])
  return (
    <SettingsScreen>
      <OperatorName operator={operator} />
      <LanguageSection />
      <SecondCopySection services={copies} />
      <BackupSection />
      <ScreenshotPermission permission={screenshotServices} isMain={false} />
      {mhtml && <MhtmlPermission permission={mhtml} />}
      <HeaderMaskSection setting={headerMask} />
      <TimeStampSection services={timeStamps} />
      <PortalRulesSection store={rules} today={calendarToday} />
      <DemoSection services={demoServices} />
    </SettingsScreen>
  )
}
