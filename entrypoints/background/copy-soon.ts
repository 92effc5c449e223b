import { docket, listenToSealing } from './docket.ts'

/** So long after the last sealing: screenshots of a whole page come one after another, and go first. */
const quietMs = 3_000

/**
 * Copies what is sealed soon after it was, and after every wake-up what an interruption left. The alarm does the
 * same for a background that is stopped before.
 */
export function copySoonAfterSealing(logged: (work: Promise<unknown>, doing: string) => void): void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => logged(copyDue(), 'writing second copies'), quietMs)
  }
  listenToSealing(soon)
  soon()
}

export const copyDue = async (): Promise<void> => (await docket()).copyDue()
