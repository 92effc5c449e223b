import type { IpType } from '../queue/flag.ts'
import type { Holder, Right, RightOf } from './right.ts'

/** A right of which nothing is known yet but whose it is. */
export function newRight<Type extends IpType>(
  ipType: Type,
  { rightId, holderId, nowMs }: { rightId: string; holderId: string; nowMs: number },
): RightOf<Type> {
  const common = {
    rightId,
    holderId,
    label: '',
    number: '',
    registrant: '',
    jurisdiction: '',
    territory: [],
    validUntil: null,
    portal: { state: 'not-recorded', since: null, note: '' },
    role: 'owner',
    powerOfAttorney: null,
    powerOfAttorneyUntil: null,
    documents: [],
    vocabulary: { names: [], products: [], goods: [] },
    allowedSellers: [],
    references: [],
    changedAtMs: nowMs,
  } satisfies Partial<Right>
  const made: { [Each in IpType]: RightOf<Each> } = {
    trademark: {
      ...common,
      ipType: 'trademark',
      kind: 'word',
      mark: '',
      niceClasses: [],
      isInternational: false,
      extensionToChina: null,
    },
    copyright: {
      ...common,
      ipType: 'copyright',
      workTitle: '',
      work: 'art',
      isRegistered: false,
      claimStatement: null,
      author: '',
      firstPublished: null,
      firstPublishedUrl: null,
    },
    patent: {
      ...common,
      ipType: 'patent',
      kind: 'design',
      title: '',
      filedOn: null,
      claims: [],
      evaluationReport: null,
    },
  }
  return made[ipType]
}

export const newHolder = (holderId: string, nowMs: number): Holder => ({
  holderId,
  kind: 'company',
  name: '',
  complainantName: '',
  country: null,
  contactName: '',
  contactEmail: '',
  identityDocuments: [],
  changedAtMs: nowMs,
})

/** What a right is called where its label is empty; empty where nothing names it yet. */
export const nameOfRight = (right: Right): string =>
  [right.label, ownName(right), right.number].map((text) => text.trim()).find((text) => text !== '') ?? ''

function ownName(right: Right): string {
  if (right.ipType === 'trademark') return right.mark
  return right.ipType === 'copyright' ? right.workTitle : right.title
}
