import type { Failure } from '../../lib/core/result.ts'
import type { Verdict } from '../../lib/queue/flag.ts'
import type { FlagFlow, MadeFlag } from './flag-flow.ts'
import type { ListingActions } from './listing-actions.ts'
import type { ListingStore } from './listing-store.ts'
import { judgeAs } from './listing-view.ts'
import type { Notices } from './notices.ts'
import type { CardListing } from './page-listing.ts'
import type { ShotOutcome } from './screenshot-queue.ts'
import type { ScreenshotTour } from './screenshot-tour.ts'
import { warnOfShots } from './screenshot-words.ts'
import type { ManyAction } from './selection-bar.ts'
import { counted, judgementDone, needsScreenshot } from './words.ts'

/** Requests under way at the same time: enough to hide the way there and back, too few to starve the page. */
const concurrency = 4

const verdictOf: Record<ManyAction, Verdict> = {
  trademark: 'infringing',
  copyright: 'infringing',
  patent: 'infringing',
  later: 'suspicious',
  genuine: 'genuine',
  'out-of-scope': 'out-of-scope',
}

export interface FlagMany {
  run(action: ManyAction, listings: CardListing[]): Promise<void>
  /** Stops before the next listing or picture; what is saved stays saved. */
  cancel(): void
  isRunning(): boolean
}

/** Judges many listings alike: each saved for itself with its own evidence, then photographed in groups. */
export function createFlagMany({
  flow,
  store,
  tour,
  notices,
  actions,
  onProgress,
  onFailure,
}: {
  flow: FlagFlow
  store: ListingStore
  tour: ScreenshotTour
  notices: Notices
  actions: ListingActions
  /** Null at the end. */
  onProgress: (text: string | null) => void
  onFailure: (failure: Failure) => void
}): FlagMany {
  let isRunning = false
  let isCancelled = false

  async function saveAll(action: ManyAction, listings: CardListing[]) {
    const made: MadeFlag[] = []
    const failures: Failure[] = []
    const ipType = action === 'trademark' || action === 'copyright' || action === 'patent' ? action : null
    let next = 0
    const work = async () => {
      for (let listing = listings[next++]; listing && !isCancelled; listing = listings[next++]) {
        const judgement = judgeAs(verdictOf[action], ipType, store.view(listing.comId))
        const outcome = await flow.save(listing, judgement)
        if (outcome.ok) made.push(outcome.made)
        else failures.push(outcome.failure)
        onProgress(`Saving: ${made.length + failures.length} of ${listings.length}`)
      }
    }
    await Promise.all(Array.from({ length: concurrency }, work))
    return { made, failures, done: judgementDone({ verdict: verdictOf[action], ipType, note: '' }) }
  }

  async function run(action: ManyAction, listings: CardListing[]): Promise<void> {
    onProgress(`Saving: 0 of ${listings.length}`)
    const { made, failures, done } = await saveAll(action, listings)
    if (made.length > 0) actions.rememberMade(made)
    const needed = needsScreenshot({ verdict: verdictOf[action], ipType: null, note: '' })
    let shots: ShotOutcome[] = []
    if (needed && !isCancelled) {
      shots = await tour.run(made, (count, of) => onProgress(`Screenshots: ${count} of ${of}`))
    }
    const saved = shots.filter(({ state }) => state === 'saved').length
    if (made.length > 0) {
      const pictures = needed ? ` · ${counted(saved, 'screenshot', 'screenshots')} saved` : ''
      const rest = listings.length - made.length - failures.length
      const stopped = rest > 0 ? ` · stopped before ${rest} more` : ''
      notices.say(`${counted(made.length, 'listing', 'listings')} ${done}${pictures}${stopped}`, () =>
        actions.undo(made),
      )
    }
    warnOfShots(notices, shots)
    const [failure] = failures
    if (failure) {
      const many = failures.length > 1 ? `${failures.length} listings. ` : ''
      onFailure({ ...failure, message: `${many}${failure.message}` })
    }
  }

  return {
    async run(action, listings) {
      if (isRunning || listings.length === 0) return
      isRunning = true
      isCancelled = false
      try {
        await run(action, listings)
      } finally {
        isRunning = false
        onProgress(null)
      }
    },
    cancel() {
      isCancelled = true
      tour.cancel()
    },
    isRunning: () => isRunning,
  }
}
