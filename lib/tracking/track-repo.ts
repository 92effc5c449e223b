import type { Complaint, ComplaintLine } from '../complaints/complaint.ts'
import type { LedgerAct } from '../evidence/ledger/ledger-act.ts'
import type { ComplaintTrack, LineTrack, Track } from './track.ts'

/** What one transaction over tracks can read and write; committed together, strictly, or not at all. */
export interface TrackTransaction {
  complaints(complaintIds: readonly string[]): Promise<Complaint[]>
  lines(lineIds: readonly string[]): Promise<ComplaintLine[]>
  linesOf(complaintId: string): Promise<ComplaintLine[]>
  /** Lines of this listing in whatever complaints. */
  linesOfListing(comId: string): Promise<ComplaintLine[]>
  /** Tracks of complaints and lines; one that nothing happened to has none. */
  tracks(subjectIds: readonly string[]): Promise<Track[]>
  putTracks(tracks: readonly Track[]): Promise<void>
  /** Puts acts on the list of those that the ledger enters next, by the person whose installation this is. */
  enterActs(acts: ReadonlyArray<Omit<LedgerAct, 'actor'>>): Promise<void>
}

/** Port of the tracking room to where tracks are kept. */
export interface TrackRepo {
  transact<T>(work: (transaction: TrackTransaction) => Promise<T>): Promise<T>
}

/** A filed complaint with how it and its listings stand. */
export interface FiledComplaint {
  complaint: Complaint
  track: ComplaintTrack
  /** In their order. */
  lines: Array<{ line: ComplaintLine; track: LineTrack }>
}

/** Port: what pages about filed complaints show. */
export interface TrackReader {
  /** All that were filed, the newest first. */
  filed(): Promise<FiledComplaint[]>
}
