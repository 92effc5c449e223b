import { HolderEditor, NewHolder } from './holder-editor.tsx'
import { NewRight, RightEditor } from './right-editor.tsx'
import { RightsScreen } from './rights-screen.tsx'
import type { RightsView } from './rights-view.ts'
import { type RightsServices, RightsServicesProvider } from './services.ts'
import { StatementScreen } from './statement-screen.tsx'
import { StepsScreen } from './steps-screen.tsx'

/** The pages of rights, as the address names them. */
export const RightsPages = ({ services, view }: { services: RightsServices; view: RightsView }) => (
  <RightsServicesProvider value={services}>
    <Page view={view} />
  </RightsServicesProvider>
)

function Page({ view }: { view: RightsView }) {
  switch (view.view) {
    case 'list':
      return <RightsScreen />
    case 'steps':
      return <StepsScreen />
    case 'new-right':
      return <NewRight ipType={view.ipType} />
    case 'right':
      return <RightEditor key={view.rightId} {...view} />
    case 'statement':
      return <StatementScreen key={view.rightId} rightId={view.rightId} />
    case 'new-holder':
      return <NewHolder />
    case 'holder':
      return <HolderEditor key={view.holderId} {...view} />
  }
}
