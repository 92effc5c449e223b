import { ExpectedError } from '../../core/expected-error.ts'
import type { Failure } from '../../core/result.ts'
import type { LedgerAnchor, LedgerRow } from '../../evidence/ledger/ledger.ts'
import { anchorOf, isRowWhole } from '../../evidence/ledger/ledger.ts'
import type { AnchorStore } from '../../evidence/ledger/ledger-repo.ts'
import type { TimeStamp } from '../../evidence/time-stamp/time-stamp.ts'
import { readPack } from '../import/read-pack.ts'
import { isStored } from '../import/store-bytes.ts'
import { parseStampCopy, type StampCopy, stampOfCopy } from '../second-copy/stamp-copy.ts'
import { Flawed } from '../verify/pack-files.ts'
import { ledgerRowsOf } from '../verify/pack-papers.ts'
import { headOf, holds, type JoinedLedger, joinLedgers } from './join-ledger.ts'
import type { RestoreRepo } from './restore-repo.ts'

/** A file that the person chose: a pack, a piece of the ledger, or a time stamp. */
export interface ChosenFile {
  name: string
  file: Blob
}

/** What restoring from the chosen files would do. */
export interface RestorePlan {
  /** Files that are of no use, each with the reason. */
  refused: Array<{ name: string; failure: Failure }>
  /** Whole packs of other ledgers; they can be imported. */
  others: string[]
  /** Packs of this ledger. */
  packs: PlannedPack[]
  /** Rows of the ledger that are missing here. */
  rowsToAdd: LedgerRow[]
  /** Time stamps of the ledger that are missing here; those that it did not enter are left out. */
  stampsToAdd: TimeStamp[]
  /** Captures of these packs that are here, every byte. */
  captures: { missing: number; whole: number }
  /** Head and length of the ledger afterwards; null where the files hold none that can be put together. */
  head: LedgerAnchor | null
  /** Rows that were written once and are in none of the files; null where there are none. */
  lost: { from: number; to: number } | null
  /** Why nothing can be restored from these files; null where it can. */
  obstacle: Failure | null
}

export interface PlannedPack extends ChosenFile {
  packId: string
  /** Ids of its own captures of which something is missing here. */
  wanted: string[]
}

interface InspectedPack extends ChosenFile {
  packId: string
  captureIds: string[]
  missing: string[]
  rows: LedgerRow[]
}

/**
 * Looks through files that hold copies: each pack is checked whole, as for an import. The ledger is put together
 * from all of them and from what is here, and held against the anchor. Nothing is written.
 */
export async function planRestore(
  { repo, anchors }: { repo: RestoreRepo; anchors: AnchorStore },
  chosen: ChosenFile[],
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<RestorePlan> {
  const refused: RestorePlan['refused'] = []
  const packs: InspectedPack[] = []
  const pieces: LedgerRow[][] = []
  const stamps: StampCopy[] = []
  for (const [index, file] of chosen.entries()) {
    onProgress(index, chosen.length)
    try {
      if (/\.jsonl$/i.test(file.name)) pieces.push(await ledgerPiece(file))
      else if (/\.json$/i.test(file.name)) stamps.push(parseStampCopy(await smallText(file)))
      else packs.push(await inspectPack(repo, file))
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error
      refused.push({ name: file.name, failure: { code: error.code, message: error.message } })
    }
  }
  onProgress(chosen.length, chosen.length)

  const here = await allRows(repo)
  const anchor = await anchorOrNull(anchors)
  const known = await joinLedgers([here, ...pieces, ...packs.map(({ rows }) => rows)])
  const damaged = await firstDamaged(here)
  const { ledger, obstacle } = damaged
    ? { ledger: null, obstacle: rowDiffers(damaged.seq) }
    : chooseLedger(known, here, anchor)
  const mine = packs.filter(({ rows }) => ledger && holds(ledger, anchorOf(rows.at(-1) ?? null)))
  const hereSeqs = new Set(here.map(({ seq }) => seq))
  const head = ledger && headOf(ledger)
  return {
    refused,
    others: packs.filter((pack) => !mine.includes(pack)).map(({ name }) => name),
    packs: mine.map(({ name, file, packId, missing }) => ({ name, file, packId, wanted: missing })),
    rowsToAdd: ledger?.rows.filter(({ seq }) => !hereSeqs.has(seq)) ?? [],
    stampsToAdd: ledger ? await missingStamps(repo, ledger, stamps) : [],
    captures: {
      missing: new Set(mine.flatMap(({ missing }) => missing)).size,
      whole: new Set(
        mine.flatMap(({ captureIds, missing }) => captureIds.filter((id) => !missing.includes(id))),
      ).size,
    },
    head,
    lost: head && anchor && head.count < anchor.count ? { from: head.count + 1, to: anchor.count } : null,
    obstacle: obstacle ?? (here.length > 0 && packs.length > 0 && mine.length === 0 ? otherLedger : null),
  }
}

async function firstDamaged(rows: LedgerRow[]): Promise<LedgerRow | null> {
  for (const row of rows) if (!(await isRowWhole(row))) return row
  return null
}

async function inspectPack(repo: RestoreRepo, { name, file }: ChosenFile): Promise<InspectedPack> {
  const read = await readPack(file)
  if (!read.ok) throw new ExpectedError(read.error.code, read.error.message)
  const { manifest, captures, rows } = read.value
  // What was imported once comes back by importing it again, from its own pack.
  const own = captures.filter(({ origin }) => origin === null)
  const missing: string[] = []
  for (const { captureId, records } of own) {
    const stored = await Promise.all(records.map(({ stated }) => repo.record(stated.recordId)))
    let isWhole = (await repo.capture(captureId)) !== null && stored.every((record) => record !== null)
    for (const { sha256 } of records[0].stated.artefacts) isWhole &&= await isStored(repo, sha256)
    if (!isWhole) missing.push(captureId)
  }
  return {
    name,
    file,
    packId: manifest.packId,
    captureIds: own.map(({ captureId }) => captureId),
    missing,
    rows,
  }
}

/** Rows are made fit by their chain alone: the file itself may come from anyone. */
async function ledgerPiece({ name, file }: ChosenFile): Promise<LedgerRow[]> {
  try {
    return ledgerRowsOf(name, await smallText({ name, file }))
  } catch (error) {
    if (error instanceof Flawed) throw new ExpectedError(error.flaw.code, error.flaw.message)
    throw error
  }
}

async function smallText({ file }: ChosenFile): Promise<string> {
  if (file.size > 256 * 1024 * 1024) throw new ExpectedError('file-too-large', 'The file is too large.')
  return file.text()
}

async function missingStamps(
  repo: RestoreRepo,
  { rows }: JoinedLedger,
  copies: StampCopy[],
): Promise<TimeStamp[]> {
  const bySeq = new Map(rows.map((row) => [row.seq, row]))
  const missing = new Map<string, TimeStamp>()
  for (const copy of copies) {
    const stamp = await stampOfCopy(copy, (seq) => bySeq.get(seq))
    if (stamp && !(await repo.hasStamp(stamp.stampId))) missing.set(stamp.stampId, stamp)
  }
  return [...missing.values()]
}

async function allRows({ ledger }: RestoreRepo): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = []
  for (;;) {
    const next = await ledger.rowsFrom((rows.at(-1)?.seq ?? 0) + 1, 1000)
    rows.push(...next)
    if (next.length < 1000) return rows
  }
}

async function anchorOrNull(anchors: AnchorStore): Promise<LedgerAnchor | null> {
  try {
    return await anchors.read()
  } catch (error) {
    // Damaged: the copies then have to say how far the ledger went.
    if (error instanceof ExpectedError) return null
    throw error
  }
}

/** The ledger that is to be whole again: the anchored one, else the one that is here, else the only one there is. */
function chooseLedger(
  known: JoinedLedger[],
  here: LedgerRow[],
  anchor: LedgerAnchor | null,
): { ledger: JoinedLedger | null; obstacle: Failure | null } {
  const last = here.at(-1)
  const anchored = anchor && anchor.count > 0 ? known.filter((ledger) => holds(ledger, anchor)) : []
  const candidates =
    anchored.length > 0 ? anchored : last ? known.filter((ledger) => holds(ledger, anchorOf(last))) : known
  const [ledger] = candidates
  if (!ledger) return { ledger: null, obstacle: noLedger }
  if (candidates.length > 1 && anchored.length === 0 && !last) {
    return { ledger: null, obstacle: severalLedgers(candidates.length) }
  }
  if (ledger.missingBefore > 0) return { ledger: null, obstacle: rowsBeforeMissing(ledger) }
  const stranger = here.find((row) => !holds(ledger, anchorOf(row)))
  if (stranger) return { ledger: null, obstacle: rowDiffers(stranger.seq) }
  return { ledger, obstacle: null }
}

const noLedger: Failure = {
  code: 'restore-no-ledger',
  message: 'None of these files is a copy that Docket made. Choose the folder with the second copies.',
}

const otherLedger: Failure = {
  code: 'restore-other-ledger',
  message:
    'These copies belong to another ledger than the one that has begun in this browser. Restore them in a new browser profile before anything else is done there, or import them as evidence of another installation.',
}

const severalLedgers = (many: number): Failure => ({
  code: 'restore-several-ledgers',
  message: `These files belong to ${many} ledgers: several installations, or rows between them are missing. Choose the files of one.`,
})

const rowsBeforeMissing = ({ missingBefore, rows }: JoinedLedger): Failure => ({
  code: 'restore-rows-missing',
  message: `Rows of the ledger up to ${missingBefore} are in none of these files, which begin with row ${rows[0]?.seq}. Choose more of the copies; packs that stand alone can be imported.`,
})

const rowDiffers = (seq: number): Failure => ({
  code: 'restore-differs',
  message: `Row ${seq} of the ledger in this browser is not the one in the copies, and nothing here is written over. Make a new browser profile and restore there.`,
})
