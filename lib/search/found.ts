import type { ComplaintState } from '../complaints/complaint.ts'

export const searchGroups = ['listings', 'sellers', 'complaints', 'captures', 'rights'] as const
/** What is found, by kind. */
export type SearchGroup = (typeof searchGroups)[number]

/** A listing. `note`: that of the judgement that stands, where the search was found in it. */
export interface ListingHit {
  group: 'listings'
  comId: string
  title: string | null
  storeName: string | null
  isJudged: boolean
  note: string | null
}

export interface SellerHit {
  group: 'sellers'
  sellerId: string
  name: string | null
  storeNumbers: string[]
  note: string | null
}

export interface ComplaintHit {
  group: 'complaints'
  complaintId: string
  state: ComplaintState
  caseNumber: string | null
  /** Null where the right is gone. */
  rightLabel: string | null
  note: string | null
}

/** The newest capture of a listing, of so many. */
export interface CaptureHit {
  group: 'captures'
  captureId: string
  comId: string
  title: string | null
  captures: number
}

export interface RightHit {
  group: 'rights'
  rightId: string
  label: string
  number: string
  holderName: string | null
}

export type Hit = ListingHit | SellerHit | ComplaintHit | CaptureHit | RightHit

/** What was found so far. */
export interface Found {
  hits: Hit[]
  /** Groups in which there is more than what is said. */
  more: SearchGroup[]
  isEnded: boolean
}

/** Hits of a group that are said: a person looks at no more before typing another word. */
const hitsOfGroup = 6

export const hitId = (hit: Hit): string => {
  switch (hit.group) {
    case 'listings':
      return `listings-${hit.comId}`
    case 'sellers':
      return `sellers-${hit.sellerId}`
    case 'complaints':
      return `complaints-${hit.complaintId}`
    case 'captures':
      return `captures-${hit.captureId}`
    case 'rights':
      return `rights-${hit.rightId}`
  }
}

/** Collects hits: none twice, none beyond what is said. */
export class Findings {
  private readonly byId = new Map<string, Hit>()
  private readonly counts = new Map<SearchGroup, number>()
  private readonly more = new Set<SearchGroup>()

  /** Returns whether something is new. */
  add(hits: readonly Hit[]): boolean {
    let isNew = false
    for (const hit of hits) {
      const id = hitId(hit)
      if (this.byId.has(id)) continue
      const count = this.counts.get(hit.group) ?? 0
      isNew = true
      if (count >= hitsOfGroup) this.more.add(hit.group)
      else {
        this.byId.set(id, hit)
        this.counts.set(hit.group, count + 1)
      }
    }
    return isNew
  }

  /** True where nothing that is found further would be said. */
  isFull(group: SearchGroup): boolean {
    return this.more.has(group)
  }

  of<Group extends SearchGroup>(group: Group): Array<Extract<Hit, { group: Group }>> {
    return [...this.byId.values()].filter((hit): hit is Extract<Hit, { group: Group }> => hit.group === group)
  }

  found(isEnded: boolean): Found {
    return {
      hits: searchGroups.flatMap((group): Hit[] => this.of(group)),
      more: searchGroups.filter((group) => this.more.has(group)),
      isEnded,
    }
  }
}
