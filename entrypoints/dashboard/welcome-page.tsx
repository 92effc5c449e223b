import { WelcomeScreen } from '../../components/welcome/welcome-screen.tsx'
import { database } from './load-page.tsx'
import { openSite, operatorServices, permissionServices } from './services.ts'

const operator = operatorServices(database)

export const WelcomePage = () => (
  <WelcomeScreen permission={permissionServices} operator={operator} openSite={openSite} />
)
