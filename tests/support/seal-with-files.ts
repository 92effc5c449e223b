import { sha256Hex } from '../../lib/core/digest.ts'
import { newId } from '../../lib/core/ids.ts'
import { appendToLedger } from '../../lib/evidence/ledger/append-to-ledger.ts'
import {
  buildEvidenceRecord,
  type EvidenceRecord,
  recordBytes,
} from '../../lib/evidence/seal/evidence-record.ts'
import { fingerprintOf, sign } from '../../lib/evidence/seal/seal.ts'
import type { FlagRequest } from '../../lib/messaging/protocol.ts'
import { flagListing } from '../../lib/queue/flag-listing.ts'
import type { TestHouse } from './open-test-database.ts'
import { buildNewFlag } from './records.ts'

/** A file for a capture; what is left out is invented. */
export interface TestFile {
  name: string
  kind: string
  mediaType: string
  bytes: Uint8Array<ArrayBuffer>
  takenAtMs?: number
  pageUrl?: string | null
  sourceUrl?: string | null
  obtainedBy?: string
  cut?: unknown
  redacted?: unknown
}

/** Flags a listing and seals a record with exactly these files, of whatever kind. Returns the capture's id. */
export async function sealWithFiles(
  house: TestHouse,
  overrides: Partial<FlagRequest>,
  files: TestFile[],
): Promise<string> {
  const { sealing, clock } = house
  const flag = buildNewFlag(overrides)
  const { captureId } = flag.capture
  await flagListing({ repo: house.flags, clock }, flag)
  const stored = await sealing.seals.capture(captureId)
  if (!stored) throw new Error('The flag was not stored.')
  const artefacts = []
  for (const { bytes, ...file } of files) {
    const sha256 = await sha256Hex(bytes)
    await house.database.blobs.put({ sha256, bytes })
    artefacts.push({
      obtainedBy: 'a test',
      takenAtMs: clock().wallMs,
      pageUrl: flag.capture.sighting.pageUrl,
      sourceUrl: null,
      subject: null,
      cut: null,
      redacted: null,
      ...file,
      bytes: bytes.length,
      sha256,
    })
  }
  const key = await sealing.keys.signingKey()
  const publicKeySha256 = await fingerprintOf(key.publicKey)
  const recordId = newId()
  const record = {
    ...buildEvidenceRecord(stored.capture, stored.job, {
      recordId,
      supersedes: null,
      sealedAt: clock(),
      operator: null,
      installation: await sealing.describeInstallation(),
      publicKeySha256,
    }),
    artefacts,
  } as unknown as EvidenceRecord
  const bytes = recordBytes(record)
  const sha256 = await sha256Hex(bytes)
  const signature = await sign(key, bytes)
  const sealedAtMs = clock().wallMs
  await appendToLedger(
    sealing,
    { actor: 'docket', action: 'capture-sealed', subject: captureId, payloadHash: sha256 },
    (row) =>
      sealing.seals.writeRecord(
        { recordId, captureId, bytes, sha256, signature, publicKeySha256, ledgerSeq: row.seq, sealedAtMs },
        row,
        stored.job,
        { state: 'sealed', recordId, sealedAtMs },
      ),
  )
  return captureId
}
