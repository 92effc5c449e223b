import { chosenChange, type ImportPlan } from '../../rights/plan-import.ts'
import type { RightsRepo } from '../../rights/rights-repo.ts'
import type { RightsArchive } from './read-rights-archive.ts'
import { namedDocuments } from './rights-archive.ts'

export interface EnterChoices {
  /** Ids of what takes the place of what is stored; the rest that differs stays as it is stored. */
  replaced: ReadonlySet<string>
  nowMs: number
  /** Null where the import brings no files of its own. */
  readFile: RightsArchive['readFile'] | null
}

/**
 * Stores what was chosen of an import. Files come first: nothing names them until the one commit of holders and
 * rights, and where that fails they are taken away again, as are files that only replaced versions named.
 * @throws ExpectedError `right-changed`, `holder-changed` (something was edited meanwhile), `storage-refused`
 */
export async function enterRights(
  repo: RightsRepo,
  plan: ImportPlan,
  { replaced, nowMs, readFile }: EnterChoices,
): Promise<void> {
  const change = chosenChange(plan, replaced, nowMs)
  const incoming = namedDocuments(
    change.holders.map(({ holder }) => holder),
    change.rights.map(({ right }) => right),
  )
  const kept: string[] = []
  try {
    if (readFile) {
      for (const document of incoming) {
        kept.push(document.sha256)
        await repo.keepFile(document.sha256, await readFile(document))
      }
    }
    await repo.saveAll(change)
  } catch (error) {
    await repo.dropFiles(kept)
    throw error
  }
  const former = namedDocuments(
    plan.holders.flatMap(({ id, stored }) => (stored && replaced.has(id) ? [stored] : [])),
    plan.rights.flatMap(({ id, stored }) => (stored && replaced.has(id) ? [stored] : [])),
  )
  await repo.dropFiles(former.map(({ sha256 }) => sha256))
}
