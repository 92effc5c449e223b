import { WelcomeScreen } from '../../components/welcome/welcome-screen.tsx'
import { database } from './open-once.ts'
import { mhtmlServices, openSite, operatorServices, screenshotServices } from './services.ts'

const operator = operatorServices(database)
const mhtml = mhtmlServices()

export const WelcomePage = () => (
  <WelcomeScreen permission={screenshotServices} mhtml={mhtml} operator={operator} openSite={openSite} />
)
