import { inLanguage } from '../language/language.ts'

const count = (many: number, one: string) => `${many.toLocaleString('en')} ${many === 1 ? one : `${one}s`}`

export const english = {
  title: 'Second copy of the evidence',
  lead: [
    'Browsers delete damaged storage without asking. After every capture Docket can write its sealed record, its files and the ledger into a folder outside the browser, where they can be checked, and brought back, without it.',
    'Flags and the queue are not in the copies; only evidence is.',
  ],
  noneTitle: 'The evidence is in this browser alone',
  none: (captures: number) =>
    captures === 0
      ? 'Choose where copies go before it matters.'
      : `${count(captures, 'sealed capture')} would be lost with it.`,
  chooseFolder: 'Choose a folder…',
  chooseOther: 'Choose another folder…',
  useDownloads: 'Use the downloads folder',
  folderHint: 'A folder is best on another disk, or where it is backed up.',
  downloadsHint: (folder: string) =>
    `In the downloads folder, copies lie under “${folder}”, and each appears among the browser’s downloads. Switch off “Ask where to save each file” in the browser’s settings, or it asks every time.`,
  goesTo: (place: string) => `Copies go to ${place}.`,
  otherWarning: 'With another place everything is copied there again; nothing is deleted where it was.',
  allCopied: (captures: number) =>
    captures === 0
      ? 'Ready: the next capture is copied by itself.'
      : `${count(captures, 'capture')} copied; none is missing.`,
  copying: 'Copying…',
  waiting: (captures: number) => `${count(captures, 'capture')} not copied yet`,
  permissionTitle: (captures: number) => {
    if (captures === 0) return 'The folder waits for your permission'
    return captures === 1
      ? '1 capture waits for your permission'
      : `${count(captures, 'capture')} wait for your permission`
  },
  permissionHint:
    'Browsers forget the permission when all pages of Docket are closed. Choose “Allow on every visit”, and Docket copies by itself from then on.',
  allow: 'Allow access to the folder',
  declined: 'The browser did not allow it. Copies wait until it does.',
  failed: (captures: number) => `${count(captures, 'capture')} could not be copied`,
  tryAgain: 'Try again',
  copyNow: 'Copy now',
  bringBack: 'Bring evidence back from copies',
  importPack: 'Import an evidence pack',
} as const

/** Everything that the section on second copies says. */
export const secondCopyWords = inLanguage('settings/second-copy-words', english)
