import { inLanguage } from '../language/language.ts'

export const english = {
  title: 'Comparison',
  lead: 'Choose two pictures that show the same side. Click on the listing’s picture where it differs, and say how.',
  back: 'Back to the complaint',
  genuine: 'Genuine',
  design: 'Design view',
  listing: 'Listing',
  item: 'Listing to compare',
  genuineFrom: 'Genuine picture',
  chooseGenuine: 'Choose a genuine picture…',
  fromRight: (name: string) => `Of the right: ${name}`,
  fromFile: (name: string) => `Own file: ${name}`,
  addFile: 'Or a file of your own',
  listingFrom: 'Picture of the listing',
  chooseListing: 'Choose a captured picture…',
  captured: (name: string, when: string) => `${name}, ${when}`,
  noPictures: 'Nothing was captured of this listing yet. Open its page and flag it there.',
  view: 'Which view do both show?',
  viewHint: 'E.g. front, top, left side. A design comparison needs it.',
  addDifference: 'Add a difference',
  differences: 'Differences',
  none: 'None yet.',
  difference: (number: number) => `Difference ${number}`,
  remove: (number: number) => `Remove difference ${number}`,
  marker: (number: number, text: string) =>
    `Difference ${number}${text ? `: ${text}` : ''}. Arrow keys move it.`,
  pictureHint: 'Click to place a number. A number can be dragged, or moved with the arrow keys.',
  needsPictures: 'Choose both pictures first.',
  save: 'Save the comparison',
  saved: 'Comparison saved.',
  exportPng: 'Save as picture',
  exportPdf: 'Save as PDF',
  exported: (name: string) => `${name} saved to your downloads.`,
  fileName: (comId: string, kind: 'png' | 'pdf') => `comparison-${comId}.${kind}`,
} as const

/** What the page of one comparison says. */
export const comparisonWords = inLanguage('complaints/comparison-words', english)
