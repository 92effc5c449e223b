import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { repositoryRoot } from '../support/built-extension.ts'

/** Trials without a browser live in unit tests, by the name of the trial. */
export const unitTrials: Record<string, string> = {
  'failing-seal': 'tests/unit/evidence/failing-seal.test.ts',
  'failing-flag': 'tests/unit/storage/failing-flag.test.ts',
  'changed-packs': 'tests/unit/pack/evidence-pack.test.ts',
}

/** Runs unit tests, which write their results themselves. Returns the exit code. */
export function runUnitTrials(files: string[], environment: Record<string, string>): Promise<number> {
  const vitest = join(repositoryRoot, 'node_modules', 'vitest', 'vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', '--project', 'unit', ...files], {
    cwd: repositoryRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}
