import { createHash } from 'node:crypto'
import type { Artefact, CaptureJob } from '../../lib/evidence/capture.ts'
import {
  emptyLedgerAnchor,
  type LedgerAnchor,
  type LedgerRow,
  verifyLedger,
} from '../../lib/evidence/ledger/ledger.ts'
import { checkArtefactBytes, checkRecordBytes } from '../../lib/evidence/seal/check-record.ts'
import { artefactsOf } from '../../lib/evidence/seal/evidence-record.ts'
import type { Flag } from '../../lib/queue/flag.ts'
import type { Chromium } from '../support/browser.ts'

type Stored = { base64: string }

/** Everything that stands in the extension's database and beside it, as read by a page of the extension. */
export interface StoredEvidence {
  flags: Flag[]
  captures: Array<{ captureId: string; comId: string }>
  jobs: CaptureJob[]
  blobs: Map<string, Uint8Array<ArrayBuffer>>
  records: Array<{
    recordId: string
    captureId: string
    sha256: string
    ledgerSeq: number
    bytes: Uint8Array<ArrayBuffer>
    signature: Uint8Array<ArrayBuffer>
  }>
  publicKey: Uint8Array<ArrayBuffer> | null
  ledger: LedgerRow[]
  anchor: LedgerAnchor | null
}

const bytesOf = ({ base64 }: Stored) => new Uint8Array(Buffer.from(base64, 'base64'))

/** @throws what the browser throws where it cannot read a table. */
export async function readEvidence(browser: Chromium): Promise<StoredEvidence> {
  type RecordRow = Omit<StoredEvidence['records'][number], 'bytes' | 'signature'> & {
    bytes: Stored
    signature: Stored
  }
  const [key] = await browser.readRows<{ publicKey: Stored }>('keys')
  const blobs = await browser.readRows<{ sha256: string; bytes: Stored }>('blobs')
  const records = await browser.readRows<RecordRow>('records')
  return {
    flags: await browser.readRows('flags'),
    captures: await browser.readRows('captures'),
    jobs: await browser.readRows('captureJobs'),
    blobs: new Map(blobs.map(({ sha256, bytes }) => [sha256, bytesOf(bytes)])),
    records: records.map((row) => ({ ...row, bytes: bytesOf(row.bytes), signature: bytesOf(row.signature) })),
    publicKey: key ? bytesOf(key.publicKey) : null,
    ledger: await browser.readRows('ledger'),
    anchor: await readAnchor(browser),
  }
}

async function readAnchor(browser: Chromium): Promise<LedgerAnchor | null> {
  const page = await browser.openExtensionPage('manifest.json')
  const { ledgerAnchor } = await page.evaluate(() => chrome.storage.local.get('ledgerAnchor'))
  await page.close()
  return (ledgerAnchor as LedgerAnchor | undefined) ?? null
}

/**
 * One sentence for each thing that does not fit together: file ⇔ job, record ⇔ ledger row, hashes, signatures, chain.
 * By the product's own checks, but for the bytes' hash, which Node's own library counts once more.
 */
export async function flawsOfEvidence(stored: StoredEvidence): Promise<string[]> {
  const flaws: string[] = []
  const { jobs, records, ledger, blobs, publicKey } = stored
  const chain = await verifyLedger(ledger, stored.anchor ?? emptyLedgerAnchor)
  if (chain) flaws.push(`ledger: ${chain.message}`)
  for (const record of records) {
    const row = ledger.find(({ seq }) => seq === record.ledgerSeq)
    if (row?.payloadHash !== record.sha256) flaws.push(`record ${record.recordId} has no row in the ledger`)
    const flaw = publicKey && (await checkRecordBytes(record.bytes, { ...record, publicKey }))
    if (!publicKey || flaw) flaws.push(`record ${record.recordId}: ${flaw ? flaw.message : 'no public key'}`)
  }
  for (const { seq, action, payloadHash } of ledger) {
    if (action === 'capture-sealed' && !records.some(({ sha256 }) => sha256 === payloadHash))
      flaws.push(`row ${seq} of the ledger has no record`)
  }
  for (const job of jobs) {
    for (const artefact of artefactsOf(job)) flaws.push(...(await flawsOfArtefact(artefact, blobs)))
    const { seal } = job
    if (seal.state === 'sealed' && !records.some(({ recordId }) => recordId === seal.recordId))
      flaws.push(`${job.captureId} is called sealed and has no record`)
  }
  for (const { captureId, status, flagId } of stored.flags) {
    if (status === 'current' && !jobs.some((job) => job.captureId === captureId))
      flaws.push(`flag ${flagId} has no capture job`)
  }
  return flaws
}

async function flawsOfArtefact(artefact: Artefact, blobs: StoredEvidence['blobs']): Promise<string[]> {
  const bytes = blobs.get(artefact.sha256) ?? null
  const flaw = await checkArtefactBytes(bytes, artefact)
  if (flaw) return [`${artefact.kind}: ${flaw.message}`]
  const counted = bytes && createHash('sha256').update(bytes).digest('hex')
  return counted === artefact.sha256 ? [] : [`${artefact.kind}: Node counts another hash than the product.`]
}
