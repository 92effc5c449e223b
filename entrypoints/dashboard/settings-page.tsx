import { SettingsScreen } from '../../components/settings/settings-screen.tsx'
import { database } from './load-page.tsx'
import { operatorServices, permissionServices } from './services.ts'

const operator = operatorServices(database)

export const SettingsPage = () => <SettingsScreen permission={permissionServices} operator={operator} />
