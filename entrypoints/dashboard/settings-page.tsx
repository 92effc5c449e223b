import { HeaderMaskSection } from '../../components/settings/header-mask-section.tsx'
import { SettingsScreen } from '../../components/settings/settings-screen.tsx'
import { TimeStampSection } from '../../components/settings/time-stamp-section.tsx'
import { OperatorName } from '../../components/welcome/operator-name.tsx'
import { MhtmlPermission, ScreenshotPermission } from '../../components/welcome/permission-sections.tsx'
import { database } from './load-page.tsx'
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
const timeStamps = timeStampServices(database)

export const SettingsPage = () => (
  <SettingsScreen>
    <OperatorName operator={operator} />
    <ScreenshotPermission permission={screenshotServices} isMain={false} />
    {mhtml && <MhtmlPermission permission={mhtml} />}
    <HeaderMaskSection setting={headerMask} />
    <TimeStampSection services={timeStamps} />
  </SettingsScreen>
)
