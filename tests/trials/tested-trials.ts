import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { repositoryRoot } from '../support/built-extension.ts'

/** Trials that are tests as well, by the name of the trial: they write their results themselves. */
export const testedTrials: Record<string, string> = {
  'failing-seal': 'tests/unit/evidence/failing-seal.test.ts',
  'failing-flag': 'tests/unit/storage/failing-flag.test.ts',
  'screenshot-burst': 'tests/e2e/screenshot-burst.test.ts',
  'image-fetch': 'tests/e2e/product-images.test.ts',
  'changed-packs': 'tests/unit/pack/evidence-pack/evidence-pack.test.ts',
  'changed-database': 'tests/unit/trials/changed-database.test.ts',
  'block-pages': 'tests/unit/trials/block-pages.test.ts',
}

/** Runs tests in a process of their own. Returns the exit code. */
export function runTests(files: string[], environment: Record<string, string>): Promise<number> {
  const vitest = join(repositoryRoot, 'node_modules', 'vitest', 'vitest.mjs')
  const projects = ['unit', 'e2e', 'journeys'].flatMap((name) => ['--project', name])
  const child = spawn(process.execPath, [vitest, 'run', ...projects, ...files], {
    cwd: repositoryRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}
