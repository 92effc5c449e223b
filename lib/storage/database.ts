import Dexie, { type DBCore, type PromiseExtended, type Table } from 'dexie'
import type { Complaint, ComplaintLine } from '../complaints/complaint.ts'
import type { DeskMark } from '../complaints/desk-store.ts'
import type { FollowUp } from '../complaints/follow-up.ts'
import { ExpectedError } from '../core/expected-error.ts'
import type { Failure } from '../core/result.ts'
import type { Capture, CaptureJob } from '../evidence/capture.ts'
import type { Departure } from '../evidence/departure.ts'
import { checkAnchor } from '../evidence/ledger/check-anchor.ts'
import type { LedgerRow } from '../evidence/ledger/ledger.ts'
import type { AnchorStore } from '../evidence/ledger/ledger-repo.ts'
import type { SealedRecord } from '../evidence/seal/seal-repo.ts'
import type { TimeStamp } from '../evidence/time-stamp/time-stamp.ts'
import type { ForeignKey, ImportedPack } from '../pack/import/import-repo.ts'
import type { CopyJob } from '../pack/second-copy/second-copy.ts'
import type { ListingSummary } from '../queue/flag.ts'
import type { ReviewMark } from '../queue/review/review-mark.ts'
import type { Holder, Right } from '../rights/right.ts'
import type { Seller } from '../sellers/fold-seller.ts'
import type { SellerMark } from '../sellers/seller-mark.ts'
import type { Track } from '../tracking/track.ts'
import { addComplaints } from './add-complaints.ts'
import { addGathering } from './add-gathering.ts'
import { dexieLedgerRepo } from './dexie-ledger-repo.ts'
import { refuseFullDisk } from './disk-room.ts'
import type { BlobRow, FlagRow, IncidentRow, KeyRow, MetaRow, TraceRow } from './stored-rows.ts'

/** Version of what is stored. Raise it only with a migration and a frozen example in tests/unit/storage. */
export const schemaVersion = 4

/** Restoring adds evidence where rows of the ledger are missing; replacing puts a backup where nothing is left. */
type Purpose = 'work' | 'restore' | 'replace'

/**
 * The one database of an installation, shared by background and extension pages.
 *
 * Every transaction is strict: Chromium's default leaves blobs unsynced and loses them at a power cut.
 * Data that a newer Docket wrote is opened, but every write is refused (invariant 10): Dexie by itself
 * would open it silently and write old-shaped rows into it.
 */
export class DocketDatabase extends Dexie {
  declare readonly flags: Table<FlagRow, string>
  declare readonly listings: Table<ListingSummary, string>
  declare readonly captures: Table<Capture, string>
  declare readonly captureJobs: Table<CaptureJob, string>
  declare readonly blobs: Table<BlobRow, string>
  declare readonly records: Table<SealedRecord, string>
  declare readonly ledger: Table<LedgerRow, number>
  declare readonly timeStamps: Table<TimeStamp, string>
  declare readonly keys: Table<KeyRow, KeyRow['keyId']>
  declare readonly holders: Table<Holder, string>
  declare readonly rights: Table<Right, string>
  declare readonly complaints: Table<Complaint, string>
  declare readonly complaintLines: Table<ComplaintLine, string>
  declare readonly copies: Table<CopyJob, string>
  declare readonly foreignKeys: Table<ForeignKey, string>
  declare readonly importedPacks: Table<ImportedPack, string>
  declare readonly followUps: Table<FollowUp, string>
  declare readonly deskMarks: Table<DeskMark, [string, string]>
  declare readonly departures: Table<Departure, string>
  declare readonly tracks: Table<Track, string>
  declare readonly sellers: Table<Seller, string>
  declare readonly sellerTraces: Table<TraceRow, string>
  declare readonly sellerMarks: Table<SellerMark, string>
  declare readonly reviewMarks: Table<ReviewMark, string>
  declare readonly incidents: Table<IncidentRow, string>
  declare readonly meta: Table<MetaRow, MetaRow['key']>

  private writeRefusal: Failure | null = null
  private readonly anchors: AnchorStore
  private readonly purpose: Purpose

  constructor(anchors: AnchorStore, name = 'docket', purpose: Purpose = 'work') {
    // Dexie's cache copies every row of every live query; reading the database again is faster, and always true.
    // What the browser closed, as it does where the disk is full, Dexie is not to open anew without `open` below.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled', autoOpen: false })
    this.anchors = anchors
    this.purpose = purpose
    this.version(1).stores({
      flags: '&flagId, [comId+status], [queueGroup+createdAtMs], queueGroup, documentKey',
      listings: '&comId, sellerId, lastSeenAtMs',
      captures: '&captureId, comId',
      captureJobs: '&captureId, comId, documentKey, screenshot.state',
      blobs: '&sha256',
      incidents: '&incidentId, atMs',
      meta: '&key',
    })
    this.version(2)
      .stores({
        captureJobs: '&captureId, comId, documentKey, screenshot.state, seal.state',
        records: '&recordId, captureId',
        ledger: '&seq, subject',
        keys: '&keyId',
      })
      .upgrade(async (transaction) => {
        await transaction
          .table<CaptureJob>('captureJobs')
          .toCollection()
          .modify({ seal: { state: 'due', recordId: null, tries: 0, failure: null } })
        await transaction.table<MetaRow>('meta').put({ key: 'schema', version: 2 })
      })
    this.version(3)
      .stores({
        captures: '&captureId, comId, createdAtMs',
        captureJobs: '&captureId, comId, documentKey, screenshot.state, seal.state, gathering',
        timeStamps: '&stampId, ledgerSeq',
        copies: '&captureId, [state+dueSinceMs]',
        foreignKeys: '&publicKeySha256',
        importedPacks: '&packId',
      })
      .upgrade(addGathering)
    this.version(schemaVersion)
      .stores({
        flags:
          '&flagId, [comId+status], [queueGroup+createdAtMs], queueGroup, documentKey, [status+createdAtMs], [status+verdict], [status+ipType], [status+rightId], note',
        // The last index holds places in results; a capture without one is not in it.
        captures:
          '&captureId, comId, createdAtMs, sighting.keyword, [sighting.resultsPage+sighting.keyword+createdAtMs]',
        holders: '&holderId',
        rights: '&rightId, holderId',
        complaints: '&complaintId, state, rightId, caseNumber',
        complaintLines: '&lineId, complaintId, comId, flagId',
        followUps: '&followUpId, complaintId',
        deskMarks: '&[subjectId+entryId], subjectId',
        departures: '&packId, *captureIds',
        tracks: '&subjectId, complaintId',
        sellers: '&sellerId',
        sellerTraces:
          '&captureId, comId, sellerId, *linkKeys, removedComId, *looseStoreNumbers, *statedStoreNumbers, reading',
        sellerMarks: '&sellerId',
        reviewMarks: '&flagId',
      })
      .upgrade(addComplaints)
    this.use({ stack: 'dbcore', name: 'refuse-writes', create: (core) => this.refusingWrites(core) })
    this.on('populate', () => this.meta.add({ key: 'schema', version: schemaVersion }))
    // At every opening, also where Dexie itself opens anew after the browser closed the connection.
    this.on('ready', (opened) => this.refuseDoubtfulData(opened as DocketDatabase), true)
    // A newer Docket in another context wants to upgrade: let go at once, or it waits for ever.
    this.on('versionchange', () => this.close())
  }

  /** Every opening comes here, Dexie's own after an invalid connection included. */
  override open(): PromiseExtended<Dexie> {
    return Dexie.Promise.resolve(refuseFullDisk(navigator)).then(() => super.open())
  }

  /** Why nothing may be written, or null where writing is allowed. */
  get readOnlyBecause(): Failure | null {
    return this.writeRefusal
  }

  private async refuseDoubtfulData(opened: DocketDatabase): Promise<void> {
    this.writeRefusal =
      (await this.newerData(opened)) ?? (await checkAnchor(dexieLedgerRepo(opened), this.anchors))
  }

  private async newerData(opened: DocketDatabase): Promise<Failure | null> {
    const stored = await opened.meta.get('schema')
    const storedVersion = stored?.key === 'schema' ? stored.version : null
    // Dexie multiplies its version numbers by ten in IndexedDB.
    const nativeVersion = this.backendDB().version / 10
    if (storedVersion === null) {
      return {
        code: 'schema-unknown',
        message:
          'The stored data does not say which version of Docket wrote it, so nothing is changed. Export what you need, then reinstall.',
      }
    }
    if (storedVersion > schemaVersion || nativeVersion > schemaVersion) {
      return {
        code: 'newer-data',
        message:
          'A newer version of Docket wrote this data, so this version only shows it. Update Docket to go on working.',
      }
    }
    return null
  }

  /** Restoring fills in what is missing, also while everything else is refused because something is missing. */
  private mayRestore(table: string, { code }: Failure): boolean {
    const isLoss = code.startsWith('ledger-') || code === 'anchor-unreadable'
    return isLoss && (this.purpose === 'replace' || (this.purpose === 'restore' && restoredTables.has(table)))
  }

  private refusingWrites(core: DBCore): DBCore {
    return {
      ...core,
      table: (name) => {
        const table = core.table(name)
        return {
          ...table,
          mutate: (request) => {
            const refusal = this.writeRefusal
            if (refusal && !this.mayRestore(name, refusal))
              return Promise.reject(new ExpectedError(refusal.code, refusal.message))
            return table.mutate(request)
          },
        }
      },
    }
  }
}

/** What evidence consists of. */
const restoredTables: ReadonlySet<string> = new Set([
  'captures',
  'captureJobs',
  'records',
  'blobs',
  'ledger',
  'timeStamps',
  'foreignKeys',
  'copies',
])

/**
 * Opens the database and compares it with the ledger's anchor, which lies elsewhere. Dexie itself tries again
 * three times where the browser says `UnknownError`.
 * @throws ExpectedError `disk-full`, `storage-cannot-open`; the data is left as it is.
 */
export const openDatabase = (anchors: AnchorStore, name?: string): Promise<DocketDatabase> =>
  opened(new DocketDatabase(anchors, name))

/**
 * A connection of its own for restoring: it may add evidence also where the ledger is found to be incomplete, and
 * nothing else. Close it afterwards. @throws as `openDatabase`.
 */
export const openForRestore = (anchors: AnchorStore, name?: string): Promise<DocketDatabase> =>
  opened(new DocketDatabase(anchors, name, 'restore'))

/** A connection of its own for a backup, which may be put also where a ledger was lost. @throws as `openDatabase`. */
export const openForReplacing = (anchors: AnchorStore, name?: string): Promise<DocketDatabase> =>
  opened(new DocketDatabase(anchors, name, 'replace'))

async function opened(database: DocketDatabase): Promise<DocketDatabase> {
  try {
    await database.open()
    return database
  } catch (error) {
    database.close()
    if (error instanceof ExpectedError) throw error
    throw new ExpectedError(
      'storage-cannot-open',
      'Docket cannot open its storage. Nothing was changed. Free some disk space, restart the browser and try again.',
      { cause: error },
    )
  }
}
