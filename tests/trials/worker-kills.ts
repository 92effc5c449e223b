import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtExtension } from '../support/built-extension.ts'
import { flagWhileKilling, type KillReport } from '../support/kill-background.ts'
import type { TrialOptions } from './soak-trial.ts'
import type { TrialFindings } from './trial.ts'

/** Clicks on cards while the background is killed: none may be lost, stored twice or said to be saved wrongly. */
export async function killWorkers({ amount, seed, args, onProgress }: TrialOptions): Promise<TrialFindings> {
  const report = await flagWhileKilling({
    captures: amount,
    seed,
    args,
    onProgress: told(onProgress, amount),
  })
  const { captures, kills, lost, duplicated, falselySaved, unsaid, screenshotStates } = report
  return {
    counts: {
      captures,
      kills,
      lost: lost.length,
      duplicated: duplicated.length,
      'falsely called saved': falselySaved.length,
      'never called saved': unsaid.length,
      'screenshots saved': screenshotStates.saved ?? 0,
    },
    flaws: [...(kills < amount / 3 ? [`The killer struck only ${kills} times.`] : []), ...flawsOf(report)],
  }
}

const flawsOf = ({ lost, duplicated, falselySaved, unsaid }: KillReport): string[] => [
  ...lost.map((comId) => `${comId} was clicked and is not stored.`),
  ...duplicated.map((comId) => `${comId} is stored twice.`),
  ...falselySaved.map((comId) => `${comId} was called saved and is not stored.`),
  ...unsaid.map((comId) => `${comId} was not called saved within 60 s.`),
]

const told = (onProgress: TrialOptions['onProgress'], amount: number) => (done: number, kills: number) => {
  if (done % 20 === 0) onProgress(`${done} of ${amount} flagged, the background killed ${kills} times`)
}

/** The same with an extension whose pages do not repeat what got no answer: this trial must find losses. */
export async function killWorkersWithoutRetry({
  amount,
  seed,
  args,
  onProgress,
}: TrialOptions): Promise<TrialFindings> {
  const extensionDir = await extensionWithoutRetry()
  try {
    const report = await flagWhileKilling({
      ...{ extensionDir, captures: amount, seed, args },
      saidWithinMs: 3000,
      onProgress: told(onProgress, amount),
    })
    const { captures, kills, lost, unsaid } = report
    return {
      counts: { captures, kills, lost: lost.length, 'never called saved': unsaid.length },
      flaws:
        lost.length + unsaid.length > 0
          ? []
          : ['Nothing was lost without retry: the trial of worker kills could not fail.'],
    }
  } finally {
    await rm(extensionDir, { recursive: true, force: true })
  }
}

/** `untilAcknowledged` of lib/messaging/send-to-background.ts as the build writes it. */
const pace = /\[100,300,1e3,3e3,5e3,8e3,12e3\]/g

async function extensionWithoutRetry(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'docket-no-retry-'))
  await cp(await builtExtension('chrome'), folder, { recursive: true })
  const scripts = join(folder, 'content-scripts')
  let changed = 0
  for (const name of await readdir(scripts)) {
    const text = await readFile(join(scripts, name), 'utf8')
    changed += text.match(pace)?.length ?? 0
    await writeFile(join(scripts, name), text.replace(pace, '[]'))
  }
  if (changed === 0) throw new Error('The waits between tries were not found in the built content script.')
  return folder
}
