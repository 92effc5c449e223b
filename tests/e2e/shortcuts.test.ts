import { expect, test } from 'vitest'
import { openChromium } from '../support/browser.ts'
import { startSampleServer } from '../support/sample-server.ts'

test('the browser grants every keyboard shortcut that Docket suggests', async () => {
  const server = await startSampleServer()
  const browser = await openChromium({ port: server.port })
  try {
    const page = await browser.openExtensionPage('popup.html')
    const commands = await page.evaluate(() => chrome.commands.getAll())
    expect(commands.map(({ name, shortcut }) => [name, shortcut])).toEqual([
      ['_execute_action', 'Ctrl+Shift+Y'],
      ['flag-listing', 'Alt+Shift+F'],
      ['look-later', 'Alt+Shift+L'],
      ['undo-flag', 'Alt+Shift+U'],
    ])
  } finally {
    await browser.close()
    await server.close()
  }
})
