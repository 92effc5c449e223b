import { ExpectedError } from '../../lib/core/expected-error.ts'
import { rightsExportName } from '../../lib/pack/pack-names.ts'
import { buildRightsArchive } from '../../lib/pack/rights-files/rights-archive.ts'
import { rightsSheetRows } from '../../lib/pack/rights-files/rights-sheet.ts'
import type { Holder, Right } from '../../lib/rights/right.ts'
import { writePack } from '../pack/write-pack.ts'
import type { RightsServices } from './services.ts'

export type ExportKind = 'zip' | 'xlsx' | 'csv'

const mediaTypes: Record<ExportKind, string> = {
  zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
}

/**
 * Writes all holders and rights to a file in the person's downloads.
 * @throws ExpectedError `file-missing`, `cell-too-long`, `no-space`, `download-refused`, `download-interrupted`
 */
export async function exportRights(
  services: RightsServices,
  kind: ExportKind,
  { holders, rights }: { holders: Holder[]; rights: Right[] },
): Promise<{ id: number; path: string }> {
  const made = services.clock()
  const pack = await writePack(services, {
    name: rightsExportName(rights.length, kind, made),
    stream:
      kind === 'zip'
        ? buildRightsArchive(
            { holders, rights, readFile: services.repo.readFile },
            { made, version: services.version },
          )
        : streamOf(await sheetBytes(kind, rightsSheetRows(holders, rights))),
    mediaType: mediaTypes[kind],
  })
  try {
    return await services.saveDownload(pack.file, pack.name)
  } finally {
    await pack.discard()
  }
}

/** The writers are large and seldom wanted: they are loaded when they are. */
async function sheetBytes(kind: 'xlsx' | 'csv', rows: string[][]): Promise<Uint8Array<ArrayBuffer>> {
  if (kind === 'xlsx')
    return (await import('../../lib/pack/rights-files/rights-xlsx.ts')).writeRightsXlsx(rows)
  const { writeRightsCsv } = await import('../../lib/pack/rights-files/rights-csv.ts')
  return new TextEncoder().encode(writeRightsCsv(rows))
}

function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { body } = new Response(bytes)
  if (!body) throw new ExpectedError('no-stream', 'The browser gave no stream. Export again.')
  return body
}
