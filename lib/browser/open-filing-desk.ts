import { browser } from 'wxt/browser'
import { ExpectedError } from '../core/expected-error.ts'
import { isDemoPage } from './demo-page.ts'

/** Firefox' own way, which the types of Chromium's API do not know. */
interface Sidebar {
  sidebarAction?: { open(): Promise<void> }
}

/**
 * Whether a page gets a file that is dragged out of the desk. Firefox hands over files from memory, to file fields as
 * well; Chromium 156 drops them, and hands over dragged pictures alone, to forms that read what is dropped.
 */
export const dragsFiles = 'sidebarAction' in browser

/**
 * Opens the filing desk beside the page: Chromium's side panel, Firefox' sidebar. Call it first thing in a click:
 * Firefox refuses after the first await, Chromium some seconds later.
 * @throws ExpectedError `desk-refused`
 */
export async function openFilingDesk(): Promise<void> {
  if (isDemoPage)
    throw new ExpectedError(
      'desk-refused',
      'The filing desk is not in the demo: it works beside the real portal.',
    )
  const { sidebarAction } = browser as Sidebar
  try {
    if (sidebarAction) return await sidebarAction.open()
    const { id } = await browser.windows.getCurrent()
    await browser.sidePanel.open({ windowId: id ?? browser.windows.WINDOW_ID_CURRENT })
  } catch (error) {
    throw new ExpectedError(
      'desk-refused',
      'The browser did not open the filing desk. Open it from the browser’s list of side panels.',
      { cause: error },
    )
  }
}
