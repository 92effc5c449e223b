import type { DocketDatabase } from './database.ts'

/** Tables, beside captures, whose rows name files by their hash. */
export const tablesOfFiles = ({ holders, rights, complaints, followUps }: DocketDatabase) => [
  holders,
  rights,
  complaints,
  followUps,
]

/**
 * Those of the files that a holder, right, complaint or answer names. Within a transaction, where these tables take
 * part in it.
 */
export async function namedByRights(
  database: DocketDatabase,
  sha256s: Iterable<string>,
): Promise<Set<string>> {
  const left = new Set(sha256s)
  const named = new Set<string>()
  for (const table of tablesOfFiles(database)) {
    await table.each((row: object) => {
      for (const sha256 of namedIn(row, left)) {
        named.add(sha256)
        left.delete(sha256)
      }
    })
  }
  return named
}

/** Those of the files that a row names anywhere. */
export function namedIn(row: unknown, sha256s: ReadonlySet<string>): string[] {
  const text = JSON.stringify(row) ?? ''
  return [...sha256s].filter((sha256) => text.includes(sha256))
}
