/** Everything that the first-run page says. */
export const words = {
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

  permissionTitle: 'Screenshots with one click',
  permissionWhy:
    'Allow Docket to see all pages, so that a click in the page may photograph what you saw; without it everything else works and you add screenshots by clicking the toolbar button.',
  permissionScope:
    'The browser has no smaller permission for this. Docket reads AliExpress only; on every other page it does nothing.',
  allow: 'Allow screenshots',
  asking: 'Look at the browser’s question…',
  granted: 'Allowed: a click in the page takes a screenshot.',
  takeBack: 'Take it back',
  refused:
    'Not allowed. Everything else works; to add screenshots to a page’s flags click the toolbar button there.',
  refusedChange: 'You can allow it here at any time.',
  grantedChange:
    'You can change this here, or in the browser’s own settings under Extensions, Docket, Site access.',

  operatorLabel: 'Your name, as evidence records should state it',
  operatorHint:
    'Optional. It stands in every record sealed from now on, and stays on this computer until you export.',
  operatorSaved: 'Saved.',
  operatorRemoved: 'Removed: records will name nobody.',

  storedTitle: 'What is stored, and where',
  stored: [
    'Stored: listings that you flag, what their pages stated at that moment, your notes, and the screenshots.',
    'Only on this computer, in this browser profile. Docket has no server, no account and no statistics.',
    'Docket asks only AliExpress and its picture hosts for anything, and files nothing by itself: you do.',
    'Removing Docket from the browser deletes its data. Export first.',
  ],

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
