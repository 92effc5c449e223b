import { browser } from 'wxt/browser'
import { actInTab } from '../../lib/browser/site-tabs.ts'
import type { ActTarget, PageAct } from '../../lib/messaging/protocol.ts'
import { imageHostPatterns, siteMatchPatterns } from '../../lib/site/hosts.ts'
import { docket } from './docket.ts'

/** The context menu, in the order shown. Ids are stored by the browser: keep them. */
const menu: Array<{ id: string; title: string; act: (target: ActTarget) => PageAct }> = [
  {
    id: 'flag-trademark',
    title: 'Flag: trademark',
    act: (target) => ({ act: 'flag-as', ipType: 'trademark', target }),
  },
  {
    id: 'flag-copyright',
    title: 'Flag: copyright',
    act: (target) => ({ act: 'flag-as', ipType: 'copyright', target }),
  },
  {
    id: 'flag-patent',
    title: 'Flag: patent',
    act: (target) => ({ act: 'flag-as', ipType: 'patent', target }),
  },
  { id: 'look-later', title: 'Look later', act: (target) => ({ act: 'look-later', target }) },
  { id: 'not-infringing', title: 'Not infringing', act: (target) => ({ act: 'not-infringing', target }) },
]

/** Names as in wxt.config.ts. */
const commandActs: Record<string, PageAct> = {
  'flag-listing': { act: 'flag', target: { kind: 'focus' } },
  'look-later': { act: 'look-later', target: { kind: 'focus' } },
  'undo-flag': { act: 'undo', target: { kind: 'focus' } },
}

/** Builds the context menu; once an installation or update, since the browser keeps it. */
export async function buildMenus(): Promise<void> {
  await browser.contextMenus.removeAll()
  for (const { id, title } of menu) {
    browser.contextMenus.create({
      id: `link-${id}`,
      title,
      contexts: ['link'],
      documentUrlPatterns: siteMatchPatterns,
      targetUrlPatterns: siteMatchPatterns,
    })
    browser.contextMenus.create({
      id: `image-${id}`,
      title,
      contexts: ['image'],
      documentUrlPatterns: siteMatchPatterns,
      targetUrlPatterns: imageHostPatterns,
    })
  }
}

/** Listens to menu and keyboard. Both give Docket the right to photograph the tab, as a click in the page does not. */
export function listenToMenusAndCommands(): void {
  browser.contextMenus.onClicked.addListener((click, tab) => {
    const [where, ...rest] = String(click.menuItemId).split('-')
    const entry = menu.find(({ id }) => id === rest.join('-'))
    const url = where === 'link' ? click.linkUrl : click.srcUrl
    if (!entry || !url || tab?.id === undefined) return
    run(tab.id, entry.act({ kind: where === 'link' ? 'link' : 'image', url }))
  })
  browser.commands.onCommand.addListener((command, tab) => {
    const act = commandActs[command]
    if (act && tab?.id !== undefined) run(tab.id, act)
  })
}

function run(tabId: number, act: PageAct): void {
  actInTab(tabId, act)
    .then(async (understood) => {
      if (understood) return
      const { recordFailure } = await docket()
      const failure = { code: 'page-silent', message: 'The page did not answer. Reload it and try again.' }
      await recordFailure(act.act, failure, null)
    })
    .catch((error: unknown) => console.error(`Docket could not ${act.act} in the page`, error))
}
