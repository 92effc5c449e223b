import type { Capture, CaptureJob } from '../evidence/capture.ts'
import type { LedgerAct } from '../evidence/ledger/ledger-act.ts'
import type { Flag, IpType, ListingSummary } from './flag.ts'

/** What one transaction over flags can read and write. All of it is committed together, strictly, or not at all. */
export interface FlagTransaction {
  flag(flagId: string): Promise<Flag | null>
  /** The listing's judgement as it stands. */
  currentFlag(comId: string): Promise<Flag | null>
  putFlag(flag: Flag): Promise<void>
  /** The same for many: those that are not stored are left out. */
  flags(flagIds: readonly string[]): Promise<Flag[]>
  currentFlags(comIds: readonly string[]): Promise<Flag[]>
  putFlags(flags: readonly Flag[]): Promise<void>
  listings(comIds: readonly string[]): Promise<ListingSummary[]>
  putListings(listings: readonly ListingSummary[]): Promise<void>
  listing(comId: string): Promise<ListingSummary | null>
  putListing(listing: ListingSummary): Promise<void>
  capture(captureId: string): Promise<Capture | null>
  putCapture(capture: Capture): Promise<void>
  putCaptureJob(job: CaptureJob): Promise<void>
  rememberIpType(ipType: IpType): Promise<void>
  /** Leaves for the ledger what was done, in the name of the person as set. */
  enterActs(acts: ReadonlyArray<Omit<LedgerAct, 'actor'>>): Promise<void>
}

/** Port of the queue to where flags are kept. */
export interface FlagRepo {
  /** Runs `work` in one strict read-write transaction; resolves only after it is committed. */
  transact<T>(work: (transaction: FlagTransaction) => Promise<T>): Promise<T>
  /** What a fresh read finds for this flag and its capture; for the read-back after a commit. */
  readBack(flagId: string): Promise<{ flag: Flag | null; capture: Capture | null }>
  /** What a fresh read finds of these flags, in any order; for the read-back after a commit. */
  storedFlags(flagIds: readonly string[]): Promise<Flag[]>
  /** What a fresh read finds of a capture, after a commit. */
  storedCapture(captureId: string): Promise<Capture | null>
  countQueued(): Promise<number>
}
