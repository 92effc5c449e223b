import type { IpType } from '../../queue/flag.ts'
import type { Holder, Right } from '../../rights/right.ts'
import { fieldsCell, listCell, yesNoCell } from './sheet-cells.ts'

/** How one field of a right stands in a spreadsheet. */
interface SheetColumn {
  name: string
  /** Types of right that have the field. */
  of: readonly IpType[]
  write(right: Right): string
}

const all: readonly IpType[] = ['trademark', 'copyright', 'patent']

const column = (name: string, write: (right: Right) => string): SheetColumn => ({ name, of: all, write })

const only = <Type extends IpType>(
  ipType: Type,
  name: string,
  write: (right: Extract<Right, { ipType: Type }>) => string,
): SheetColumn => ({
  name,
  of: [ipType],
  write: (right) => (right.ipType === ipType ? write(right as Extract<Right, { ipType: Type }>) : ''),
})

/** The fields of a right, one a column. Files stay out: a spreadsheet cannot hold them. */
export const rightColumns = [
  column('right_id', ({ rightId }) => rightId),
  column('type', ({ ipType }) => ipType),
  {
    name: 'kind',
    of: ['trademark', 'patent'],
    write: (right) => (right.ipType === 'copyright' ? '' : right.kind),
  },
  column('label', ({ label }) => label),
  column('number', ({ number }) => number),
  column('registrant', ({ registrant }) => registrant),
  column('jurisdiction', ({ jurisdiction }) => jurisdiction),
  column('territory', ({ territory }) => territory.join(' ')),
  column('valid_until', ({ validUntil }) => validUntil ?? ''),
  column('portal_state', ({ portal }) => portal.state),
  column('portal_since', ({ portal }) => portal.since ?? ''),
  column('portal_note', ({ portal }) => portal.note),
  column('role', ({ role }) => role),
  column('power_of_attorney_until', ({ powerOfAttorneyUntil }) => powerOfAttorneyUntil ?? ''),
  only('trademark', 'mark', ({ mark }) => mark),
  only('trademark', 'nice_classes', ({ niceClasses }) => niceClasses.join(' ')),
  only('trademark', 'international', ({ isInternational }) => yesNoCell(isInternational)),
  only('copyright', 'work_title', ({ workTitle }) => workTitle),
  only('copyright', 'work', ({ work }) => work),
  only('copyright', 'registered', ({ isRegistered }) => yesNoCell(isRegistered)),
  only('copyright', 'author', ({ author }) => author),
  only('copyright', 'first_published', ({ firstPublished }) => firstPublished ?? ''),
  only('copyright', 'first_published_url', ({ firstPublishedUrl }) => firstPublishedUrl ?? ''),
  only('patent', 'patent_title', ({ title }) => title),
  only('patent', 'filed_on', ({ filedOn }) => filedOn ?? ''),
  only('patent', 'claims', ({ claims }) => listCell(claims)),
  column('names', ({ vocabulary }) => listCell(vocabulary.names)),
  column('products', ({ vocabulary }) => listCell(vocabulary.products)),
  column('goods', ({ vocabulary }) => listCell(vocabulary.goods)),
  // Seller number | store number | last day | name | note.
  column('allowed_sellers', ({ allowedSellers }) =>
    fieldsCell(
      allowedSellers.map(({ sellerId, storeNumber, until, name, note }) => [
        sellerId ?? '',
        storeNumber ?? '',
        until ?? '',
        name,
        note,
      ]),
    ),
  ),
] satisfies SheetColumn[]

/** Names of the columns, in their order. */
export const sheetColumns: readonly string[] = [
  'holder_id',
  'holder',
  ...rightColumns.map(({ name }) => name),
]

/** A row for each right, its cells in the order of `sheetColumns`. */
export function rightsSheetRows(holders: readonly Holder[], rights: readonly Right[]): string[][] {
  const nameOf = new Map(holders.map(({ holderId, name }) => [holderId, name]))
  return rights.map((right) => [
    right.holderId,
    nameOf.get(right.holderId) ?? '',
    ...rightColumns.map(({ write }) => write(right)),
  ])
}
