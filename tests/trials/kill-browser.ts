import { readdirSync, readFileSync } from 'node:fs'

/** Pids of the browser on this profile, its main process first, and of everything that it started. */
export function pidsOf(profileDir: string): number[] {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => describeProcess(Number(name)) ?? [])
  const main = processes.find(
    ({ args }) =>
      args.includes(`--user-data-dir=${profileDir}`) && !args.some((arg) => arg.startsWith('--type=')),
  )
  if (!main) throw new Error(`No browser runs on ${profileDir}.`)
  const found = [main.pid]
  for (const pid of found) {
    found.push(...processes.filter(({ parent }) => parent === pid).map((child) => child.pid))
  }
  return found
}

function describeProcess(pid: number): { pid: number; parent: number; args: string[] } | null {
  try {
    const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    // "pid (name) state parent …": the name may hold anything, also brackets.
    const parent = Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) \S+ /s, '')
        .split(' ')[0],
    )
    return { pid, parent, args }
  } catch {
    // It ended while it was looked at.
    return null
  }
}

/** Ends the browser on this profile and all it started, at once, as a crash or the system would. */
export function killBrowser(profileDir: string): void {
  for (const pid of pidsOf(profileDir)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}
