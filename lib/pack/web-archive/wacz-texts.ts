import {
  type CarriedFacts,
  carriedFileLines,
  carriedProved,
  recordCheck,
} from '../evidence-pack/carried-texts.ts'

/** What a web archive is to be understood as; said wherever a reader may look. */
const whatItHolds =
  'The records are of the types resource and metadata: what the browser showed and how each file was obtained. ' +
  'Requests and responses were not recorded, so there are no records of them.'

/** The fields of the WARC file's first record. */
export const warcInfoFacts = (packId: string, software: string): Record<string, string> => ({
  software,
  format: 'WARC File Format 1.1',
  isPartOf: packId,
  description: `Captures by a person with the browser extension Docket. ${whatItHolds}`,
})

/** Title and description of the package; the description is Markdown. */
export const packageTexts = (captures: number): { title: string; description: string } => ({
  title: `Docket: evidence of ${captures} ${captures === 1 ? 'capture' : 'captures'}`,
  description:
    `Pages that a person opened and flagged. ${whatItHolds} ` +
    'A page whose title begins with “Screenshot” or “Full-page screenshot” is a picture of it, under a name of its ' +
    'own; the others are copies of the page without scripts, under the page’s own address. The sealed records, ' +
    'their signatures and the ledger lie in `docket/`; `docket/README.txt` says how to check them.',
})

interface WaczFacts extends CarriedFacts {
  packId: string
  captures: number
  /** Local time with offset, by this computer's clock. */
  madeAt: string
  /** SHA-256 of the public key (SPKI) that seals records. */
  fingerprint: string
  software: string
}

/** `docket/README.txt`. */
export const waczReadmeText = (facts: WaczFacts): string => `WEB ARCHIVE ${facts.packId}
Made ${facts.madeAt}, time by this computer's clock, with ${facts.software}.
Captures: ${facts.captures}

WHAT IS IN IT (WACZ 1.1.1; ReplayWeb.page and other readers open it)
  archive/data.warc.gz        the files of the captures as they were taken
  indexes/index.cdx           where each of them lies in it
  pages/pages.jsonl           what a reader's list of pages opens
  datapackage.json            size and SHA-256 of every other file
  datapackage-digest.json     hash and signature of datapackage.json (ECDSA P-384, anonymous form of WACZ signing)
  docket/captures/ID/         the sealed record of each capture and its signature (ECDSA P-256, SHA-256)
  docket/captures/ID/earlier/ records that a newer one replaces, where there are any
  docket/ledger.jsonl         the part of the ledger from the first of these captures to this export
  docket/pack.json            what this archive holds, and the ends of that part of the ledger
  docket/public-key.pem       the key of this installation: it seals records and signs docket/SHA256SUMS
${carriedFileLines(facts, 'docket/')}  docket/web-archive-key.pem  the key that signs datapackage-digest.json; covered by docket/SHA256SUMS
  docket/SHA256SUMS           the hash of every file but itself, its signature and the two datapackage files
  docket/SHA256SUMS.der       signature over it

HOW TO READ THE WARC FILE
  It has records of the types warcinfo, resource and metadata only. A resource is what the browser showed or
  loaded; nobody recorded the requests and responses in which it came, so none are written.
    an address of the web       a copy of the page with it, without scripts, or a product's picture
    urn:view:ADDRESS            picture of the visible part of the page with that address
    urn:fullPage:ADDRESS        picture of the whole page
    urn:mhtml:ADDRESS           the page as the browser itself saves it
    urn:pageState:ADDRESS       data that the page holds
    urn:docket:CAPTURE/FILE     any other file of a capture; record.json is its sealed record
  The metadata record after a resource says whose it is and how it was obtained. WARC-Payload-Digest is the
  hash under which the file was sealed: it stands as "sha256" in the sealed record.
  In the index the status "-" means that there was no HTTP response.

WHAT THIS PROVES
  - No file, record or ledger row of this archive was changed since it was signed.
  - It was signed with keys that cannot be exported from the browser in which they were made. The fingerprint of
    the key that seals records is ${facts.fingerprint}
    Compare it with the fingerprint that was written down when Docket was set up.
  - Every capture here was entered in the ledger in the order shown, and no row between was left out.
${carriedProved(facts)}
WHAT THIS DOES NOT PROVE
  - That AliExpress's server sent what the page showed. The browser showed it; other software on that computer
    may have changed the page before.
  - Who sat at the computer, and when, beyond the clock of that computer.
  - That a listing infringes a right. That is a person's judgement.

CHECK IT WITH STANDARD TOOLS
  Unpack the archive (it is a ZIP) and run these in its folder. The first checks every file, the second the
  signature over the list, the third that of every record, the fourth shows the fingerprint.

sha256sum -c docket/SHA256SUMS
openssl dgst -sha256 -verify docket/public-key.pem -signature docket/SHA256SUMS.der docket/SHA256SUMS
${recordCheck(facts, 'docket/')}
openssl pkey -pubin -in docket/public-key.pem -outform DER | sha256sum

  The hash of datapackage.json is the one in datapackage-digest.json:

sha256sum datapackage.json
`
