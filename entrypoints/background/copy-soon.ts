import { docket, listenToSealing } from './docket.ts'

/** So long after the last sealing: screenshots of a whole page come one after another, and go first. */
const quietMs = 3_000

let waiting: ReturnType<typeof setTimeout> | undefined

/** Copies what is sealed soon after it was. A background that is stopped before is woken up by the alarm. */
export function copyAfterSealing(logged: (work: Promise<unknown>, doing: string) => void): void {
  listenToSealing(() => {
    clearTimeout(waiting)
    waiting = setTimeout(() => logged(copyDue(), 'writing second copies'), quietMs)
  })
}

export const copyDue = async (): Promise<void> => (await docket()).copyDue()
