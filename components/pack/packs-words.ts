import { inLanguage } from '../language/language.ts'

const count = (many: number, one: string) => `${many.toLocaleString('en')} ${many === 1 ? one : `${one}s`}`

export const english = {
  title: (many: number) => (many === 1 ? 'Pack of a complaint' : `Packs of ${count(many, 'complaint')}`),
  back: 'Complaints',
  evidence: 'Evidence',
  evidenceKind: { named: 'Named by hash', included: 'Evidence packs included' },
  reading: 'Checking the complaints…',
  sealing: (done: number, of: number) =>
    `Sealing and checking ${done.toLocaleString('en')} of ${count(of, 'capture')}…`,
  working: (done: number, of: number) => `Packing ${done.toLocaleString('en')} of ${count(of, 'listing')}…`,
  empty: 'None of these complaints can be packed.',
  blocked: (blocked: number, of: number) =>
    blocked === of
      ? of === 1
        ? 'This complaint cannot be packed yet'
        : `None of ${count(of, 'complaint')} can be packed yet`
      : `${blocked.toLocaleString('en')} of ${count(of, 'complaint')} cannot be packed yet`,
  blockedHint: 'Nothing is packed yet. Mend what is named, or pack the others without.',
  noneReady: 'Mend what is named below.',
  leftOut: (many: number) => `${count(many, 'complaint')} left out, as you chose`,
  packRest: (many: number) =>
    many === 1 ? 'Pack the other one' : `Pack the other ${many.toLocaleString('en')}`,
  tryAgain: 'Check again',
  gone: 'This complaint is not stored any more.',
  andMore: (many: number) => `and ${count(many, 'more listing')}`,
  mend: 'Mend it',
  mendThis: (message: string) => `Mend it: ${message}`,
  done: (complaints: number, listings: number) =>
    `${count(complaints, 'complaint')} packed, ${count(listings, 'listing')}`,
  nothingFiled: 'Nothing is filed by this: file each on the portal, then enter its case number.',
  complete: 'Nothing is missing.',
  inIt: 'In it',
  listings: (many: number) => count(many, 'listing'),
  problems: (many: number) => `${count(many, 'thing')} to know`,
  parts: [
    ['links.txt', 'One link a line, as the form takes them'],
    ['explanation.txt, declaration.txt', 'The texts for the form'],
    ['attachments/', 'Files for the portal, in its sizes and types; comparisons among them'],
    ['summary.pdf', 'Everything of the complaint to read: fields, links, hashes'],
    ['listings.xlsx, listings.csv', 'The listings for a spreadsheet; all cells are text, nothing runs'],
    ['evidence/', 'The screenshots as they were taken, by item number'],
    ['ip-documents/', 'Certificates and other documents of right and holder'],
    ['dsa-notice/', 'The same as a notice under Article 16 of the Digital Services Act'],
    ['other-forms/', 'The links as other forms take them, such as ten at a time'],
    ['manifest.json', 'Size and SHA-256 of every file'],
  ],
} as const

/** Everything that the page of complaint packs says. */
export const packsWords = inLanguage('pack/packs-words', english)
