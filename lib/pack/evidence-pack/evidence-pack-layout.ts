import { canonicalJson } from '../../core/canonical-json.ts'
import type { TimeStamp, TimeStampFacts } from '../../evidence/time-stamp/time-stamp.ts'

/** What lies where in an evidence pack; writer and verifier share it. */
export const packPaths = {
  manifest: 'pack.json',
  ledger: 'ledger.jsonl',
  publicKey: 'public-key.pem',
  readme: 'README.txt',
  certificate: 'certificate-fre-902.txt',
  eidasNote: 'eidas-note.txt',
  verifier: 'verify.html',
  sums: 'SHA256SUMS',
  /** Signature over `SHA256SUMS`, which names the hash of every other file: it covers the whole pack. */
  sumsSignature: 'SHA256SUMS.der',
} as const

/** A key that records of the pack are signed with, besides the one that signed the pack. */
export const keyPath = (publicKeySha256: string): string => `keys/${publicKeySha256}.pem`

/** Paths of one capture's files. */
export const capturePaths = (captureId: string) => {
  const folder = `captures/${captureId}`
  return {
    record: `${folder}/record.json`,
    signature: `${folder}/signature.der`,
    artefact: (name: string) => `${folder}/${name}`,
    annotated: (name: string) => `${folder}/annotated/${name.replace(/\.[a-z0-9]+$/, '')}.png`,
    earlierRecord: (recordId: string) => `${folder}/earlier/${recordId}.json`,
    earlierSignature: (recordId: string) => `${folder}/earlier/${recordId}.der`,
  }
}

export const timeStampFolder = 'time-stamps/'

/** Paths of the time stamp of one ledger row. */
export const timeStampPaths = (ledgerSeq: number) => ({
  /** What was stamped: `stampedBytes`. */
  stamped: `${timeStampFolder}${ledgerSeq}.json`,
  /** The token, as `openssl ts -verify -token_in` takes it. */
  token: `${timeStampFolder}${ledgerSeq}.tst`,
})

/** What of another pack travels along with captures that were imported from it: what its maker signed, as it was. */
export const originPaths = ({ timeStamps = [] }: Pick<PackContents, 'timeStamps'>): string[] => [
  packPaths.manifest,
  packPaths.ledger,
  packPaths.publicKey,
  packPaths.sums,
  packPaths.sumsSignature,
  ...timeStamps.flatMap(({ ledgerSeq }) => Object.values(timeStampPaths(ledgerSeq))),
]

export const originPath = (packId: string, path = ''): string => `origins/${packId}/${path}`

/** A time stamp in a pack: what its token states, which row it covers, and which row entered it. */
export interface PackedTimeStamp
  extends TimeStampFacts,
    Pick<TimeStamp, 'ledgerSeq' | 'entrySeq' | 'sha256'> {}

/** Whether a copy with a frame and a band is made of files of this kind. */
export const isScreenshot = (kind: string): boolean =>
  kind === 'viewport-screenshot' || kind === 'full-page-screenshot'

/** So many captures go into one part of the report: memory does not grow with the pack. */
const capturesInReport = 20

/** Parts of the report of a pack with so many captures. */
export const reportParts = (captures: number): number => Math.ceil(captures / capturesInReport)

/** Whether a part of the report ends with this capture, by place in the pack from 1. */
export const endsReport = (place: number, captures: number): boolean =>
  place % capturesInReport === 0 || place === captures

/** `report.pdf`, `report-2.pdf` … */
export const reportPath = (part: number): string => (part === 1 ? 'report.pdf' : `report-${part}.pdf`)

/** A sealed record in a pack. */
export interface PackedRecord {
  captureId: string
  recordId: string
  sha256: string
  /** Only where the capture was imported: the pack whose ledger entered the record; see `originPaths`. */
  origin?: string
}

/** What an export holds and where its piece of the ledger begins and ends. */
export interface PackContents {
  packId: string
  /** Fingerprints of the keys under `keys/`, in order. */
  keys?: string[]
  /** Ids of the packs under `origins/`, in order. */
  origins?: string[]
  /** By this computer's clock. */
  madeAt: { wallMs: number; offsetMinutes: number }
  docketVersion: string
  publicKeySha256: string
  /** The newest record of each capture. */
  records: PackedRecord[]
  /** Records that a newer one of the same capture replaces. */
  earlierRecords: PackedRecord[]
  /** By ledger row; empty where no authority was asked or none answered. Packs made before there were any lack it. */
  timeStamps?: PackedTimeStamp[]
  ledger: {
    firstSeq: number
    /** Hash of the row before the first one here. */
    previousHash: string
    /** The last row: it enters this very export. */
    headSeq: number
    headHash: string
  }
}

/** `pack.json` of an evidence pack. */
export interface EvidencePackManifest extends PackContents {
  format: 'docket-evidence-pack'
  /** 2 added purpose, keys and origins; packs of version 1 have none of them. */
  formatVersion: 1 | 2
  /**
   * `export`: a person made it; it holds copies for reading. `copy`: the second copy of one capture, without them;
   * the ledger's last row names that capture instead of the pack.
   */
  purpose?: 'export' | 'copy'
  /** Annotated copies that are not there because an imported picture cannot be drawn; absent where there is none. */
  undrawn?: string[]
}

/** What the ledger's row by which a pack leaves is the hash of. */
export const exportPayload = ({
  packId,
  records,
  earlierRecords,
}: Pick<PackContents, 'packId' | 'records' | 'earlierRecords'>): string =>
  canonicalJson({ packId, records, earlierRecords })

/** `SHA256SUMS` as `sha256sum -c` reads it. */
export const sumsLine = (sha256: string, path: string): string => `${sha256}  ${path}\n`
