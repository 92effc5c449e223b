export const verdicts = ['infringing', 'suspicious', 'genuine', 'out-of-scope'] as const
/** A person's verdict. `suspicious` is "look later". */
export type Verdict = (typeof verdicts)[number]

export const ipTypes = ['trademark', 'copyright', 'patent'] as const
export type IpType = (typeof ipTypes)[number]

/** A person's judgement of one listing, and what may still be done with it. */
export interface Judgement {
  verdict: Verdict
  /** Set only with `infringing`; null there means undecided. */
  ipType: IpType | null
  note: string
}

/**
 * - `current`: the listing's judgement as it stands (one per listing).
 * - `replaced`: a newer flag of the same listing stands in its place.
 * - `undone`: taken back by the person.
 */
export type FlagStatus = 'current' | 'replaced' | 'undone'

export interface Flag extends Judgement {
  /** ULID made in the page: storing it twice changes nothing. */
  flagId: string
  comId: string
  /** Null while no page of it was captured: it was added from a list, and its evidence is missing. */
  captureId: string | null
  status: FlagStatus
  /** The flag that this one replaced; undo brings it back. */
  replacesFlagId: string | null
  /** The right that it infringes, where the person said which. */
  rightId: string | null
  /** Reason of the complaint, as the portal rules name it. */
  reasonId: string | null
  /** The complaint in which it was filed: it is out of the queue from then on. */
  filedIn: string | null
  /** Which page document made it: only that document may take it back from a page. */
  documentKey: string
  createdAtMs: number
  changedAtMs: number
}

/** The newest facts of a listing, for lists; the captures keep every statement with its source. */
export interface ListingSummary {
  comId: string
  shownId: string
  title: string | null
  sellerId: string | null
  storeName: string | null
  price: string | null
  imageUrl: string | null
  /** Canonical URL on .com. */
  url: string
  /** Page on which it was last seen; null while no page of it was captured. */
  lastSeenUrl: string | null
  lastSeenAtMs: number | null
  /** True once an item page of this listing was captured; a results card alone states too little. */
  hasItemCapture: boolean
}

/** What a queued flag is grouped under; infringing without a type and suspicious are undecided. */
export type QueueGroup = IpType | 'undecided'

/** True where the flag waits to go into a complaint: infringing or to be looked at later, and not filed yet. */
export const isQueued = (flag: Pick<Flag, 'status' | 'verdict' | 'filedIn'>): boolean =>
  flag.status === 'current' &&
  flag.filedIn === null &&
  (flag.verdict === 'infringing' || flag.verdict === 'suspicious')

/** The group of a queued flag, or null for a flag that is not in the queue. */
export function queueGroupOf(
  flag: Pick<Flag, 'status' | 'verdict' | 'ipType' | 'filedIn'>,
): QueueGroup | null {
  if (!isQueued(flag)) return null
  return flag.verdict === 'infringing' && flag.ipType !== null ? flag.ipType : 'undecided'
}
