import type { FullPagePorts } from '../evidence/screenshot/full-page-ports.ts'
import { drawing } from './drawing.ts'
import { pageMover } from './page-mover.ts'
import { pagePhotographer } from './photograph-tab.ts'
import { screenshotPorts } from './screenshot-ports.ts'

/** What a picture of this tab's whole page needs of the browser. */
export const fullPagePorts = (tabId: number, documentKey: string, comIds: string[]): FullPagePorts => ({
  screenshot: screenshotPorts(tabId, documentKey, comIds),
  mover: pageMover(tabId),
  photographPage: pagePhotographer(tabId),
  drawing,
})
