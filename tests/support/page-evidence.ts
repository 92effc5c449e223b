import { ok, type Result } from '../../lib/core/result.ts'
import type { GatheredFile, PartContext } from '../../lib/evidence/gather/part-gatherer.ts'
import { newCaptureJob } from '../../lib/evidence/new-capture-job.ts'
import type {
  PageCopier,
  PageStanding,
  SnapshotCopy,
  StatesCopy,
} from '../../lib/evidence/snapshot/page-copy.ts'
import { buildListing, buildNewFlag, buildSighting } from './records.ts'

/** A capture of an item page with what a gatherer may use; what it keeps lies in `files`. */
export function partContext(overrides: Partial<PartContext> = {}) {
  const comId = '1005007000000001'
  const { capture, documentKey } = buildNewFlag({
    comId,
    listing: buildListing(comId),
    row: null,
    sighting: buildSighting({ pageKind: 'item' }),
  })
  const job = newCaptureJob(capture, { documentKey, wantsEvidence: true, nowMs: 1 })
  const files: GatheredFile[] = []
  const context: PartContext = {
    capture,
    job,
    have: [],
    signal: new AbortController().signal,
    roomBytes: () => 100_000_000,
    keep: async (file) => void files.push(file),
    noteServerDate: async () => undefined,
    ...overrides,
  }
  return { context, files, standing: standingOf(context) }
}

/** The page as it was when it was judged. */
const standingOf = ({ capture, job }: PartContext): PageStanding => ({
  documentKey: job.documentKey,
  url: 'https://www.aliexpress.com/item/1005007000000001.html',
  pageState: capture.sighting.pageState,
  comId: capture.comId,
  isSignedIn: false,
})

/** A page that answers this. */
export function pageAnswering(
  standing: PageStanding,
  {
    states = [],
    secrets = [],
    draft,
    call = null,
    standings = [],
  }: Partial<Pick<StatesCopy, 'states' | 'secrets'>> & {
    draft?: SnapshotCopy['draft']
    call?: string | null
    /** What it answers to one question after the other, before `standing`. */
    standings?: Array<Result<PageStanding>>
  } = {},
): PageCopier & { acts: string[] } {
  const acts: string[] = []
  const answers = [...standings]
  return {
    acts,
    readStanding: async () => answers.shift() ?? ok(standing),
    copyStates: async () => ok({ standing, states, secrets }),
    draftSnapshot: async () => {
      if (!draft) throw new Error('The page has no draft.')
      return ok({ standing, draft })
    },
    setOwnTreesAside: async () => {
      acts.push('aside')
      return ok(true)
    },
    putOwnTreesBack: async () => {
      acts.push('back')
      return ok(null)
    },
    askDataCall: async () => call,
  }
}
