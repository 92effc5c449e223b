import { BlobReader, ZipReader } from '@zip.js/zip.js/lib/zip-core-custom.js'
import { failureFrom } from '../../core/expected-error.ts'
import { type Failure, ok, type Result } from '../../core/result.ts'
import { type ImportPlan, planImport } from '../../rights/plan-import.ts'
import type { Holder, Right } from '../../rights/right.ts'
import { type RightsArchive, readRightsArchive } from './read-rights-archive.ts'
import { type RowProblem, readRightsSheet } from './read-rights-sheet.ts'

/** A file that can be imported: what it would change, and where its files are. */
export interface RightsImport {
  kind: 'archive' | 'sheet'
  plan: ImportPlan
  /** Null where the file is a spreadsheet, which brings no files. */
  readFile: RightsArchive['readFile'] | null
  unknownColumns: string[]
}

/** Why a file cannot be imported; for a spreadsheet, row by row. */
export interface ImportRefusal extends Failure {
  problems: RowProblem[]
}

interface ImportContext {
  stored: { holders: readonly Holder[]; rights: readonly Right[] }
  nowMs: number
}

/** Looks through a file of any kind that rights are imported from, wholly, and changes nothing. */
export async function readRightsImport(
  file: Blob,
  context: ImportContext,
): Promise<Result<RightsImport, ImportRefusal>> {
  const kind = await kindOf(file)
  if (kind === 'archive') return readArchive(file, context)
  if (kind === 'old-workbook') {
    return refused({
      code: 'old-workbook',
      message:
        'This is a workbook of the old kind (XLS), or one with a password. Save it as XLSX without a password. Nothing was imported.',
    })
  }
  const rows = kind === 'workbook' ? await readWorkbook(file) : await readCsv(file)
  if (!rows.ok) return refused(rows.error)
  const sheet = readRightsSheet(rows.value, context)
  if (!sheet.ok) return sheet
  const plan = planImport(context.stored, sheet.value)
  if (!plan.ok) return refused(plan.error)
  return ok({
    kind: 'sheet',
    plan: plan.value,
    readFile: null,
    unknownColumns: sheet.value.unknownColumns,
  })
}

async function readArchive(
  file: Blob,
  { stored }: ImportContext,
): Promise<Result<RightsImport, ImportRefusal>> {
  try {
    const archive = await readRightsArchive(file)
    const plan = planImport(stored, archive)
    if (!plan.ok) return refused(plan.error)
    return ok({ kind: 'archive', plan: plan.value, readFile: archive.readFile, unknownColumns: [] })
  } catch (error) {
    return refused(failureFrom(error, 'reading the file'))
  }
}

/** The readers are large and seldom wanted: they are loaded when they are. */
const readWorkbook = async (file: Blob) => (await import('./rights-xlsx.ts')).readXlsxRows(file)
const readCsv = async (file: Blob) => (await import('./rights-csv.ts')).readCsvRows(file)

const refused = (failure: Failure): Result<never, ImportRefusal> => ({
  ok: false,
  error: { ...failure, problems: [] },
})

/** What the file is, by its bytes. */
async function kindOf(file: Blob): Promise<'archive' | 'workbook' | 'old-workbook' | 'text'> {
  const [one, two, three, four] = new Uint8Array(await file.slice(0, 4).arrayBuffer())
  if (one === 0xd0 && two === 0xcf && three === 0x11 && four === 0xe0) return 'old-workbook'
  if (one !== 0x50 || two !== 0x4b) return 'text'
  return (await isWorkbook(file)) ? 'workbook' : 'archive'
}

/** A broken ZIP is none: the reader of archives then says what is wrong with it. */
async function isWorkbook(file: Blob): Promise<boolean> {
  const reader = new ZipReader(new BlobReader(file), { useWebWorkers: false })
  try {
    let looked = 0
    for await (const { filename } of reader.getEntriesGenerator()) {
      if (filename === '[Content_Types].xml' || filename === 'xl/workbook.xml') return true
      looked += 1
      if (looked > 1000) return false
    }
    return false
  } catch (error) {
    if (error instanceof Error) return false
    throw error
  }
}
