import { inLanguage } from '../language/language.ts'

const count = (many: number, one: string) => `${many.toLocaleString('en')} ${many === 1 ? one : `${one}s`}`

export const english = {
  title: 'Import an evidence pack',
  what: 'An evidence pack of a colleague, or of another installation of yours. The whole pack is checked before anything of it is stored. Its captures then lie beside your own, marked with where they came from; they enter neither the queue nor your counts.',
  back: 'Evidence of this profile that was lost is brought back instead:',
  restore: 'Bring evidence back',
  choose: 'Evidence pack (.zip)',
  working: (name: string) => `Checking ${name}…`,
  storing: (done: number, of: number) => `Storing ${done.toLocaleString('en')} of ${count(of, 'capture')}…`,
  keepOpen: 'Keep this tab open until it is done.',
  done: (captures: number) => `${count(captures, 'capture')} imported`,
  nothingNew: 'Everything in this pack is here already',
  there: (captures: number) =>
    captures === 1
      ? '1 capture was here already, byte for byte.'
      : `${count(captures, 'capture')} were here already, byte for byte.`,
  refused: 'Nothing was imported',
  file: 'File',
  key: 'Fingerprint of the key',
  keyHint: 'Ask the maker of the pack for it and compare: anyone can make a pack with a key of their own.',
  packId: 'Pack',
  made: 'Made, by its maker’s clock',
  listings: 'Listings',
  again: 'Make an evidence pack of them',
} as const

/** Everything that the import page says. */
export const importWords = inLanguage('pack/import-words', english)
