import type { RightsServices } from './services.ts'

/** Every hash that these values name. */
export const hashesIn = (values: unknown): string[] => [
  ...new Set(JSON.stringify(values).match(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g) ?? []),
]

/** Deletes files that nothing names any more, changes that are not saved yet included. */
export async function dropFiles(
  { repo, drafts }: Pick<RightsServices, 'repo' | 'drafts'>,
  sha256s: readonly string[],
): Promise<void> {
  const kept = drafts.names().map((name) => drafts.read(name) ?? '')
  await repo.dropFiles(sha256s.filter((sha256) => !kept.some((text) => text.includes(sha256))))
}
