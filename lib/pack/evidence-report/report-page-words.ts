import { manyOf } from '../many-of.ts'
import type { EvidenceReportInput } from './report-input.ts'

const parted = ({ number, of }: EvidenceReportInput['part']) => (of === 1 ? '' : `, part ${number} of ${of}`)

/** What the report says of itself and of the pack. */
export const pageWords = {
  kind: 'Evidence report',
  documentTitle: (packId: string, part: EvidenceReportInput['part']) =>
    `Evidence report, pack ${packId}${parted(part)}`,
  footer: (packId: string, part: EvidenceReportInput['part']) => `Evidence pack ${packId}${parted(part)}`,
  pageOf: (number: number, of: number) => `Page ${number} of ${of}`,
  boxed: (names: string[]) =>
    names.length === 0 ? null : `□ stands for what no font of this report has: ${names.join(', ')}`,
  hidden: (names: string[]) =>
    names.length === 0 ? null : `The text also holds characters that are never seen: ${names.join(', ')}`,

  packId: 'Pack',
  madeAt: 'Made',
  madeBy: 'By',
  nobody: 'no name was typed in',
  madeWith: 'With',
  build: 'SHA-256 of its build',
  docket: (version: string) => `Docket ${version}`,
  fingerprint: 'Key fingerprint',
  fingerprintHint: 'SHA-256 of the public key. Compare it with the one in the case file.',
  holds: 'Holds',
  holdsCaptures: (captures: number) =>
    `${manyOf(captures, 'capture')}: of each the signed record, its files, and annotated copies of its screenshots`,
  inThisPart: 'In this part',
  range: (first: number, last: number) =>
    first === last ? `capture ${first}` : `captures ${first} to ${last}`,
  times: 'Times',
  contents: 'Captures in this part',
  reading:
    'This report is for reading. The evidence is the files beside it: where the two differ, the files count.',

  captureOf: (number: number, of: number) =>
    `Capture ${number.toLocaleString('en')} of ${of.toLocaleString('en')}`,
  untitled: 'No title stated',
  noScreenshot: 'No screenshot belongs to this capture. What is missing is named below.',
  gallery: 'Product pictures',
  files: 'Files of this capture',
  sha256: 'SHA-256',
  doubts: 'What is missing or doubtful',
  noDoubts: 'Nothing: every part was gathered, and no two sources differ.',
  seal: 'Seal',

  shows: {
    heading: 'What this shows and what it does not',
    doesHeading: 'It shows',
    does: (hasOtherKeys: boolean) => [
      'that no file, record or ledger row of this pack was changed since it was signed;',
      hasOtherKeys
        ? 'that the pack was signed with one key, which cannot be taken out of the browser in which it was made, and every record with the key that it names;'
        : 'that all of it was signed with one key, which cannot be taken out of the browser in which it was made;',
      'that every capture was entered in the ledger in the order shown, with no row between left out; an imported one in that of the pack it came from;',
      'what the pages stated to the browser at these times, by the clock named above, as read by this version of Docket.',
    ],
    doesNotHeading: 'It does not show',
    doesNot: [
      "that AliExpress's server sent what the page showed: the browser showed it, and other software on that computer may have changed the page before;",
      'who sat at the computer: a name is the one that was typed into Docket;',
      'that the clock was right, beyond what is said of the times above;',
      'that a listing infringes a right: that is a person’s judgement.',
    ],
    copies:
      'Annotated copies and the pictures in this report are made for reading, at export. The frame around a listing and the band below a screenshot were added then; the pictures here are reduced. The originals lie in captures/, as they were taken.',
  },
  verify: {
    heading: 'How to verify',
    browser: 'In a browser: open verify.html of the pack and give it the ZIP. It uses no network.',
    tools: 'With standard tools, in the folder of the unpacked pack:',
    commands: [
      'sha256sum -c SHA256SUMS',
      'openssl dgst -sha256 -verify public-key.pem -signature SHA256SUMS.der SHA256SUMS',
      'openssl pkey -pubin -in public-key.pem -outform DER | sha256sum',
    ],
    meaning:
      'The first checks every file, this report among them; the second that the list of hashes was signed with the key; the third prints the fingerprint, to be held against the one in the case file. README.txt says how to check records and ledger.',
  },
} as const
