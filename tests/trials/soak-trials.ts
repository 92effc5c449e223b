import { backEnds } from './back-end.ts'
import { killBrowsers } from './browser-kills.ts'
import { corruptStores } from './corrupt-store.ts'
import { reloadUnderCaptures } from './extension-reloads.ts'
import { fillDisk } from './full-disk.ts'
import { upgradeUnderConnections } from './old-connection.ts'
import { losePower } from './power-loss.ts'
import { buildTwice } from './reproducible-build.ts'
import type { SoakTrial } from './soak-trial.ts'
import { countSyncs } from './sync-calls.ts'
import { switchTabs } from './tab-switches.ts'
import { killWorkers, killWorkersWithoutRetry } from './worker-kills.ts'

/** All trials in a browser, in the order in which they run. */
export const soakTrials = [
  {
    plan: 'T1',
    name: 'worker-kills',
    what: 'Listings are flagged by clicks while the background is killed within 300 ms of most clicks. None may be lost, stored twice, or called saved without being stored.',
    backEnds,
    amount: { test: 10, quick: 60, soak: 1000 },
    work: killWorkers,
  },
  {
    plan: 'T1',
    name: 'worker-kills-without-retry',
    what: 'The same with a build whose pages ask only once. It must lose listings, or the trial above could not fail.',
    backEnds: ['any'],
    amount: { test: 10, quick: 20, soak: 60 },
    work: killWorkersWithoutRetry,
  },
  {
    plan: 'T2',
    name: 'browser-kills',
    what: 'Listings are judged, photographed and sealed without a pause, and the browser is killed with all its processes after 150 to 3,550 ms, again and again on the same profile. Everything that was ever acknowledged must be there at the next start, whole, with a ledger that verifies.',
    backEnds,
    amount: { test: 1, quick: 20, soak: 100 },
    work: killBrowsers,
  },
  {
    plan: 'T3',
    name: 'sync-calls',
    what: 'strace counts how often the browser has the disk confirm flags and pictures. Each commit must be confirmed, and each picture; relaxed commits beside them must not be, or the counting would prove nothing.',
    backEnds,
    amount: { test: 10, quick: 20, soak: 20 },
    work: countSyncs,
  },
  {
    plan: 'T3b',
    name: 'power-loss',
    what: 'The database lies on a disk that loses its power, with all that nobody had it confirm, while listings are judged, photographed and sealed; then the browser starts on what the disk holds. Everything acknowledged must be there, whole; relaxed commits beside it must be lost, or the power was not cut.',
    backEnds,
    amount: { test: 1, quick: 2, soak: 8 },
    work: losePower,
  },
  {
    plan: 'T5',
    name: 'full-disk',
    what: 'The profile lies on a file system of 160 MB that another file, then the evidence itself, fills to the last byte; after a start on the full disk space is freed. Every message must be answered, and whatever was acknowledged must be there, whole.',
    backEnds,
    amount: { test: 1, quick: 2, soak: 2 },
    work: fillDisk,
  },
  {
    plan: 'T6',
    name: 'corrupt-store',
    what: 'The closed browser’s store is damaged: files cut, changed, emptied, removed. At the next start a listing is judged. Either that is refused before anything is written, or everything from before is there as it was, or the background tells of the damage by itself within seconds, or the product’s checks name it.',
    backEnds,
    amount: { test: 1, quick: 1, soak: 5 },
    work: corruptStores,
  },
  {
    plan: 'T7',
    name: 'old-connection',
    what: 'A newer version of the database is asked for while background, popup and dashboard of today’s version hold it open. It must not wait for longer than 5 s, and the older version must write nothing into the newer data.',
    backEnds,
    amount: { test: 1, quick: 2, soak: 10 },
    work: upgradeUnderConnections,
  },
  {
    plan: 'T8',
    name: 'tab-switches',
    what: 'Another tab comes to the front at a random moment within 300 ms of the click, or in the middle of a whole page. No accepted picture may show any of it.',
    backEnds: ['any'],
    amount: { test: 12, quick: 40, soak: 200 },
    work: switchTabs,
  },
  {
    plan: 'T24',
    name: 'reproducible-build',
    what: 'The last commit is checked out in two folders of other names and depths, with the packages that are installed, and built in each for Chromium and Firefox. Every file must have the same bytes, and a record that one build sealed must name the other’s.',
    backEnds: ['any'],
    amount: { test: 1, quick: 1, soak: 1 },
    work: buildTwice,
  },
  {
    plan: 'T25',
    name: 'extension-reloads',
    what: 'A card is flagged and the extension loaded anew within 300 ms, as an update does it, while the page stays open. What was called saved must be stored, once and whole; the old page must say within 2 s of the next click that it is cut off.',
    backEnds: ['any'],
    amount: { test: 2, quick: 10, soak: 50 },
    work: reloadUnderCaptures,
  },
] as const satisfies readonly SoakTrial[]

export type SoakTrialName = (typeof soakTrials)[number]['name']

export function soakTrial(name: SoakTrialName): SoakTrial {
  const trial = soakTrials.find((known) => known.name === name)
  if (!trial) throw new Error(`There is no trial "${name}".`)
  return trial
}
