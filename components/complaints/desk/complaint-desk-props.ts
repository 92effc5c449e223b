import type { DeskServices } from './services.ts'
import type { Desk } from './use-desk.ts'

/** What every page of the desk is given. */
export interface ComplaintDeskProps {
  services: DeskServices
  desk: Desk
  subject: NonNullable<Desk['subject']>
}
