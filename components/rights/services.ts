import { createContext, useContext } from 'react'
import type { PortalRulesStore } from '../../lib/complaints/portal-rules-store.ts'
import type { Clock } from '../../lib/core/clock.ts'
import type { WritePaper } from '../../lib/pack/paper/paper.ts'
import { calendarDateOf } from '../../lib/rights/expiry.ts'
import type { PortalStepsStore } from '../../lib/rights/portal-steps.ts'
import type { RightsRepo } from '../../lib/rights/rights-repo.ts'
import type { PackFileServices } from '../pack/write-pack.ts'
import type { DraftStore } from './draft-store.ts'

/** What the pages of rights need of the world around them. */
export interface RightsServices extends PackFileServices {
  repo: RightsRepo
  drafts: DraftStore
  steps: PortalStepsStore
  clock: Clock
  rules: Pick<PortalRulesStore, 'read'>
  /** Of Docket, for exports. */
  version: string
  /** Shows a file in a tab of its own. */
  openFile(file: Blob): void
  writePaper: WritePaper
}

const RightsContext = createContext<RightsServices | null>(null)

export const RightsServicesProvider = RightsContext.Provider

export function useRightsServices(): RightsServices {
  const services = useContext(RightsContext)
  if (!services) throw new Error('A page of rights stands outside of RightsServicesProvider.')
  return services
}

/** Today where the person is. */
export function todayOf({ clock }: Pick<RightsServices, 'clock'>): string {
  const { wallMs, offsetMinutes } = clock()
  return calendarDateOf(wallMs, offsetMinutes)
}
