import { fail, ok, type Result } from '../../core/result.ts'
import { type AllowedSeller, portalStates, type Right } from '../../rights/right.ts'
import { readFieldsCell, readListCell, readYesNo } from './sheet-cells.ts'

type Cells = ReadonlyMap<string, string>

/**
 * The right with what the cells say; fields without a column stay as they are. Texts are checked by the schema
 * afterwards, choices here, so that the reason can name them.
 * @param isNew a new right must say what nothing else tells: its kind, its role
 */
export function overlayCells(right: Right, cells: Cells, isNew: boolean): Result<unknown> {
  const problems: string[] = []
  const text = (name: string, before: string) => cells.get(name) ?? before
  const day = (name: string, before: string | null) => {
    const cell = cells.get(name)
    if (cell === undefined) return before
    if (cell !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(cell)) {
      problems.push(`"${name}" must be a day written like 2027-03-31.`)
    }
    return cell === '' ? null : cell
  }
  const list = (name: string, before: string[]) => {
    const cell = cells.get(name)
    return cell === undefined ? before : readListCell(cell)
  }
  const choice = <Value extends string>(
    name: string,
    before: Value,
    choices: readonly Value[],
    ifEmpty?: Value,
  ) => {
    const cell = cells.get(name)?.toLowerCase()
    if (cell === undefined && !isNew) return before
    const chosen = choices.find((known) => known === cell) ?? (cell ? undefined : ifEmpty)
    if (chosen === undefined) problems.push(`"${name}" must be one of ${choices.join(', ')}.`)
    return chosen ?? before
  }
  const yesNo = (name: string, before: boolean) => {
    const cell = cells.get(name)
    if (cell === undefined && !isNew) return before
    const value = readYesNo(cell ?? '')
    if (value === null) problems.push(`"${name}" must be yes or no.`)
    return value ?? before
  }

  const common = {
    ...right,
    label: text('label', right.label),
    number: text('number', right.number),
    registrant: text('registrant', right.registrant),
    jurisdiction: text('jurisdiction', right.jurisdiction),
    territory: words(cells.get('territory'))?.map((code) => code.toUpperCase()) ?? right.territory,
    validUntil: day('valid_until', right.validUntil),
    portal: {
      state: choice('portal_state', right.portal.state, portalStates, 'not-recorded'),
      since: day('portal_since', right.portal.since),
      note: text('portal_note', right.portal.note),
    },
    role: choice('role', right.role, ['owner', 'agent']),
    powerOfAttorneyUntil: day('power_of_attorney_until', right.powerOfAttorneyUntil),
    vocabulary: {
      names: list('names', right.vocabulary.names),
      products: list('products', right.vocabulary.products),
      goods: list('goods', right.vocabulary.goods),
    },
    allowedSellers: readSellers(cells.get('allowed_sellers'), problems) ?? right.allowedSellers,
  }
  const whole = ((): unknown => {
    switch (right.ipType) {
      case 'trademark':
        return {
          ...common,
          kind: choice('kind', right.kind, ['word', 'figurative', 'combined']),
          mark: text('mark', right.mark),
          niceClasses: words(cells.get('nice_classes'))?.map(Number) ?? right.niceClasses,
          isInternational: yesNo('international', right.isInternational),
        }
      case 'copyright':
        return {
          ...common,
          workTitle: text('work_title', right.workTitle),
          work: choice('work', right.work, ['art', 'photo', 'text', 'software', 'other']),
          isRegistered: yesNo('registered', right.isRegistered),
          author: text('author', right.author),
          firstPublished: day('first_published', right.firstPublished),
          firstPublishedUrl: text('first_published_url', right.firstPublishedUrl ?? '') || null,
        }
      case 'patent':
        return {
          ...common,
          kind: choice('kind', right.kind, ['invention', 'utility-model', 'design']),
          title: text('patent_title', right.title),
          filedOn: day('filed_on', right.filedOn),
          claims: list('claims', right.claims),
        }
    }
  })()
  const [problem] = problems
  return problem === undefined ? ok(whole) : fail('cell-malformed', problem)
}

/** Parted by spaces, commas or semicolons. */
const words = (cell: string | undefined): string[] | undefined =>
  cell?.split(/[\s,;]+/).filter((word) => word !== '')

function readSellers(cell: string | undefined, problems: string[]): AllowedSeller[] | undefined {
  if (cell === undefined) return undefined
  return readFieldsCell(cell).map((fields) => {
    const [sellerId = '', storeNumber = '', until = '', name = '', note = ''] = fields
    if (fields.length > 5 || (sellerId === '' && storeNumber === '')) {
      problems.push(
        '"allowed_sellers" must have a line for each seller: seller number | store number | last day | name | note.',
      )
    }
    return {
      sellerId: sellerId || null,
      storeNumber: storeNumber || null,
      until: until || null,
      name,
      note,
    }
  })
}
