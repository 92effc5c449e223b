import { canonicalJson } from '../core/canonical-json.ts'
import { isoWithOffset } from '../core/iso-time.ts'
import type { Failure } from '../core/result.ts'
import type { Artefact, Capture, CaptureJob } from './capture.ts'
import { type CaptureCheck, checkOf, type VerifySource } from './capture-check.ts'
import { importedFromOf } from './imported-from.ts'
import type { LedgerRow } from './ledger/ledger.ts'
import { ledgerCheck } from './ledger/ledger-check.ts'
import { checkArtefactBytes, checkRecordBytes } from './seal/check-record.ts'
import { artefactsOf, buildEvidenceRecord, type EvidenceRecord } from './seal/evidence-record.ts'
import { isUnreadable } from './seal/is-unreadable.ts'
import { readStoredRecord } from './seal/read-stored-record.ts'
import { fingerprintOf } from './seal/seal.ts'
import type { SealedRecord } from './seal/seal-repo.ts'
import { timeStampCheck } from './time-stamp/time-stamp-check.ts'

/**
 * Looks through everything of a capture as sealing read it back, and further: newest and earlier records with
 * their signatures, what is shown against what was sealed, every file, the ledger's rows and the time stamp that covers
 * them, and the ledger from there to the head that lies outside the database (unless somebody else has just done so). A flaw ends nothing: everything
 * is looked at.
 */
export async function* verifyCapture(
  source: VerifySource,
  captureId: string,
  { withLedger = true }: { withLedger?: boolean } = {},
): AsyncGenerator<CaptureCheck, void, undefined> {
  const stored = await source.seals.capture(captureId)
  const recordId = stored?.job.seal.recordId ?? null
  const newest = recordId === null ? null : await source.seals.record(recordId)
  if (!stored || !newest) {
    yield recordId === null && stored ? notSealed(stored.job) : recordMissing(recordId ?? captureId)
    return
  }
  let firstSeq = newest.ledgerSeq
  for await (const { check, record } of recordChecks(source, newest)) {
    yield check
    if (record) {
      firstSeq = Math.min(firstSeq, record.ledgerSeq)
      yield await rowCheck(source, record, stored.capture)
    }
  }
  yield statementsCheck(stored, newest)
  const purge = await purgeAfter(source, newest)
  const artefacts = readStoredRecord(newest)?.artefacts ?? artefactsOf(stored.job)
  for (const artefact of artefacts) yield await fileCheck(source, artefact, purge)
  const stamp = await timeStampCheck(source, newest.ledgerSeq)
  if (stamp) yield stamp
  if (withLedger) yield await ledgerCheck(source, firstSeq)
}

const notSealed = ({ seal }: CaptureJob): CaptureCheck => ({
  what: 'record',
  name: '',
  outcome: seal.state === 'failed' ? 'wrong' : 'open',
  message:
    seal.state === 'failed'
      ? `Not sealed: ${seal.failure.message}`
      : 'Not sealed yet, so there is nothing to hold it against.',
})

const recordMissing = (recordId: string): CaptureCheck => ({
  what: 'record',
  name: recordId,
  outcome: 'wrong',
  message: 'The sealed record is no longer stored.',
})

/** The newest record and those it replaces, each with its hash and signature. */
async function* recordChecks(source: VerifySource, newest: SealedRecord) {
  let record: SealedRecord | null = newest
  let isNewest = true
  while (record) {
    const flaw = await recordFlaw(source, record)
    const what: CaptureCheck['what'] = isNewest ? 'record' : 'earlier-record'
    yield { check: checkOf(what, record.recordId, flaw, recordRight), record }
    const reference: EvidenceRecord['supersedes'] = readStoredRecord(record)?.supersedes ?? null
    if (!reference) return
    isNewest = false
    const earlier = await source.seals.record(reference.recordId)
    if (!earlier || earlier.sha256 !== reference.sha256) {
      const message = 'The earlier record that this one replaces is no longer stored as it was.'
      const check = checkOf('earlier-record', reference.recordId, { code: 'record-missing', message }, '')
      yield { check, record: null }
      return
    }
    record = earlier
  }
}

const recordRight = 'Its hash and its signature are right.'

async function recordFlaw(source: VerifySource, record: SealedRecord): Promise<Failure | null> {
  const publicKey = await source.publicKey(record.publicKeySha256)
  if (!publicKey || (await fingerprintOf(publicKey)) !== record.publicKeySha256) {
    return {
      code: 'key-missing',
      message: `The key that signed it (fingerprint ${record.publicKeySha256}) is not stored here.`,
    }
  }
  return checkRecordBytes(record.bytes, { ...record, publicKey })
}

async function rowCheck(
  { ledger }: VerifySource,
  record: SealedRecord,
  capture: Capture,
): Promise<CaptureCheck> {
  const row = await ledger.row(record.ledgerSeq)
  const isEntered =
    row?.action === 'capture-sealed' && row.subject === record.captureId && row.payloadHash === record.sha256
  if (isEntered) return rowIs('right', record, 'It has entered this record.')
  const origin = importedFromOf(capture)
  const rows = origin === null ? [] : await ledger.rowsOf([record.captureId, origin])
  const imported = rows.find(({ action }) => action === 'imported')
  return imported
    ? rowIs('right', { ledgerSeq: imported.seq }, 'It has entered the import of this record.')
    : rowIs('wrong', record, 'It has not entered this record.')
}

const rowIs = (
  outcome: 'right' | 'wrong',
  { ledgerSeq }: Pick<SealedRecord, 'ledgerSeq'>,
  message: string,
): CaptureCheck => ({ what: 'ledger-row', name: String(ledgerSeq), outcome, message })

/** Whether what the pages of Docket show is what the record states. */
function statementsCheck(
  { capture, job }: { capture: Capture; job: CaptureJob },
  newest: SealedRecord,
): CaptureCheck {
  const check = (outcome: CaptureCheck['outcome'], message: string): CaptureCheck => ({
    what: 'statements',
    name: '',
    outcome,
    message,
  })
  const record = readStoredRecord(newest)
  if (!record) return check('wrong', 'The sealed record is not an evidence record.')
  if (job.seal.state !== 'sealed') {
    return check('open', 'More was gathered since; it is sealed within minutes and can then be compared.')
  }
  const rebuilt = buildEvidenceRecord(capture, job, {
    recordId: record.recordId,
    supersedes: record.supersedes,
    sealedAt: record.sealedAt,
    operator: record.operator,
    installation: record.installation,
    publicKeySha256: record.signature?.publicKeySha256 ?? '',
  })
  if (record.formatVersion !== rebuilt.formatVersion) {
    return check('open', 'The record was sealed by another version of Docket; look at the record itself.')
  }
  const differing = Object.entries(rebuilt)
    .filter(([name, value]) => canonicalOf(value) !== canonicalOf(record[name as keyof EvidenceRecord]))
    .map(([name]) => name)
  if (differing.length > 0 && importedFromOf(capture) !== null) {
    return check('open', 'The record was made by another installation of Docket; look at the record itself.')
  }
  return differing.length === 0
    ? check('right', 'What is shown here is what was sealed.')
    : check('wrong', `What is shown here is not what was sealed: ${differing.join(', ')}.`)
}

const canonicalOf = (value: unknown) => (value === undefined ? '' : canonicalJson(value))

/** The tombstone that came after this record, where there is one. */
async function purgeAfter({ ledger }: VerifySource, record: SealedRecord): Promise<LedgerRow | null> {
  const rows = await ledger.rowsOf([record.captureId])
  return rows.findLast(({ action, seq }) => action === 'deleted' && seq > record.ledgerSeq) ?? null
}

async function fileCheck(
  { seals }: VerifySource,
  artefact: Artefact,
  purge: LedgerRow | null,
): Promise<CaptureCheck> {
  let bytes: Uint8Array<ArrayBuffer> | null
  try {
    bytes = await seals.readBytes(artefact.sha256)
  } catch (error) {
    if (!isUnreadable(error)) throw error
    const message = `${artefact.name} is stored, but the browser cannot read it (${error.name}).`
    return { what: 'file', name: artefact.name, outcome: 'wrong', message }
  }
  if (!bytes && purge) {
    const { actor, at, seq } = purge
    const when = isoWithOffset(at.wallMs, at.offsetMinutes)
    const message = `Deleted on ${when} by ${actor}, as row ${seq} of the ledger says. Its hash stays in the record.`
    return { what: 'file', name: artefact.name, outcome: 'purged', message }
  }
  return checkOf(
    'file',
    artefact.name,
    await checkArtefactBytes(bytes, artefact),
    'It is the file that was taken.',
  )
}
