import { inLanguage } from '../language/language.ts'

export const english = {
  title: 'Welcome to Docket',
  tabTitle: 'Help – Docket',
  lead: 'Flag counterfeit listings while you browse AliExpress. Docket keeps what you saw and hands it to you as a complaint pack.',
  steps: [
    {
      title: 'Flag',
      text: 'One click on a listing, in results or on its own page, queues it. Nothing else changes.',
    },
    {
      title: 'Sort',
      text: 'The toolbar button shows the queue in groups: trademark, copyright, patent, undecided.',
    },
    {
      title: 'Export',
      text: 'A group becomes one ZIP: links to paste, a spreadsheet, screenshots, and the hash of every file.',
    },
  ],

  screenshots: {
    title: 'Screenshots with one click',
    why: 'Allow Docket to see all pages, so that a click in the page may photograph what you saw; without it everything else works and you add screenshots by clicking the toolbar button.',
    scope:
      'The browser has no smaller permission for this. Docket reads AliExpress only; on every other page it does nothing.',
    allow: 'Allow screenshots',
    asking: 'Look at the browser’s question…',
    granted: 'Allowed: a click in the page takes a screenshot.',
    takeBack: 'Take it back',
    refused:
      'Not allowed. Everything else works; to add screenshots to a page’s flags click the toolbar button there.',
    refusedChange: 'You can allow it here at any time.',
    grantedChange:
      'To take it back, change “Site access” on the browser’s own page for Docket; keep AliExpress and its picture hosts there.',
  },

  mhtml: {
    title: 'Item pages as MHTML',
    why: 'Allow Docket to have the browser save item pages whole (MHTML), as one more file of their evidence; without it everything else works.',
    scope:
      'Nothing can be taken out of such a file, so Docket keeps none while somebody is signed in on AliExpress.',
    allow: 'Allow saving pages',
    asking: 'Look at the browser’s question…',
    granted: 'Allowed: evidence of an item page holds the page as the browser saves it.',
    grantedChange: 'You can change this here, or in the browser’s own settings.',
    takeBack: 'Take it back',
    refused: 'Not allowed. Everything else works.',
    refusedChange: 'You can allow it here at any time.',
  },

  operatorLabel: 'Your name, as evidence records should state it',
  operatorHint:
    'Optional. It stands in every record sealed from now on, and stays on this computer until you export.',
  operatorSaved: 'Saved.',
  operatorRemoved: 'Removed: records will name nobody.',

  settingsLead: 'Independent time stamps for the evidence are set up in the',
  settingsLink: 'settings',

  storedTitle: 'What is stored, and where',
  stored: [
    'Stored: listings that you flag, what their pages stated at that moment, your notes, the screenshots, and copies of item pages without what they show of you.',
    'Only on this computer, in this browser profile. Docket has no server, no account and no statistics.',
    'Docket asks only AliExpress and its picture hosts for anything, and a time-stamp authority if you set one. It files nothing by itself: you do.',
    'Removing Docket from the browser deletes its data. Export first.',
  ],

  secondCopies: 'Set up second copies',
  restore: 'Bring evidence of a lost profile back',

  keysTitle: 'Keys',
  keysLead: 'On AliExpress, for the listing under the pointer or in focus. ? shows all keys of a page.',
  keys: [
    ['Alt Shift F', 'Flag the listing'],
    ['Alt Shift L', 'Look at it later'],
    ['Alt Shift Z', 'Take back the last flag'],
    ['?', 'All keys, on AliExpress and in the popup'],
  ],
  keysChange: 'The browser’s extension settings let you choose other shortcuts.',
  start: 'Open AliExpress',
} as const

/** Everything that the first-run page says. */
export const words = inLanguage('welcome/words', english)
