import type { CalendarDate } from './right.ts'

/** What a person does on the portal before the first complaint, in order (PORTAL.md §1 and §2). */
export const portalSteps = [
  'choose-mailbox',
  'gather-identity',
  'register',
  'wait-for-identity',
  'gather-certificates',
  'gather-authority',
  'enter-rights',
  'wait-for-rights',
  'note-state',
] as const
export type PortalStep = (typeof portalSteps)[number]

/** The day on which each step was ticked off. */
export type DoneSteps = Partial<Record<PortalStep, CalendarDate>>

/** Port: remembers which steps are done. */
export interface PortalStepsStore {
  read(): Promise<DoneSteps>
  /** @param on null: it is not done after all */
  mark(step: PortalStep, on: CalendarDate | null): Promise<void>
}
