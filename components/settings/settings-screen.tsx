import type { OperatorNameStore } from '../../lib/evidence/operator-name.ts'
import { PageHeading } from '../ui/page-heading.tsx'
import { OperatorName } from '../welcome/operator-name.tsx'
import { type PermissionServices, ScreenshotPermission } from '../welcome/screenshot-permission.tsx'
import { words } from './words.ts'

interface SettingsScreenProps {
  permission: PermissionServices
  operator: OperatorNameStore
}

/** What a person may set, in sections. */
export const SettingsScreen = ({ permission, operator }: SettingsScreenProps) => (
  <main className="mx-auto flex w-full max-w-4xl flex-col gap-6 px-4 py-8 sm:px-6">
    <PageHeading tabTitle={words.tabTitle}>{words.title}</PageHeading>
    <OperatorName operator={operator} />
    <ScreenshotPermission permission={permission} />
  </main>
)
