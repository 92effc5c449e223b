import type { LinkKind } from '../../lib/sellers/seller-trace.ts'
import { inLanguage, locale } from '../language/language.ts'

const number = (many: number) => many.toLocaleString(locale)

export const english = {
  tabTitle: 'Links between sellers – Docket',
  title: 'Links between sellers',
  lead: 'Accounts that have something in common, each with its reason and its evidence. Nobody is merged: whether they are the same is yours to judge, and an equal name is no sign of it.',
  ofSeller: (name: string) => `What ${name} has in common with others`,
  toSellers: 'All sellers',
  toAll: 'Links between all sellers',
  toSeller: 'To the seller’s page',
  graphLink: 'Show as a graph',
  reading: 'Reading what sellers have in common…',
  progress: (read: number, of: number) => `Reading captures: ${number(read)} of ${number(of)}`,
  failed: 'reading what sellers have in common',
  kinds: 'Kinds of link',
  kind: {
    company: 'Same company number',
    licence: 'Same registration number',
    email: 'Same e-mail address',
    phone: 'Same telephone number',
    picture: 'Same picture, which may be copied',
    name: 'Same name, no sign that they are the same',
  } satisfies Record<LinkKind, string>,
  kindChoice: (kind: string, many: number) => `${kind} (${number(many)})`,
  status: (ties: number, sellers: number) =>
    `${number(ties)} ${ties === 1 ? 'link' : 'links'} between ${number(sellers)} sellers`,
  emptyTitle: 'No links',
  empty:
    'No two sellers of your captures have company, contact data, pictures or name in common. Open more item pages of flagged listings: their details name companies and pictures.',
  noneChosen: 'No link is of a kind that is ticked.',
  drawing: 'Drawing',
  drawingHint:
    'A disc is a seller, a small dot what they share. Point to see what belongs together, click a seller to open its page, drag to move. The table below says the same.',
  drawingLabel: (sellers: number, ties: number) =>
    `Drawing of ${number(sellers)} sellers and ${number(ties)} links between them; the table below says the same`,
  left: (sellers: number, ties: number) =>
    `Not drawn, and in the table alone: ${number(ties)} links, ${number(sellers)} sellers. Tick fewer kinds to draw them.`,
  zoomIn: 'Nearer',
  zoomOut: 'Farther',
  whole: 'Show all',
  noDrawing:
    'This browser draws no graph here, because WebGL is missing or switched off. The table below has every link.',
  table: 'Table of links',
  head: { kind: 'What is equal', value: 'Value', sellers: 'Sellers, each with its evidence' },
  more: (many: number) => `and ${number(many)} more`,
  unnamed: 'Name not stated',
  seller: (name: string, sellerId: string) => `${name} (${sellerId})`,
  evidence: 'evidence',
  evidenceOf: (value: string, sellerId: string) => `Evidence: ${value}, account ${sellerId}`,
  showMore: (many: number) => `Show ${number(many)} more`,
}

/** What the graph of links between sellers says. */
export const words = inLanguage('sellers/graph-words', english)
