import { newId } from '../../core/ids.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { type IpType, ipTypes } from '../../queue/flag.ts'
import { newHolder, newRight } from '../../rights/new-right.ts'
import type { Holder, Right } from '../../rights/right.ts'
import { rightSchema } from '../../rights/right-schema.ts'
import { overlayCells } from './overlay-cells.ts'
import { rightColumns, sheetColumns } from './rights-sheet.ts'

/** A row that cannot become a right, as the spreadsheet numbers it, and why. */
export interface RowProblem {
  row: number
  reason: string
}

export interface RightsSheet {
  holders: Holder[]
  rights: Right[]
  /** Columns that Docket does not know, and did not read. */
  unknownColumns: string[]
}

/** Most rows that are read at once. */
export const maxSheetRows = 5000

interface SheetContext {
  stored: { holders: readonly Holder[]; rights: readonly Right[] }
  nowMs: number
}

/**
 * Reads the rows of a spreadsheet, the head first. A row with the id of a stored right changes the fields that
 * have a column and keeps its files; any other row is a new right. Either every row is a right or none is taken.
 * Fails with `sheet-head` (no head that Docket knows) or the problems of all rows.
 */
export function readRightsSheet(
  rows: readonly string[][],
  { stored, nowMs }: SheetContext,
): Result<RightsSheet, { code: string; message: string; problems: RowProblem[] }> {
  const head = (rows[0] ?? []).map((name) => name.trim().toLowerCase())
  const twice = head.find((name, at) => name !== '' && head.indexOf(name) !== at)
  if (!head.includes('type') && !head.includes('right_id')) {
    return refused(
      'The first row must name the columns, "type" or "right_id" among them. Export once to see them all.',
    )
  }
  if (twice) return refused(`The column "${twice}" stands there twice. Remove one of them.`)
  if (rows.length - 1 > maxSheetRows)
    return refused(`At most ${maxSheetRows} rows are read at once. Split it.`)

  const holders = holderFinder(stored.holders, nowMs)
  const rights: Right[] = []
  const problems: RowProblem[] = []
  const rowOfId = new Map<string, number>()
  for (const [at, cells] of rows.entries()) {
    if (at === 0 || cells.every((cell) => cell.trim() === '')) continue
    const row = at + 1
    const read = readRow(new Map(head.map((name, place) => [name, (cells[place] ?? '').trim()])), {
      stored: stored.rights,
      nowMs,
      findHolder: holders.find,
    })
    const former = read.ok ? rowOfId.get(read.value.rightId) : undefined
    if (!read.ok) problems.push({ row, reason: read.error.message })
    else if (former !== undefined) problems.push({ row, reason: `Row ${former} has the same right_id.` })
    else {
      rowOfId.set(read.value.rightId, row)
      rights.push(read.value)
    }
  }
  if (problems.length > 0) return refused('Nothing was imported: some rows do not say a right.', problems)
  const unknownColumns = head.filter((name) => name !== '' && !sheetColumns.includes(name))
  return ok({ holders: holders.added(), rights, unknownColumns })
}

const refused = (message: string, problems: RowProblem[] = []) => ({
  ok: false as const,
  error: { code: problems.length > 0 ? 'sheet-rows' : 'sheet-head', message, problems },
})

interface RowContext {
  stored: readonly Right[]
  nowMs: number
  findHolder(id: string, name: string): Result<string>
}

type Cells = ReadonlyMap<string, string>

function readRow(cells: Cells, { stored, nowMs, findHolder }: RowContext): Result<Right> {
  const rightId = cells.get('right_id') ?? ''
  const own = rightId === '' ? undefined : stored.find((right) => right.rightId === rightId)
  const ipType = readType(cells.get('type') ?? '', own)
  if (!ipType.ok) return ipType
  const foreign = foreignCell(cells, ipType.value)
  if (foreign) return fail('foreign-cell', `"${foreign}" is no field of a ${ipType.value}. Empty the cell.`)
  const holderId = own && !hasHolder(cells) ? ok(own.holderId) : findHolder(...holderCells(cells))
  if (!holderId.ok) return holderId
  const base =
    own ?? newRight(ipType.value, { rightId: rightId || newId(nowMs), holderId: holderId.value, nowMs })
  const overlaid = overlayCells({ ...base, holderId: holderId.value }, cells, own === undefined)
  if (!overlaid.ok) return overlaid
  const parsed = rightSchema.safeParse(overlaid.value)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  const field = String(issue?.path[0] ?? 'row')
  return fail('row-malformed', reasons[field] ?? `${issue?.path.join('.')}: ${issue?.message}`)
}

/** What to write into the cell, by the field that the schema refused. */
const reasons: Record<string, string> = {
  rightId: '"right_id" must be as Docket exported it, or empty for a new right.',
  territory: '"territory" must be two-letter codes parted by spaces, such as EU CN US.',
  niceClasses: '"nice_classes" must be numbers from 1 to 45 parted by spaces.',
  firstPublishedUrl: '"first_published_url" must be a web address that begins with http or https.',
  allowedSellers:
    '"allowed_sellers" must have digits as seller and store number and a last day like 2027-03-31, or nothing.',
}

function readType(cell: string, own: Right | undefined): Result<IpType> {
  const ipType = cell === '' ? own?.ipType : ipTypes.find((known) => known === cell.toLowerCase())
  if (!ipType) return fail('type-unknown', `"type" must be one of ${ipTypes.join(', ')}.`)
  if (own && own.ipType !== ipType) {
    return fail('type-changed', `The right is a ${own.ipType}; its type cannot change.`)
  }
  return ok(ipType)
}

/** A column of another type that is not empty. */
const foreignCell = (cells: Cells, ipType: IpType): string | undefined =>
  rightColumns.find(
    ({ name, of }) => !(of as readonly IpType[]).includes(ipType) && (cells.get(name) ?? '') !== '',
  )?.name

const holderCells = (cells: Cells): [id: string, name: string] => [
  cells.get('holder_id') ?? '',
  cells.get('holder') ?? '',
]

const hasHolder = (cells: Cells): boolean => holderCells(cells).some((cell) => cell !== '')

/** Finds whom a row names; who is not stored is added once, with the name alone. */
function holderFinder(stored: readonly Holder[], nowMs: number) {
  const added: Holder[] = []
  return {
    added: () => added,
    find(id: string, name: string): Result<string> {
      const known = [...stored, ...added]
      const byId = known.find(({ holderId }) => holderId === id)
      if (byId) {
        return name === '' || name === byId.name
          ? ok(id)
          : fail(
              'holder-differs',
              `The holder with this holder_id is called "${byId.name}". Change the name in Docket.`,
            )
      }
      if (name === '') return fail('holder-missing', 'Say in "holder" who holds the right.')
      const byName = id === '' ? known.filter((holder) => holder.name === name) : []
      if (byName.length > 1) {
        return fail('holder-unclear', `Several holders are called "${name}". Give the holder_id.`)
      }
      if (byName[0]) return ok(byName[0].holderId)
      const holder: Holder = { ...newHolder(id || newId(nowMs), nowMs), name }
      added.push(holder)
      return ok(holder.holderId)
    },
  }
}
