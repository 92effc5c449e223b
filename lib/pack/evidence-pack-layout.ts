import { canonicalJson } from '../core/canonical-json.ts'

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

/** What of another pack travels along with captures that were imported from it: what its maker signed, as it was. */
export const originPaths = [
  packPaths.manifest,
  packPaths.ledger,
  packPaths.publicKey,
  packPaths.sums,
  packPaths.sumsSignature,
] as const
export type OriginPath = (typeof originPaths)[number]

export const originPath = (packId: string, path: OriginPath): string => `origins/${packId}/${path}`

/** Paths of one capture's files. */
export const capturePaths = (captureId: string) => {
  const folder = `captures/${captureId}`
  return {
    record: `${folder}/record.json`,
    signature: `${folder}/signature.der`,
    artefact: (name: string) => `${folder}/${name}`,
    earlierRecord: (recordId: string) => `${folder}/earlier/${recordId}.json`,
    earlierSignature: (recordId: string) => `${folder}/earlier/${recordId}.der`,
  }
}

/** A sealed record in a pack. */
export interface PackedRecord {
  captureId: string
  recordId: string
  sha256: string
  /** Only where the capture was imported: the pack whose ledger entered the record; see `originPaths`. */
  origin?: string
}

/** `pack.json`: what the pack holds and where its piece of the ledger begins and ends. */
export interface EvidencePackManifest {
  format: 'docket-evidence-pack'
  /** 2 added purpose, keys and origins; packs of version 1 have none of them. */
  formatVersion: 1 | 2
  packId: string
  /**
   * `export`: a person made it. `copy`: the second copy of one capture; the ledger's last row names that
   * capture instead of the pack.
   */
  purpose?: 'export' | 'copy'
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
  ledger: {
    firstSeq: number
    /** Hash of the row before the first one here. */
    previousHash: string
    /** The last row: it enters this very export. */
    headSeq: number
    headHash: string
  }
}

/** What the ledger's `exported` row is the hash of. */
export const exportPayload = ({
  packId,
  records,
  earlierRecords,
}: Pick<EvidencePackManifest, 'packId' | 'records' | 'earlierRecords'>): string =>
  canonicalJson({ packId, records, earlierRecords })

/** `SHA256SUMS` as `sha256sum -c` reads it. */
export const sumsLine = (sha256: string, path: string): string => `${sha256}  ${path}\n`
