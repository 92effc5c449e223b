import type { Holder, Right } from '../rights/right.ts'

const holder: Holder = {
  holderId: 'demo-holder',
  kind: 'company',
  name: 'DEMO Velmora Outdoor (invented company)',
  complainantName: 'DEMO Velmora Outdoor (invented company)',
  country: 'DE',
  contactName: 'DEMO Brand protection',
  contactEmail: 'demo@velmora.example',
  identityDocuments: [],
  changedAtMs: 0,
}

const common = {
  holderId: holder.holderId,
  number: 'DEMO-0001',
  registrant: holder.name,
  jurisdiction: 'EUIPO',
  territory: ['EU', 'CN', 'US'],
  validUntil: null,
  portal: { state: 'verified', since: null, note: 'DEMO' },
  role: 'owner',
  powerOfAttorney: null,
  powerOfAttorneyUntil: null,
  documents: [],
  vocabulary: { names: ['Velmora'], products: [], goods: ['water bottle'] },
  allowedSellers: [],
  references: [],
  changedAtMs: 0,
} satisfies Partial<Right>

/** A mark and a work that nobody owns. */
export const demoRights: { holder: Holder; rights: Right[] } = {
  holder,
  rights: [
    {
      ...common,
      rightId: 'demo-trademark',
      label: 'DEMO VELMORA word mark (invented)',
      ipType: 'trademark',
      kind: 'word',
      mark: 'VELMORA',
      niceClasses: [21],
      isInternational: false,
      extensionToChina: null,
    },
    {
      ...common,
      rightId: 'demo-copyright',
      number: 'DEMO-0002',
      label: 'DEMO catalogue photos (invented)',
      ipType: 'copyright',
      workTitle: 'DEMO catalogue photos',
      work: 'photo',
      isRegistered: true,
      claimStatement: null,
      author: 'DEMO photographer',
      firstPublished: null,
      firstPublishedUrl: null,
    },
  ],
}
