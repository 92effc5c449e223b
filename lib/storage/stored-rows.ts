import type { ExplanationTemplate } from '../complaints/explanation-template.ts'
import type { PortalRules } from '../complaints/portal-rules.ts'
import type { Failure } from '../core/result.ts'
import type { LedgerAct } from '../evidence/ledger/ledger-act.ts'
import type { Rounds } from '../evidence/rounds/rounds.ts'
import type { SigningKey } from '../evidence/seal/seal.ts'
import type { LastVerification } from '../evidence/verify-all.ts'
import type { WorkBaseline } from '../insights/work-saved.ts'
import type { Flag, IpType, QueueGroup } from '../queue/flag.ts'
import type { Play } from '../queue/review/play.ts'
import type { ReviewSettings } from '../queue/review/review-settings.ts'
import type { DoneSteps } from '../rights/portal-steps.ts'
import type { LinkKey, SellerTrace } from '../sellers/seller-trace.ts'
import type { OwnDay } from '../tracking/business-days.ts'
import type { KnownReminders } from '../tracking/reminders.ts'
import type { VisitList } from '../tracking/visit-list.ts'

/** A flag as stored. `queueGroup` exists for the index alone: set exactly on queued flags. */
export type FlagRow = Flag & { queueGroup?: QueueGroup }

/** A trace as stored, with what exists for the indexes alone. */
export type TraceRow = SellerTrace & {
  linkKeys: LinkKey[]
  /** Set where the page said that the listing is gone. */
  removedComId?: string
  /** Set where store numbers are all that names the seller. */
  looseStoreNumbers?: string[]
  /** Every store number that it states; absent where it states none. */
  statedStoreNumbers?: string[]
}

/** Bytes of an artefact, stored once under their hash. An array, not a Blob: blobs may outlive their bytes. */
export interface BlobRow {
  sha256: string
  bytes: Uint8Array<ArrayBuffer>
}

/** Something that went wrong and was shown to the person, kept so that it can be looked into later. */
export interface IncidentRow {
  incidentId: string
  atMs: number
  /** What Docket was doing, e.g. "flag.create". */
  doing: string
  failure: Failure
  pageUrl: string | null
}

/** The key pairs of the installation: one seals records, one signs web archives. */
export type KeyRow = SigningKey & { keyId: 'signing' | 'web-archive' }

/**
 * Where second copies go: a folder that the person picked (Chromium), or one inside the downloads folder. The
 * handle is the browser's own object.
 */
export type CopyPlaceChoice =
  | { kind: 'folder'; name: string; handle: FileSystemDirectoryHandle }
  | { kind: 'downloads' }

export type MetaRow =
  | { key: 'schema'; version: number }
  | { key: 'copyPlace'; choice: CopyPlaceChoice }
  | { key: 'copiedLedger'; seq: number }
  | { key: 'lastIpType'; ipType: IpType }
  | { key: 'operatorName'; name: string }
  | { key: 'headerMask'; isOn: boolean }
  | { key: 'portalRules'; rules: PortalRules }
  | { key: 'explanationTemplates'; templates: ExplanationTemplate[] }
  | { key: 'portalSteps'; done: DoneSteps }
  | { key: 'lastVerification'; verification: LastVerification }
  | { key: 'rounds'; rounds: Rounds }
  | { key: 'onDesk'; subjectId: string }
  | { key: 'ownDays'; days: OwnDay[] }
  | { key: 'workBaseline'; baseline: WorkBaseline }
  | { key: 'visitList'; list: VisitList }
  | { key: 'reminders'; known: KnownReminders | null; isSilent: boolean }
  | { key: 'play'; play: Play }
  | { key: 'playPlace'; place: number }
  | { key: 'reviewSettings'; settings: ReviewSettings }
  /** From a backup, to be put beside the database; JSON texts by their name. */
  | { key: 'broughtSettings'; settings: Record<string, string> }
  | WaitingActRow

/** An act that the ledger has still to enter. Here, because every change of a judgement has this table at hand. */
export interface WaitingActRow {
  /** With the act's place in the order of the commits, see waiting-acts.ts. */
  key: `act:${string}`
  act: LedgerAct
}
