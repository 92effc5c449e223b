import { inLanguage, locale } from '../language/language.ts'

const number = (many: number) => many.toLocaleString(locale)

export const english = {
  title: 'Demo',
  lead: 'Invented listings, sellers, rights and complaints to look around in. They lie in a database of their own, apart from yours: nothing of it reaches your evidence, your figures or your ledger, and everything in it says DEMO.',
  load: 'Load the demo',
  loading: (done: number, of: number) => `Inventing listing ${number(done)} of ${number(of)}…`,
  there: 'The demo is loaded.',
  open: 'Open the demo',
  remove: 'Remove the demo',
  removed: 'The demo is gone. Nothing of yours was touched.',
  failed: 'It did not work:',

  banner: 'Demo',
  bannerText:
    'Everything here is invented: no listing, seller, right or complaint is real. What you change here stays in the demo.',
  leave: 'Leave the demo',
  closedTitle: 'Not in the demo',
  closed: 'Settings, backups and second copies belong to your own data. Leave the demo to work with them.',
}

/** What the demo says of itself. */
export const words = inLanguage('dashboard/demo-words', english)
