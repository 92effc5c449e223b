import { inLanguage } from '../language/language.ts'

const count = (many: number, one: string, several = `${one}s`) =>
  `${many.toLocaleString('en')} ${many === 1 ? one : several}`

export const english = {
  region: 'Second copies',
  waiting: (captures: number) =>
    captures === 1
      ? '1 capture is in this browser alone.'
      : `${count(captures, 'capture')} are in this browser alone.`,
  damageRegion: 'Damaged evidence',
  damaged: (captures: number) =>
    captures === 1
      ? 'Stored evidence of 1 capture is damaged.'
      : `Stored evidence of ${count(captures, 'capture')} is damaged.`,
  noPlace: 'Choose where second copies go.',
  permission: 'The folder for second copies waits for your permission.',
  failed: (many: number) => `${count(many, 'copy', 'copies')} failed.`,
  setUp: 'Set up',
  goOn: 'Go on',
  look: 'Look',
} as const

/** What is said of evidence that is in this browser alone, or damaged there. */
export const backlogWords = inLanguage('pack/backlog-words', english)
