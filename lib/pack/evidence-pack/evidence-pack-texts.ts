import { type CarriedFacts, carriedFileLines, carriedProved, recordCheck } from './carried-texts.ts'
import type { PackedRecord } from './evidence-pack-layout.ts'
import type { PackTimeStamps } from './pack-time-stamps.ts'
import {
  eidasTime,
  stampCommands,
  stampFileLines,
  timeNotProved,
  timeProved,
  timeSection,
  timeStatement,
} from './time-stamp-texts.ts'

/** What the texts of an evidence pack state. */
export interface PackFacts extends CarriedFacts {
  packId: string
  captures: PackedRecord[]
  /** Local time with offset, by this computer's clock. */
  madeAt: string
  /** SHA-256 of the public key (SPKI). */
  fingerprint: string
  /** Whether it is a second copy, made by Docket itself. */
  isCopy: boolean
  /** Annotated copies that could not be made of imported pictures. */
  undrawn: string[]
  docketVersion: string
  buildSha256: string
  timeStamps: PackTimeStamps
  /** Number of the ledger's row that entered this export: the last in the pack. */
  headSeq: number
}

const copyNote = `This is the second copy that Docket keeps of a capture, in case the browser loses it. It holds the evidence
itself; copies for reading are made when a person exports it.
`
const reportLine = `  report.pdf                  all of it in readable form; report-2.pdf and so on where there are many captures
`
const annotatedLine = `  captures/ID/annotated/      copies of the screenshots with a frame around the listing, and address, time and hash below
`
const readingNote = `
  The report and the annotated copies are for reading; they were made at the export. Where one of them differs
  from the files of a capture, the files of the capture count.
`

const undrawnNote = ({ undrawn }: PackFacts): string =>
  undrawn.length === 0
    ? ''
    : `
  Not here, because these imported pictures could not be drawn when this pack was made. The files that were sealed are
  here, unchanged; only their copies for reading are missing:
${undrawn.map((path) => `    ${path}\n`).join('')}`

/** `README.txt`: what the pack holds, what it proves and what not, and how to check it without Docket. */
export const readmeText = (facts: PackFacts): string => `EVIDENCE PACK ${facts.packId}
Made ${facts.madeAt}, time by this computer's clock, with Docket ${facts.docketVersion}.
Captures: ${facts.captures.length}
${facts.isCopy ? copyNote : ''}
WHAT IS IN IT
${facts.isCopy ? '' : reportLine}  captures/ID/record.json     what was stated, when, where and by what, with the hash of every file (JSON, RFC 8785)
  captures/ID/signature.der   signature over record.json (ECDSA P-256, SHA-256)
  captures/ID/...             the files of the capture as they were taken
${facts.isCopy ? '' : annotatedLine}  captures/ID/earlier/        records that a newer one replaces, where there are any
  ledger.jsonl                the part of the ledger from the first of these captures to this export, one row a line
${stampFileLines(facts)}  pack.json                   what this pack holds, and the ends of that part of the ledger
  public-key.pem              ${facts.otherKeys.length > 0 ? 'the key that signed this pack' : 'the key that all signatures are checked with'}
${carriedFileLines(facts)}  SHA256SUMS                  the hash of every file
  SHA256SUMS.der              signature over SHA256SUMS: it covers the whole pack
  verify.html                 checks everything in a browser, without a network
${facts.isCopy ? '' : readingNote}${undrawnNote(facts)}
WHAT THIS PROVES
  - No file, record or ledger row of this pack was changed since it was signed.
  - ${facts.otherKeys.length > 0 ? 'The pack' : 'All of it'} was signed with one key, which cannot be exported from the browser in which it was made. Its
    fingerprint is ${facts.fingerprint}
    Compare it with the fingerprint that was written down when Docket was set up.
  - Every capture here was entered in the ledger in the order shown, and no row between was left out.
${carriedProved(facts)}${timeProved(facts)}
WHAT THIS DOES NOT PROVE
  - That AliExpress's server sent what the page showed. The browser showed it; other software on that computer
    may have changed the page before.
  - Who sat at the computer. A name in a record is the one that was typed into Docket.
${timeNotProved(facts)}
  - That a listing infringes a right. That is a person's judgement.

TIME
${timeSection(facts)}
CHECK IT IN A BROWSER
  Open verify.html and give it the ZIP. It uses no network.

CHECK IT WITH STANDARD TOOLS
  Unpack the ZIP and run these in its folder. The first checks every file against SHA256SUMS, the second
  the signature over SHA256SUMS, the third the signature of every record, the fourth shows the fingerprint.

sha256sum -c SHA256SUMS
openssl dgst -sha256 -verify public-key.pem -signature SHA256SUMS.der SHA256SUMS
${recordCheck(facts)}
openssl pkey -pubin -in public-key.pem -outform DER | sha256sum

  The hash of a ledger row is SHA-256 over its line without the member "hash"; the next row repeats it as
  "previousHash". This prints the hash of every row, to be held against "hash" in the same line:

while read -r row; do printf '%s' "$row" | sed -E 's/"hash":"[0-9a-f]{64}",//' | sha256sum; done < ledger.jsonl

  The row of a sealed capture has as "payloadHash" what this prints for its record:

sha256sum captures/*/record.json
${stampCommands(facts)}`

/** A draft for the person who certifies; everything that only a person can know is blank. */
export const certificateText = (
  facts: PackFacts,
): string => `DRAFT - to be completed and signed by a qualified person; not legal advice
CERTIFICATION UNDER FEDERAL RULES OF EVIDENCE 902(13) AND 902(14)

I, ______________________________ (name), ______________________________ (title, employer), state:

1. I am qualified to make this certification because ______________________________________________
   ______________________________________________________________________________________________.

2. The records in evidence pack ${facts.packId} were generated by an electronic process: the browser
   extension Docket ${facts.docketVersion} (SHA-256 of its background script ${facts.buildSha256})
   on the computer ______________________________ used by ______________________________.

3. The process. A person opened each page in the browser, and flagged a listing there or had flagged it before.
   Docket stored what the page stated, and a picture of the visible part of the page, taken only where tab,
   document, address and listing agreed before and after; of item pages also, as far as the record names
   them, the page's own data, a copy of the page without scripts, a picture of the whole page, and the
   listing's pictures as the picture servers sent them. It computed SHA-256 of every file, wrote a record with these hashes,
   signed it with a key that cannot be exported, entered it in a hash-chained ledger, and read all of it
   back before reporting it as sealed.

4. This process produces an accurate result. I base this on _________________________________________
   ______________________________________________________________________________________________.

5. Copies. The files of the pack were authenticated by digital identification: the SHA-256 values in
   SHA256SUMS, signed in SHA256SUMS.der. I verified them on ____________ (date) with ___________________
   (program), with the result ______________________________________________________________________.

${timeStatement(facts)}

7. Records that this certification covers (SHA-256 of record.json):
${facts.captures.map(({ captureId, sha256 }) => `   ${captureId}  ${sha256}\n`).join('')}
I certify under penalty of perjury that the foregoing is true and correct.

Date: ____________________     Signature: ______________________________
`

/** What eIDAS says of such a pack, and what a person has to add. */
export const eidasNoteText = (
  facts: PackFacts,
): string => `NOTE ON REGULATION (EU) No 910/2014 (eIDAS) - not legal advice

Pack ${facts.packId}, made ${facts.madeAt} (time by this computer's clock).

- The signatures in this pack are made with a key of one installation of Docket. They show that nothing was
  changed since. They are no qualified electronic signatures and identify no person. Under Article 25(1) they
  may not be refused as evidence only because they are electronic or not qualified; a court weighs them freely.
${eidasTime(facts)}

To be filled in by the person who files the pack:
  Who operated the computer, and in what function: ____________________________________________
  Who kept the pack since, and where: _________________________________________________________
  Time stamp obtained from, on: _______________________________________________________________
`
